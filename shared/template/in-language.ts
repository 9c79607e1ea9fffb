/** A form as a draft in this language prints it: its fixed texts, labels and datelines in the language, where the form has them. */
import type { FixedTextDef, MatterDef, SectionDef, TableForm, Template } from './schema.ts';

type Others = Readonly<Record<string, string>> | undefined;

const made = new WeakMap<Template, Map<string, Template>>();

/** The same form with its printed words in this language (BCP 47); in its own where it has no other. Headings are the draft's, not the form's (headings.ts).
 *  The same answer again for the same form, so that nothing is drawn anew for it. */
export function inLanguage(template: Template, language: string): Template {
  const code = language.slice(0, 2).toLowerCase();
  const known = made.get(template) ?? new Map<string, Template>();
  made.set(template, known);
  const found = known.get(code) ?? translate(template, code);
  known.set(code, found);
  return found;
}

function translate(template: Template, code: string): Template {
  const say = (own: string, others: Others): string => others?.[code] ?? own;
  const matter = (def: MatterDef): MatterDef => ({
    ...def,
    ...(def.label === undefined ? {} : { label: say(def.label, def.labels) }),
    ...(def.text === undefined ? {} : { text: say(def.text, def.texts) }),
  });
  const section = (def: SectionDef): SectionDef => ({
    ...def,
    ...(def.dateline === undefined ? {} : { dateline: say(def.dateline, def.datelines) }),
    sections: def.sections.map(section),
  });
  const table = (form: TableForm): TableForm => ({ ...form, columns: form.columns.map((column) => ({ ...column, title: say(column.title, column.titles) })) });
  const fixed = (def: FixedTextDef): FixedTextDef => ({
    ...def,
    wordings: def.wordings.map((wording) => ({ ...wording, text: say(wording.text, wording.texts) })),
  });
  return {
    ...template,
    kindLabel: say(template.kindLabel, template.kindLabels),
    front: template.front.map(matter),
    back: template.back.map(matter),
    sections: template.sections.map(section),
    fixedTexts: template.fixedTexts.map(fixed),
    tables: template.tables.map(table),
  };
}
