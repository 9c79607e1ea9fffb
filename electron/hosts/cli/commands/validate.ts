/** rapporteur validate FILE */
import { fail, ok } from '../../../../shared/contract/result.ts';
import { checkDraft, type Violation } from '../../../../shared/template/check.ts';
import { readLibrary } from '../../../core/library.ts';
import type { Run } from '../command.ts';
import { readDraft } from '../draft-file.ts';

export const run: Run = async ({ positionals: [file = ''] }) => {
  const library = readLibrary();
  if (!library.ok) return library;
  const draft = readDraft(file);
  if (!draft.ok) return draft;
  const template = library.value.templates.get(draft.value.template);
  if (template === undefined) return fail('template/unknown', { id: draft.value.template });
  const violations = checkDraft(draft.value, template, library.value);
  const errors = violations.filter(({ level }) => level === 'error');
  return ok({ json: { valid: errors.length === 0, violations }, text: words(violations), exit: errors.length === 0 ? 0 : 4 });
};

function words(violations: readonly Violation[]): string {
  if (violations.length === 0) return 'The draft keeps to its template.';
  return violations.map(({ level, at, message }) => `${level === 'error' ? 'error' : 'note '}  ${at}: ${message}`).join('\n');
}
