/** rapporteur templates */
import { ok } from '../../../../shared/contract/result.ts';
import { summary } from '../../../core/handlers/template.ts';
import { readLibrary } from '../../../core/library.ts';
import type { Run } from '../command.ts';

export const run: Run = async () => {
  const library = readLibrary();
  if (!library.ok) return library;
  const list = [...library.value.templates.values()].map(summary);
  const text = list.map(({ id, title, version, description }) => `${id.padEnd(14)} ${title} (${version})\n${' '.repeat(15)}${description}`);
  return ok({ json: list, text: text.join('\n') });
};
