/** Whether a draft keeps to its template. */
import type { Draft } from '../document/draft.ts';
import { isEmptyField } from '../document/fields.ts';
import { blocksOf, inlinesOf, isSection, plain, sectionsOf } from '../document/text.ts';
import type { Block, Inline, Section } from '../document/tree.ts';
import { oppositesOf } from '../entry/opposites.ts';
import type { Library } from './library.ts';
import type { FieldDef, SectionDef, Template } from './schema.ts';

/** A fault with its place. Errors make a draft invalid; warnings are work still to do. */
export interface Violation {
  readonly level: 'error' | 'warn';
  readonly code: string;
  /** Path in the file: "body.2.children.0", "fields.title". */
  readonly at: string;
  readonly message: string;
}

const error = (code: string, at: string, message: string): Violation => ({ level: 'error', code, at, message });
const warn = (code: string, at: string, message: string): Violation => ({ level: 'warn', code, at, message });

/** What is wrong with a draft that has the right form: sections, blocks, references, fields. Empty required parts only warn. */
export function checkDraft(draft: Draft, template: Template, library: Library): Violation[] {
  const levels = new Set(library.markings.get(draft.marking.scheme)?.levels.map(({ id }) => id) ?? []);
  const out = [
    ...checkFields(draft.fields, template.fields, 'fields'),
    ...checkSections(draft.body, template.sections, 'body', template),
    ...checkReferences(draft, template, levels),
    ...checkPeople(draft),
  ];
  if (!levels.has(draft.marking.level))
    out.push(error('marking', 'marking', `There is no level “${draft.marking.level}” in the scheme “${draft.marking.scheme}”.`));
  if (!template.audiences.some(({ id }) => id === draft.audience))
    out.push(error('audience', 'audience', `There is no audience “${draft.audience}” in this template.`));
  return out;
}

function checkFields(values: Draft['fields'], defs: readonly FieldDef[], path: string): Violation[] {
  const unknown = Object.keys(values).filter((id) => !defs.some((def) => def.id === id));
  const out = unknown.map((id) => error('unknown-field', `${path}.${id}`, `This template has no field “${id}”.`));
  for (const def of defs) {
    const value = values[def.id];
    const at = `${path}.${def.id}`;
    const empty = isEmptyField(value);
    if (empty && def.required) out.push(warn('empty-field', at, `“${def.title}” is still empty.`));
    if (empty || value === undefined) continue;
    const isRange = typeof value === 'object' && !Array.isArray(value);
    if (isRange && def.type !== 'range') out.push(error('field-type', at, `“${def.title}” takes no range of days.`));
    if (isRange && value.end < value.start) out.push(error('field-type', at, `“${def.title}” ends before it begins.`));
    if (def.type === 'choice' && typeof value === 'string' && !(def.choices ?? []).includes(value))
      out.push(error('field-type', at, `“${value}” is none of the choices of “${def.title}”.`));
    if ((def.type === 'date' || def.type === 'range') && typeof value === 'string' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))
      out.push(error('field-type', at, `“${def.title}” takes a day such as 2026-03-03.`));
  }
  return out;
}

function checkSections(nodes: readonly Section[], defs: readonly SectionDef[], path: string, template: Template): Violation[] {
  const out: Violation[] = [];
  let order = 0;
  for (const [at, section] of nodes.entries()) {
    const here = `${path}.${at}`;
    const place = defs.findIndex(({ id }) => id === section.section);
    const def = defs[place];
    if (def === undefined) {
      out.push(error('unknown-section', here, `This template has no section “${section.section}” here.`));
      continue;
    }
    if (place < order) out.push(error('section-order', here, `“${def.title}” stands after a section that follows it in the template.`));
    if (!def.repeatable && nodes.findIndex(({ section: key }) => key === def.id) !== at)
      out.push(error('section-twice', here, `“${def.title}” may stand only once.`));
    order = Math.max(order, place);
    out.push(...checkFields(section.fields ?? {}, def.fields, `${here}.fields`), ...checkBlocks(section, def, here));
    const inner = section.children.filter(isSection);
    out.push(...checkSections(inner, def.sections, `${here}.children`, template));
  }
  const missing = defs.filter((def) => def.required && !nodes.some(({ section }) => section === def.id));
  return [...out, ...missing.map((def) => error('section-missing', path, `The required section “${def.title}” is missing.`))];
}

