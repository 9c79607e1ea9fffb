/** What was read becomes an editable draft on the recognised template: valid by schema and by the template's rules. */
import type { Imported } from '../../shared/contract/calls/import.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { parseDraft } from '../../shared/document/parse.ts';
import { checkDraft } from '../../shared/template/check.ts';
import { instantiate } from '../../shared/template/instantiate.ts';
import type { Library } from '../../shared/template/library.ts';
import { buildBody } from './draft/body.ts';
import { draftFields } from './draft/fields.ts';

/** The form for files that no template fits: unnumbered and numbered text alike may stand in it. */
const plainest = 'conference';

/** @fails template/unknown  the library lacks the template
 *  @fails draft/invalid     what was read cannot stand in it, with `at` and `reason` */
export function toDraft(imported: Imported, library: Library): Result<Draft> {
  const id = imported.template ?? plainest;
  const template = library.templates.get(id);
  if (template === undefined) return fail('template/unknown', { id });
  const language = imported.language === 'en' ? template.language : imported.language;
  let count = 0;
  const newId = () => `i${++count}`;
  const draft = parseDraft({
    ...instantiate(template, newId),
    language,
    fields: draftFields(imported, template),
    // Sections that were not found are added with the form's heading in the report's language.
    body: buildBody(imported, { ...template, language }, newId),
  });
  if (!draft.ok) return draft;
  const broken = checkDraft(draft.value, template, library).find(({ level }) => level === 'error');
  return broken === undefined ? draft : fail('draft/invalid', { at: broken.at, reason: broken.message });
}
