/** rapporteur new TEMPLATE [--sample] --out FILE */
import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../../../shared/contract/result.ts';
import { instantiate } from '../../../../shared/template/instantiate.ts';
import { readLibrary, readSample } from '../../../core/library.ts';
import { type Run, text } from '../command.ts';
import { writeDraft } from '../draft-file.ts';

export const run: Run = async (input) => {
  const [id = ''] = input.positionals;
  const file = text(input, 'out');
  if (file === undefined) return fail('usage/invalid', { reason: '“new” needs --out FILE' });
  const library = readLibrary();
  if (!library.ok) return library;
  const template = library.value.templates.get(id);
  if (template === undefined) return fail('template/unknown', { id });
  const draft = input.values['sample'] === true ? readSample(id) : ok(instantiate(template, () => randomUUID().slice(0, 13)));
  if (!draft.ok) return draft;
  const written = writeDraft(file, draft.value, input.terminal);
  return written.ok ? ok({ json: { file, template: id }, text: `Wrote ${file}.` }) : written;
};
