/** Fields of the template that the file filled: names they share, and days where the template wants them. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { Draft } from '../../../shared/document/draft.ts';
import type { FieldValue } from '../../../shared/document/fields.ts';
import type { FieldDef, Template } from '../../../shared/template/schema.ts';

/** Names under which a reader may have found a field. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  venue: ['venue', 'organisers'],
  partners: ['partners', 'partnership'],
  convener: ['convener', 'organisers'],
  tagline: ['tagline'],
};

export function draftFields(imported: Imported, template: Template): Draft['fields'] {
  const out: Record<string, FieldValue> = {};
  for (const def of template.fields) {
    const value = fieldValue(def, imported, template);
    if (value !== null) out[def.id] = value;
    else if (def.required && def.type !== 'date' && def.type !== 'range') out[def.id] = def.type === 'list' || def.type === 'assets' ? [] : '';
  }
  return out;
}

function fieldValue(def: FieldDef, imported: Imported, template: Template): FieldValue | null {
  if (def.id === template.titleField) return imported.title;
  if (def.id === template.datesField) {
    const { start, end } = imported.dates;
    if (start === null) return null;
    return def.type === 'range' ? { start, end: end ?? start } : start;
  }
  const found = (aliases[def.id] ?? [def.id]).map((id) => imported.fields[id]).find((value) => value !== undefined);
  if (found === undefined || def.type === 'asset' || def.type === 'assets' || def.type === 'choice') return null;
  const lines = typeof found === 'string' ? [found] : Array.isArray(found) ? found : [];
  if (def.type === 'range' || def.type === 'date') {
    const day = lines[0] ?? '';
    return /^\d{4}(-\d{2}){0,2}$/.test(day) ? day : null;
  }
  if (lines.length === 0) return null;
  return def.type === 'list' ? lines : lines.join(', ');
}
