/** rapporteur export FILE --to FORMATS --out DIR */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../../shared/contract/result.ts';
import { Override } from '../../../../shared/document/draft.ts';
import { firstIssue } from '../../../../shared/document/parse.ts';
import { issue } from '../../../core/issue.ts';
import { type Format, formats } from '../../../core/render.ts';
import { type CommandInput, type Run, text } from '../command.ts';
import { readDraft, readJson } from '../draft-file.ts';
import { inProcess } from '../in-process.ts';
import { answer } from './findings.ts';

export const run: Run = async (input) => {
  const [file = ''] = input.positionals;
  const out = text(input, 'out');
  if (out === undefined) return fail('usage/invalid', { reason: '“export” needs --out DIR' });
  const wanted = formatsOf(text(input, 'to'));
  if (!wanted.ok) return wanted;
  const draft = readDraft(file);
  if (!draft.ok) return draft;
  const overrides = overridesOf(input);
  if (!overrides.ok) return overrides;
  const { core, folder } = inProcess(input, 'export');
  const order = {
    draft: draft.value,
    formats: wanted.value,
    audience: text(input, 'audience'),
    recipient: text(input, 'recipient'),
    overrides: overrides.value,
  };
  const issued = await core.jobs.run(undefined, (job) => issue(core, { ...order, to: folder(out) }, job));
  if (!issued.ok) {
    // The findings tell where and why; the failure says that no file was written.
    if (issued.findings !== undefined) input.terminal.note(answer(issued.findings).text);
    return issued;
  }
  const files = issued.value.files.map(({ name, format, bytes, pages }) => ({ name, format, bytes, pages }));
  return ok({
    json: { files, proof: issued.value.proof },
    text: files.map(({ name, pages }) => `Wrote ${name}${pages === null ? '' : ` (${pages} pages)`}.`).join('\n'),
  });
};

function formatsOf(list: string | undefined): Result<Format[]> {
  if (list === undefined) return fail('usage/invalid', { reason: '“export” needs --to FORMATS' });
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !formats.some((format) => format === name));
  return unknown === undefined ? ok(names as Format[]) : fail('usage/unknown-format', { format: unknown });
}

function overridesOf(input: CommandInput): Result<Override[]> {
  const file = text(input, 'override');
  if (file === undefined) return ok([]);
  const value = readJson(file);
  if (!value.ok) return value;
  const parsed = z.array(Override).safeParse(value.value);
  return parsed.success ? ok(parsed.data) : fail('input/invalid', { at: `${file}: ${firstIssue(parsed.error).at}` });
}
