/** Whether a template is sound: every name that it uses exists, and no name stands for two things. The core asks when it reads templates/,
 *  since a house adds its own there. */
import type { Violation } from './check.ts';
import type { Library } from './library.ts';
import type { FieldDef, SectionDef, Template } from './schema.ts';

type Named = readonly { readonly id: string }[];

/** Collects faults with their places. */
class Faults {
  readonly found: Violation[] = [];

  need(holds: boolean, at: string, message: string): void {
    if (!holds) this.found.push({ level: 'error', code: 'unknown-name', at, message });
  }

  exists(list: Named, id: string, at: string, what: string): void {
    this.need(
      list.some((item) => item.id === id),
      at,
      `There is no ${what} “${id}”.`,
    );
  }

  once(list: Named, at: string, what: string): void {
    for (const [n, { id }] of list.entries()) this.need(list.findIndex((one) => one.id === id) === n, `${at}.${n}.id`, `A second ${what} is called “${id}”.`);
  }

  /** `{field}` in a text. */
  filled(text: string, fields: Named, at: string): void {
    for (const [, id = ''] of text.matchAll(/\{([\w-]+)\}/g)) this.exists(fields, id, at, 'field');
  }

  choices(fields: readonly FieldDef[], at: string): void {
    for (const [n, field] of fields.entries())
      this.need(field.type !== 'choice' || (field.choices ?? []).length > 0, `${at}.${n}.choices`, `The field “${field.id}” has nothing to choose from.`);
  }
}

/** Names that a template uses must exist: fields, fixed texts, tables, audiences, marking, house style. Equal ids are told too. */
export function checkTemplate(template: Template, library: Pick<Library, 'markings' | 'houseStyles'>): Violation[] {
  const faults = new Faults();
  faults.once(template.fields, 'fields', 'field');
  faults.choices(template.fields, 'fields');
  faults.once(template.audiences, 'audiences', 'audience');
  faults.once(template.fixedTexts, 'fixedTexts', 'fixed text');
  faults.once(template.tables, 'tables', 'table form');
  faults.exists(template.fields, template.titleField, 'titleField', 'field');
  if (template.datesField !== null) faults.exists(template.fields, template.datesField, 'datesField', 'field');
  if (template.codeField !== null) faults.exists(template.fields, template.codeField, 'codeField', 'field');
  faults.exists(template.audiences, template.audience, 'audience', 'audience');
  faults.need(library.houseStyles.has(template.houseStyle), 'houseStyle', `There is no house style “${template.houseStyle}”.`);
  checkMarking(template, library, faults);
  checkWords(template, faults);
  checkSectionDefs(template.sections, template, 'sections', faults);
  return faults.found;
}

/** A ceiling that no level bears would hide nothing from its audience, or everything. */
function checkMarking({ marking, audiences }: Template, { markings }: Pick<Library, 'markings'>, faults: Faults): void {
  const scheme = markings.get(marking.scheme);
  faults.need(scheme !== undefined, 'marking.scheme', `There is no marking scheme “${marking.scheme}”.`);
  if (scheme === undefined) return;
  faults.exists(scheme.levels, marking.level, 'marking.level', `level of the scheme “${marking.scheme}” called`);
  for (const [at, { ceiling }] of audiences.entries())
    if (ceiling !== undefined) faults.exists(scheme.levels, ceiling, `audiences.${at}.ceiling`, `level of the scheme “${marking.scheme}” called`);
}

function checkWords(template: Template, faults: Faults): void {
  for (const [side, defs] of [['front', template.front] as const, ['back', template.back] as const]) {
    for (const [at, def] of defs.entries()) {
      for (const id of def.fields) faults.exists(template.fields, id, `${side}.${at}`, 'field');
      if (def.fixedText !== undefined) faults.exists(template.fixedTexts, def.fixedText, `${side}.${at}`, 'fixed text');
      for (const text of [def.text ?? '', ...Object.values(def.texts ?? {})]) faults.filled(text, template.fields, `${side}.${at}.text`);
    }
  }
  for (const [at, { wordings }] of template.fixedTexts.entries())
    for (const [n, { text, texts }] of wordings.entries())
      for (const each of [text, ...Object.values(texts ?? {})]) faults.filled(each, template.fields, `fixedTexts.${at}.wordings.${n}`);
}

function checkSectionDefs(defs: readonly SectionDef[], template: Template, path: string, faults: Faults): void {
  faults.once(defs, path, 'section');
  for (const [at, def] of defs.entries()) {
    const here = `${path}.${at}`;
    faults.once(def.fields, `${here}.fields`, 'field');
    faults.choices(def.fields, `${here}.fields`);
    for (const id of def.opens) faults.exists(template.fixedTexts, id, `${here}.opens`, 'fixed text');
    for (const id of def.tables) faults.exists(template.tables, id, `${here}.tables`, 'table form');
    for (const line of [def.dateline ?? '', ...Object.values(def.datelines ?? {})]) faults.filled(line, def.fields, `${here}.dateline`);
    checkSectionDefs(def.sections, template, `${here}.sections`, faults);
  }
}
