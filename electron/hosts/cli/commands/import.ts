/** rapporteur import FILE… [--archive DIR] [--drafts DIR] [--template ID|auto] [--dry-run] */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Output } from '../../../../shared/contract/api.ts';
import { exitCode, isErrorCode } from '../../../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../../../shared/contract/result.ts';
import { draftOf, keptAs } from '../../../core/handlers/import.ts';
import { readLibrary } from '../../../core/library.ts';
import { type Answer, type CommandInput, flag, type Run, text } from '../command.ts';
import { writeDraft } from '../draft-file.ts';
import { type InProcess, inProcess, withArchive } from '../in-process.ts';

type Read = Output<'import.read'>;

export const run: Run = async (input) => {
  const template = text(input, 'template') ?? 'auto';
  const known = knownTemplate(template);
  if (!known.ok) return known;
  const dry = flag(input, 'dry-run');
  if (!dry && text(input, 'archive') === undefined && text(input, 'drafts') === undefined)
    return fail('usage/invalid', { reason: '“import” needs --archive DIR, --drafts DIR or --dry-run' });
  if (dry || text(input, 'archive') === undefined) return work(input, inProcess(input, 'import'), template, false);
  return withArchive(input, 'import', (open) => work(input, open, template, true));
};

function knownTemplate(id: string): Result<void> {
  if (id === 'auto') return ok(undefined);
  const library = readLibrary();
  if (!library.ok) return library;
  return library.value.templates.has(id) ? ok(undefined) : fail('template/unknown', { id });
}

/** Reads, files, writes drafts; a file that failed is told in its place. */
async function work(input: CommandInput, open: InProcess, template: string, filing: boolean): Promise<Result<Answer>> {
  const read = await open.client['import.read']({ files: input.positionals.map((file) => open.file(file)), template });
  if (!read.ok) return read;
  const named = read.value.map(({ key, result }, at) => ({
    key,
    result: 'error' in result ? { ...result, file: input.positionals[at] ?? result.file } : result,
  }));
  const filed = filing ? await fileRead(open, named) : ok(new Map<string, boolean>());
  if (!filed.ok) return filed;
  const drafts = text(input, 'drafts');
  if (drafts !== undefined && !flag(input, 'dry-run')) {
    const written = await writeDrafts(input, open, named, drafts);
    if (!written.ok) return written;
  }
  return ok({ json: named.map(({ result }) => result), text: words(named, filed.value), exit: exitOf(named) });
}

async function fileRead(open: InProcess, read: Read): Promise<Result<Map<string, boolean>>> {
  const keys = read.filter(({ result }) => !('error' in result)).map(({ key }) => key);
  if (keys.length === 0) return ok(new Map());
  const filed = await open.client['import.file']({ keys });
  return filed.ok ? ok(new Map(filed.value.map(({ key, added }) => [key, added]))) : filed;
}

async function writeDrafts(input: CommandInput, open: InProcess, read: Read, folder: string): Promise<Result<void>> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return fail('export/not-writable', { at: folder });
  }
  const taken = new Set<string>();
  for (const { key, result } of read) {
    if ('error' in result) continue;
    const kept = keptAs(open.core, key);
    if (!kept.ok) return kept;
    const draft = await draftOf(open.core, kept.value);
    if (!draft.ok) return draft;
    const written = writeDraft(join(folder, freeName(result.file, taken)), draft.value, input.terminal);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** "report.txt" → "report.json"; a second one of that name in the same run gets a number. */
function freeName(file: string, taken: Set<string>): string {
  const stem = basename(file).replace(/\.[^.]*$/, '') || 'draft';
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.json` : `${stem}-${n}.json`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** 4 where a file failed for what it is; a stronger reason (a failing archive) has ended the command before. */
function exitOf(read: Read): number {
  const codes = read.flatMap(({ result }) => ('error' in result && isErrorCode(result.error.code) ? [exitCode(result.error.code)] : []));
  return codes.length === 0 ? 0 : 4;
}

function words(read: Read, filed: ReadonlyMap<string, boolean>): string {
  return read
    .map(({ key, result }) => {
      if ('error' in result) return `${result.file}: ${result.error.message}`;
      const added = filed.get(key);
      const state = added === undefined ? 'read' : added ? 'filed' : 'was filed before: nothing added';
      const notes = result.warnings.length === 0 ? '' : `, ${result.warnings.length} warnings`;
      return `${result.file}: ${state}; ${result.template ?? 'no known form'}, ${result.sections.length} sections, ${result.entries.length} entries${notes}`;
    })
    .join('\n');
}
