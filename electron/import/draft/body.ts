/** Sections that were read find their places among the template's; what has none goes where free sections stand. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { Block, Body, Section } from '../../../shared/document/tree.ts';
import { type NewId, newSection } from '../../../shared/template/instantiate.ts';
import type { SectionDef, Template } from '../../../shared/template/schema.ts';
import { roleOf } from '../recognise/lexicon.ts';
import { BlockMaker } from './blocks.ts';

type Read = Imported['sections'][number];

/** Which of the template's sections a role may stand in, first choice first. */
const homes: Readonly<Record<string, readonly string[]>> = {
  introduction: ['introduction', 'summary', 'lead', 'overview', 'welcome'],
  summary: ['summary', 'lead', 'overview', 'introduction'],
  background: ['background', 'introduction'],
  conclusion: ['conclusion', 'conclusions', 'closing', 'next-steps'],
  'next-steps': ['next-steps', 'conclusion', 'conclusions'],
  recommendations: ['recommendations', 'requests'],
};

interface Placed {
  readonly def: SectionDef;
  readonly section: Section;
  readonly level: number;
}

export function buildBody(imported: Imported, template: Template, newId: NewId): Body {
  const builder = new BodyBuilder(imported, template, newId);
  for (const [at, section] of imported.sections.entries()) builder.place(section, at);
  return builder.finish();
}

class BodyBuilder {
  readonly #imported: Imported;
  readonly #template: Template;
  readonly #newId: NewId;
  readonly #blocks: BlockMaker;
  readonly #tops: Placed[] = [];
  #inner: Placed | null = null;

  constructor(imported: Imported, template: Template, newId: NewId) {
    this.#imported = imported;
    this.#template = template;
    this.#newId = newId;
    this.#blocks = new BlockMaker(imported, newId);
  }

  place(read: Read, at: number): void {
    const role = roleOf(read.title)?.role ?? null;
    const top = this.#tops.at(-1);
    if (top !== undefined && read.level > top.level) {
      const def = innerDef(top.def, role);
      if (def !== null) {
        this.#placeInner(top, def, read);
        return;
      }
      this.#subheading(this.#inner ?? top, read);
      return;
    }
    this.#placeTop(this.#topDef(role, at), read);
  }

  /** The template's own section for this role; free sections for the rest, and for recommendations that more themes follow. */
  #topDef(role: string | null, at: number): SectionDef {
    const { sections } = this.#template;
    const free = sections.find((def) => def.repeatable) ?? sections.find((def) => def.heading === 'editable') ?? sections[0];
    if (free === undefined) throw new Error('a template has at least one section');
    const wanted = role === null ? [] : (homes[role] ?? [role]);
    const found = wanted.map((id) => sections.find((def) => def.id === id)).find((def) => def !== undefined);
    if (found === undefined) return free;
    const later = this.#imported.sections.slice(at + 1).some((next) => next.level === 1 && roleOf(next.title) === null);
    return found.id === 'recommendations' && later ? free : found;
  }

  #placeTop(def: SectionDef, read: Read): void {
    this.#inner = null;
    const before = this.#tops.find((placed) => placed.def.id === def.id);
    if (before !== undefined && !def.repeatable) {
      this.#tops.splice(this.#tops.indexOf(before), 1);
      this.#tops.push(before);
      this.#subheading(before, read);
      return;
    }
    const section = this.#section(def, read);
    this.#tops.push({ def, section, level: read.level });
    if (def.blocks.length > 0 || def.sections.length === 0) this.#fill(section, def, read);
    else this.#fillInner(section, def, read);
  }

  /** A section that holds only sections: its own text goes into the first of them. */
  #fillInner(section: Section, def: SectionDef, read: Read): void {
    const [first] = def.sections;
    if (first === undefined || read.flow.length === 0) return;
    const inner = this.#section(first, { ...read, title: first.title });
    section.children.push(inner);
    this.#fill(inner, first, read);
  }

  #placeInner(top: Placed, def: SectionDef, read: Read): void {
    const before = top.section.children.find((child): child is Section => child.type === 'section' && child.section === def.id);
    if (before !== undefined && !def.repeatable) {
      this.#inner = { def, section: before, level: read.level };
      this.#subheading(this.#inner, read);
      return;
    }
    const section = this.#section(def, read);
    top.section.children.push(section);
    this.#inner = { def, section, level: read.level };
    this.#fill(section, def, read);
  }

  #subheading(into: Placed, read: Read): void {
    if (read.title !== '') into.section.children.push({ type: 'heading', id: this.#newId(), level: 2, children: [{ text: titleOf(read) }] });
    this.#fill(into.section, into.def, read);
  }

  #section(def: SectionDef, read: Read): Section {
    const fields: Record<string, string> = {};
    for (const field of def.fields) {
      if (field.id === 'host' && read.host !== null) fields['host'] = read.host;
      if (field.id === 'date' && read.date !== null) fields['date'] = read.date;
    }
    const title = read.title === '' ? def.title : titleOf(read);
    const heading: Block[] = def.heading === 'none' ? [] : [{ type: 'heading', id: this.#newId(), level: 1, children: [{ text: title }] }];
    const opens: Block[] = def.opens.map((text) => ({ type: 'fixed-text', id: this.#newId(), text, children: [{ text: '' }] }));
    return { type: 'section', id: this.#newId(), section: def.id, ...(Object.keys(fields).length > 0 ? { fields } : {}), children: [...heading, ...opens] };
  }

  #fill(section: Section, def: SectionDef, read: Read): void {
    section.children.push(...this.#blocks.make(read, def));
  }

  /** In the template's order; what is required and was not found is added empty. */
  finish(): Body {
    const body: Body = [];
    for (const def of this.#template.sections) {
      const found = this.#tops.filter((placed) => placed.def.id === def.id).map(({ section }) => section);
      if (found.length === 0 && def.required) body.push(newSection(def, this.#template, this.#newId));
      for (const section of found) {
        this.#complete(section, def);
        body.push(section);
      }
    }
    return body;
  }

  #complete(section: Section, def: SectionDef): void {
    const inner = section.children.filter((child): child is Section => child.type === 'section');
    const own = section.children.filter((child) => child.type !== 'section');
    const ordered = def.sections.flatMap((child) => {
      const found = inner.filter((node) => node.section === child.id);
      return found.length === 0 && child.required ? [newSection(child, this.#template, this.#newId)] : found;
    });
    section.children = [...own, ...ordered];
    for (const [at, child] of ordered.entries()) if (child.children.length === 0) ordered[at]?.children.push(this.#blocks.empty());
    if (section.children.length === 0) section.children.push(this.#blocks.empty());
  }
}

function titleOf(read: Read): string {
  return read.number === null ? read.title : `${read.number}. ${read.title}`;
}

function innerDef(def: SectionDef, role: string | null): SectionDef | null {
  const byRole = role === null ? undefined : def.sections.find(({ id }) => id === role);
  return byRole ?? def.sections.find(({ heading, repeatable }) => heading === 'editable' && repeatable) ?? null;
}
