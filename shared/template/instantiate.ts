/** From a template to a new draft: every required section, its fixed texts and tables, empty where the writer writes. */
import type { Draft } from '../document/draft.ts';
import type { Fields } from '../document/fields.ts';
import type { Block, Section } from '../document/tree.ts';
import { headingIn } from './headings.ts';
import type { SectionDef, TableForm, Template } from './schema.ts';

/** Makes ids; an argument so that tests and scripts get the same draft twice. */
export type NewId = () => string;

/** A valid draft with every required section. Fields start empty, dates included: only the writer knows the meeting. */
export function instantiate(template: Template, newId: NewId): Draft {
  return {
    format: 'rapporteur/draft',
    version: 1,
    template: template.id,
    language: template.language,
    fields: emptyFields(template),
    rule: template.rule,
    marking: { ...template.marking, caveats: [] },
    audience: template.audience,
    people: [],
    body: template.sections.filter((def) => def.required).map((def) => newSection(def, template, newId)),
    assets: {},
    k: 3,
    overrides: [],
  };
}

function emptyFields(template: Template): Record<string, Fields[string]> {
  const lists = new Set(['list', 'assets']);
  const dates = new Set(['date', 'range']);
  const kept = template.fields.filter((field) => field.required && !dates.has(field.type));
  return Object.fromEntries(kept.map((field) => [field.id, lists.has(field.type) ? [] : '']));
}

/** One section as a writer finds it: heading in the template's language, opening fixed texts, tables, one empty block of the usual kind. */
export function newSection(def: SectionDef, template: Template, newId: NewId): Section {
  const heading: Block[] = def.heading === 'none' ? [] : [{ type: 'heading', id: newId(), level: 1, children: [{ text: headingIn(def, template.language) }] }];
  const opens: Block[] = def.opens.map((text) => ({ type: 'fixed-text', id: newId(), text, children: [{ text: '' }] }));
  const tables = def.tables.flatMap((id) => template.tables.filter((form) => form.id === id)).map((form) => newTable(form, newId));
  const first = def.blocks.find((type) => textTypes.has(type));
  const empty: Block[] = first === undefined || tables.length > 0 ? [] : [newTextBlock(first, newId)];
  const inner = def.sections.filter((child) => child.required).map((child) => newSection(child, template, newId));
  const children: Section['children'] = [...heading, ...opens, ...tables, ...empty, ...inner];
  return { type: 'section', id: newId(), section: def.id, children: children.length > 0 ? children : [newTextBlock('paragraph', newId)] };
}

const textTypes = new Set(['paragraph', 'numbered', 'bullet', 'question', 'intervention', 'quote']);

function newTextBlock(type: string, newId: NewId): Block {
  const children = [{ text: '' }];
  const id = newId();
  switch (type) {
    case 'numbered':
    case 'question':
    case 'intervention':
    case 'quote':
      return { type, id, children };
    case 'bullet':
      return { type, id, level: 1, children };
    default:
      return { type: 'paragraph', id, children };
  }
}

/** A table of one of the template's forms: a header row, then the form's rows. */
export function newTable(form: TableForm, newId: NewId): Block {
  const cell = (text: string) => ({ type: 'cell' as const, children: [{ text }] });
  const header = form.columns.map((column) => cell(column.title));
  const rows = form.rows.length > 0 ? form.rows : [form.columns.map(() => '')];
  return {
    type: 'table',
    id: newId(),
    form: form.id,
    headerRows: 1,
    widths: form.columns.map((column) => column.width),
    children: [header, ...rows.map((row) => form.columns.map((_, at) => cell(row[at] ?? '')))].map((children) => ({ type: 'row', children })),
  };
}
