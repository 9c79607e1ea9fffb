/** Wording of a template's fixed texts: which of its versions is valid for this meeting, with its fields filled in. */
import { type Fields, fieldList, fieldRange, fieldText } from '../document/fields.ts';
import type { FixedTextDef, Template } from './schema.ts';

/** The wording valid on the meeting's last day and for one of its sponsors; the first that fits stands.
 *  Null where the template has no such text or none of its versions fits. */
export function fixedTextWording(template: Template, id: string, fields: Fields): { def: FixedTextDef; text: string } | null {
  const def = template.fixedTexts.find((text) => text.id === id);
  if (def === undefined) return null;
  const day = template.datesField === null ? undefined : fieldRange(fields, template.datesField)?.end;
  const sponsors = fieldList(fields, 'sponsors');
  const fits = ({ from, until, sponsor }: FixedTextDef['wordings'][number]) =>
    (from === undefined || day === undefined || day >= from) &&
    (until === undefined || day === undefined || day <= until) &&
    (sponsor === undefined || (sponsor === '*' ? sponsors.length > 0 : sponsors.includes(sponsor)));
  const wording = def.wordings.find(fits);
  return wording === undefined ? null : { def, text: fillFields(wording.text, fields) };
}

/** Id of the override that holds why a caveat of the template was left out. */
export function caveatOverride(text: string): string {
  return `caveat:${text}`;
}

/** Replaces `{field}` by the field's text; an unknown or empty field leaves nothing, and no double space. */
export function fillFields(text: string, fields: Fields): string {
  return text
    .replace(/\{([\w-]+)\}/g, (_, id: string) => fieldText(fields, id))
    .replace(/ {2,}/g, ' ')
    .trim();
}
