/** Import: files are read in a disposable process; what was read waits until it is filed or made a draft. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { sentence } from '../../../shared/contract/errors.ts';
import { type Failure, fail, ok, type Result } from '../../../shared/contract/result.ts';
import { EntryKind } from '../../../shared/entry/entry.ts';
import type { Archive } from '../../archive/archive.ts';
import type { Core } from '../core.ts';
import { readGranted } from '../granted-file.ts';
import type { Job } from '../jobs.ts';
import { readImport } from '../read-import.ts';
import type { Kept } from '../reads.ts';
import type { Handlers } from './handlers.ts';

export const importHandlers: Handlers<'import.read' | 'import.source' | 'import.file' | 'import.draft'> = {
  'import.read': (core, input) => core.jobs.run(input.job, (job) => readAll(core, input, job)),
  'import.source': (core, { key }) => {
    const kept = keptAs(core, key);
    return kept.ok ? ok({ lines: [...kept.value.lines] }) : kept;
  },
  'import.file': fileAll,
  'import.draft': async (core, { key }) => {
    const kept = keptAs(core, key);
    if (!kept.ok) return kept;
    const draft = await draftOf(core, kept.value);
    if (!draft.ok) return draft;
    const archive = core.session.open();
    return archive.ok ? archive.value.drafts.create(draft.value) : archive;
  },
};

type Read = Output<'import.read'>[number];

/** One object a file, in order. A file that cannot be read is told in its place and the rest goes on. */
async function readAll(core: Core, { files, template }: Parsed<'import.read'>, job: Job): Promise<Result<Read[]>> {
  const read: Read[] = [];
  for (const [done, token] of files.entries()) {
    job.progress(done, files.length, 'reading');
    const one = await readOne(core, token, template, job);
    if (one === null) return fail('host/cancelled');
    read.push(one);
  }
  job.progress(files.length, files.length, 'done');
  return ok(read);
}

/** Null: cancelled. */
async function readOne(core: Core, token: string, template: string, job: Job): Promise<Read | null> {
  const key = core.newId('read');
  const file = readGranted(core, token);
  if (!file.ok) return { key, result: failed(String(file.error.detail['file'] ?? ''), file) };
  const read = await readImport(core, file.value, { template, signal: job.signal });
  if (!read.ok) return read.error.code === 'host/cancelled' ? null : { key, result: failed(file.value.name, read) };
  core.reads.keep(key, { ...file.value, ...read.value });
  return { key, result: read.value.imported };
}

function failed(file: string, { error: { code, detail } }: Failure): Read['result'] {
  return { file, error: { code, message: sentence(code, detail), at: String(detail['at'] ?? '') } };
}

/** @fails archive/not-found nothing was read under this key, or it is gone */
export function keptAs(core: Core, key: string): Result<Kept> {
  const kept = core.reads.get(key);
  return kept === undefined ? fail('archive/not-found', { what: 'What was read' }) : ok(kept);
}

/** The kinds that a person changed are "entry index" → kind; "none" takes the entry out of the records. */
function corrected(kept: Kept, kinds: Readonly<Record<string, string>>): Kept['imported'] {
  const entries = kept.imported.entries.map((entry, at) => {
    const kind = EntryKind.safeParse(kinds[String(at)]);
    return kind.success ? { ...entry, kind: kind.data } : entry;
  });
  return { ...kept.imported, entries };
}

/** A verified backup of what is there; an archive without content needs none. */
function backUpFirst(archive: Archive): Result<unknown> {
  const stats = archive.stats();
  return stats.ok && stats.value.reports + stats.value.drafts > 0 ? archive.backups.make('before import') : stats;
}

/** Files what was read, after one verified backup. A second import of the same bytes adds nothing. */
async function fileAll(core: Core, { keys, kinds }: Parsed<'import.file'>): Promise<Result<Output<'import.file'>>> {
  const archive = core.session.open();
  if (!archive.ok) return archive;
  const { filingOfImport } = await import('../../archive/archive.ts');
  const backup = backUpFirst(archive.value);
  if (!backup.ok) return backup;
  const filed: Output<'import.file'> = [];
  for (const key of keys) {
    const kept = keptAs(core, key);
    if (!kept.ok) return kept;
    const { bytes } = kept.value;
    const report = archive.value.reports.file(filingOfImport(corrected(kept.value, keys.length === 1 ? kinds : {}), bytes));
    if (!report.ok) return report;
    filed.push({ key, ...report.value });
  }
  return ok(filed);
}

/** An editable draft of what was read. */
export async function draftOf(core: Core, kept: Kept): Promise<Result<import('../../../shared/document/draft.ts').Draft>> {
  const library = core.library();
  if (!library.ok) return library;
  const { toDraft } = await import('../../import/to-draft.ts');
  return toDraft(kept.imported, library.value);
}