function checkBlocks(section: Section, def: SectionDef, path: string): Violation[] {
  const out: Violation[] = [];
  let words = '';
  for (const [at, child] of section.children.entries()) {
    if (isSection(child)) continue;
    if (child.type !== 'heading' && child.type !== 'fixed-text' && !def.blocks.includes(child.type)) {
      out.push(error('block-not-allowed', `${path}.children.${at}`, `A ${child.type} may not stand in “${def.title}”.`));
    }
    if (child.type !== 'heading') words += child.type === 'fixed-text' || child.type === 'figure' ? 'x' : plain(child);
  }
  if (def.required && words.trim() === '' && def.sections.length === 0) out.push(warn('empty-section', path, `“${def.title}” is still empty.`));
  return out;
}

function checkReferences(draft: Draft, template: Template, levels: ReadonlySet<string>): Violation[] {
  const out: Violation[] = [];
  const blocks = [...blocksOf(draft.body)].map(({ block }) => block);
  const ids = new Set(blocks.map(({ id }) => id));
  for (const id of oppositesOf(blocks).lost) out.push(warn('opposite', id, 'The opposite of this position is gone from the draft.'));
  const people = new Set(draft.people.map(({ id }) => id));
  const portions = [...blocks, ...sectionsOf(draft.body)];
  for (const { id, portion } of portions) {
    if (portion !== undefined && !levels.has(portion)) out.push(error('portion', id, `There is no level “${portion}” in the marking scheme.`));
  }
  for (const block of blocks) {
    if (block.type === 'figure' && draft.assets[block.asset] === undefined)
      out.push(error('asset', block.id, `The picture “${block.asset}” is missing from the file.`));
    if (block.type === 'fixed-text' && !template.fixedTexts.some(({ id }) => id === block.text))
      out.push(error('fixed-text', block.id, `This template has no fixed text “${block.text}”.`));
    if (block.type === 'intervention' && block.person !== undefined && !people.has(block.person))
      out.push(error('person', block.id, 'The lead-in refers to a person who is not in the register.'));
    for (const inline of inlinesOf(block)) out.push(...checkInline(inline, block, ids, people));
  }
  return out;
}

function checkInline(inline: Inline, block: Block, ids: ReadonlySet<string>, people: ReadonlySet<string>): Violation[] {
  if (!('type' in inline)) return [];
  if (inline.type === 'speaker' && !people.has(inline.person)) return [error('person', block.id, 'The text refers to a person who is not in the register.')];
  if (inline.type === 'cross-ref' && !ids.has(inline.target)) return [warn('cross-ref', block.id, 'A reference leads nowhere: its paragraph is gone.')];
  return inline.type === 'footnote' ? inline.children.flatMap((child) => checkInline(child, block, ids, people)) : [];
}

function checkPeople(draft: Draft): Violation[] {
  const out: Violation[] = [];
  const codes = new Set<string>();
  for (const [at, person] of draft.people.entries()) {
    const code = person.code.trim().toLowerCase();
    if (code !== '' && codes.has(code)) out.push(warn('code-twice', `people.${at}.code`, `The code “${person.code}” stands for two people.`));
    codes.add(code);
    if (person.name.trim() === '') out.push(warn('name-empty', `people.${at}.name`, 'A person has no name: the guard cannot look for it.'));
    if (person.category.trim() === '')
      out.push(warn('category-empty', `people.${at}.category`, 'A person has no category: the wording falls back to “participant”.'));
  }
  return out;
}
