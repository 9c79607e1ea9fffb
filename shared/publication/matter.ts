/** Front and back matter: the template's pieces filled from the draft's fields. Empty pieces are left out. */
import { dayInWords, rangeInWords } from '../document/days.ts';
import type { Draft } from '../document/draft.ts';
import { fieldList, fieldRange } from '../document/fields.ts';
import { fillFields, fixedTextWording } from '../template/fixed-text.ts';
import type { FieldDef, MatterDef, Template } from '../template/schema.ts';
import { printable } from './inlines.ts';
import type { Matter, Publication } from './publication.ts';
import { wordsFor } from './words.ts';

export function publishMatter(defs: readonly MatterDef[], draft: Draft, template: Template, copy: Publication['copy']): Matter[] {
  return defs.flatMap((def) => {
    const matter = piece(def, draft, template, copy);
    const empty = matter.lines.length === 0 && (matter.assets ?? []).length === 0;
    return empty && def.role !== 'contents' ? [] : [matter];
  });
}

function piece(def: MatterDef, draft: Draft, template: Template, copy: Publication['copy']): Matter {
  const base = { role: def.role, ...(def.label === undefined ? {} : { label: def.label }) };
  if (def.fixedText !== undefined) {
    const found = fixedTextWording(template, def.fixedText, draft.fields);
    return { ...base, lines: found === null ? [] : found.text.split('\n').map(printable), ...(found === null ? {} : { function: found.def.function }) };
  }
  if (def.role === 'copy') return { ...base, lines: copy === null ? [] : [wordsFor(draft.language).copy(copy.number, copy.of), copy.recipient] };
  if (def.role === 'logos')
    return { ...base, lines: [], assets: def.fields.flatMap((id) => fieldList(draft.fields, id)).filter((id) => Object.hasOwn(draft.assets, id)) };
  if (def.text !== undefined) return { ...base, lines: [withoutLooseEnds(printable(fillFields(def.text, draft.fields)))].filter((line) => line !== '') };
  if (def.role === 'kind' && def.fields.length === 0) return { ...base, lines: [template.kindLabel] };
  return {
    ...base,
    lines: def.fields.flatMap((id) =>
      fieldLines(
        template.fields.find((field) => field.id === id),
        id,
        draft,
      ),
    ),
  };
}

/** "{series}, {edition}" with an empty field leaves no comma standing alone, before or behind. */
function withoutLooseEnds(line: string): string {
  return line.replace(/^[\s,;]+|[\s,;]+$/gu, '');
}

/** A field as lines for a reader: days in words, lists one item a line. */
function fieldLines(def: FieldDef | undefined, id: string, draft: Draft): string[] {
  return fieldInWords(def, draft.fields[id], draft).map(printable);
}

/** A field's value in words; used for matter and for the datelines of sections. */
export function fieldInWords(def: FieldDef | undefined, value: Draft['fields'][string] | undefined, draft: Draft): string[] {
  if (value === undefined) return [];
  const fields = { value };
  if (def?.type === 'date' || def?.type === 'range' || (typeof value === 'object' && !Array.isArray(value))) {
    const range = fieldRange(fields, 'value');
    if (range === null || !/^\d{4}/.test(range.start)) return fieldList(fields, 'value');
    return [def?.type === 'date' ? dayInWords(range.start, draft.language) : rangeInWords(range, draft.language)];
  }
  return fieldList(fields, 'value')
    .flatMap((line) => line.split('\n'))
    .filter((line) => line.trim() !== '');
}
