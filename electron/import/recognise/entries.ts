/** Sections to entries: one bullet, one numbered paragraph, one sub-item is one entry; questions also one a sentence. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { Entry, EntryKind } from '../../../shared/entry/entry.ts';
import { placeOf } from '../repair/repair.ts';
import type { Block, NoteRef } from '../text/block.ts';
import { type Intervention, speakerOf } from './interventions.ts';
import type { OutlineSection } from './outline.ts';
import { addresseesOf, stanceOf, supportOf, themesOf } from './statement.ts';
import { quotedParts, sentences, wordCount } from './words.ts';

export interface BuiltEntries {
  readonly sections: Imported['sections'];
  readonly entries: Entry[];
  /** Marks of notes and the entry they stand in. */
  readonly references: readonly NoteRef[];
}

type Flow = Imported['sections'][number]['flow'];

/** Sections whose prose is their content: without a list, each paragraph is an entry. */
const listless = new Set(['key-points', 'key-conclusions', 'proposals', 'lessons']);
const monologues = new Set(['welcome', 'introductory-remarks', 'keynote']);
const caveat =
  /individual proposals|not (?:\w+ ){0,2}(?:an )?exhaustive|food for thought|not (?:\w+ )?necessarily (?:enjoy|agree|reflect|have)|may not have the support|were put forward|following (?:points|proposals|conclusions)/i;

export function buildEntries(sections: readonly OutlineSection[], form: string | null, language: string): BuiltEntries {
  const builder = new EntryBuilder(form, language);
  for (const section of sections) builder.section(section);
  return { sections: builder.sections, entries: builder.entries, references: builder.references };
}

class EntryBuilder {
  readonly sections: Imported['sections'] = [];
  readonly entries: Entry[] = [];
  readonly references: NoteRef[] = [];
  readonly #form: string | null;
  readonly #language: string;
  #recommending = false;
  #number: { label: string; kind: EntryKind } | null = null;
  #speaker: Intervention | null = null;
  #paragraphs: string[] = [];
  #indices: number[] = [];
  #flow: Flow = [];

  constructor(form: string | null, language: string) {
    this.#form = form;
    this.#language = language;
  }

  section(section: OutlineSection): void {
    this.#paragraphs = [];
    this.#indices = [];
    this.#flow = [];
    this.#speaker = null;
    this.#number = null;
    const { role } = section;
    if (role?.role === 'recommendations') this.#recommending = true;
    else if (role !== null && role.level === 1) this.#recommending = false;
    const prose = role !== null && listless.has(role.role) && !section.blocks.some(({ kind }) => kind !== 'para' && kind !== 'quote');
    for (const block of section.blocks) this.#block(block, section, prose);
    const { title, number, level, path, date, host } = section;
    this.sections.push({ title, number, level, path: [...path], date, host, paragraphs: this.#paragraphs, entries: this.#indices, flow: this.#flow });
  }

  #block(block: Block, section: OutlineSection, prose: boolean): void {
    if (section.role?.role === 'key-questions') {
      this.#question(block, section);
      return;
    }
    if (block.kind === 'number') this.#numbered(block, section);
    else if (block.kind === 'subitem') this.#subitem(block, section);
    else if (block.kind === 'bullet') this.#bullet(block, section);
    else if (prose && block.kind === 'para' && wordCount(block.text) >= 5 && !caveat.test(block.text))
      this.#add(block, section, kindOf(section) ?? 'statement', null, null);
    else if (block.kind === 'para' && /^(?:Decision|Décision|Decisión|Acuerdo)\s*(?:\d+)?\s*:/u.test(block.text))
      this.#add(block, section, 'conclusion', null, null);
    else if (block.kind === 'para' && /^Action(?: point)?\s*(?:\d+)?\s*:/i.test(block.text)) this.#add(block, section, 'proposal', null, null);
    else this.#paragraph(block);
  }

  #paragraph(block: Block): void {
    this.#text(block.text);
    if (block.kind !== 'row') this.#number = null;
    for (const { mark } of block.notes) this.references.push({ mark, entry: null });
  }

  #text(text: string): void {
    this.#flow.push({ paragraph: this.#paragraphs.length });
    this.#paragraphs.push(text);
  }

  #question(block: Block, section: OutlineSection): void {
    if (block.kind !== 'para' && block.kind !== 'quote') {
      this.#add(block, section, 'question', block.kind === 'number' || block.kind === 'subitem' ? block.label : null, null);
      return;
    }
    const parts = sentences(block.text);
    const asks = (text: string) => /\?["”’)\]]*$/.test(text);
    const context = parts.filter(({ text }) => !asks(text)).map(({ text }) => text);
    if (context.length > 0) this.#text(context.join(' '));
    for (const part of parts.filter(({ text }) => asks(text))) this.#add({ ...block, text: part.text, notes: [] }, section, 'question', null, null);
    for (const { mark } of block.notes) this.references.push({ mark, entry: null });
  }

  #numbered(block: Block, section: OutlineSection): void {
    const label = block.label ?? '';
    const outcome = /^\d{2,3}\.\d/.test(label);
    const kind = outcome || this.#recommending ? 'recommendation' : (numberedKind(section) ?? 'statement');
    this.#number = { label, kind };
    this.#add(block, section, kind, label, outcome ? bracketed(block.text) : null);
  }

  #subitem(block: Block, section: OutlineSection): void {
    const parent = this.#number;
    const kind = parent?.kind ?? kindOf(section) ?? (this.#recommending ? 'recommendation' : 'statement');
    this.#add(block, section, kind, parent === null ? block.label : `${parent.label}.${block.label ?? ''}`, null);
  }

  #bullet(block: Block, section: OutlineSection): void {
    if (this.#form === 'roundtable') {
      this.#speaker = speakerOf(
        block,
        this.#speaker,
        section.roles.some((role) => role !== null && monologues.has(role.role)),
      );
      this.#add(block, section, 'statement', null, this.#speaker?.attribution ?? null);
      return;
    }
    const kind = this.#number !== null ? this.#number.kind : this.#recommending ? 'recommendation' : kindOf(section);
    if (kind === null && (this.#form !== null || section.role !== null)) this.#paragraph(block);
    else this.#add(block, section, kind ?? 'statement', null, null);
  }

  #add(block: Block, section: OutlineSection, kind: EntryKind, number: string | null, attribution: string | null): void {
    const text = block.text.trim();
    const said = supportOf(text, this.#language);
    const before = this.#indices.length > 0 ? this.entries[this.#indices.at(-1) ?? -1] : undefined;
    if (said.opposes && before !== undefined && before.kind === kind) before.contested = true;
    const index = this.entries.length;
    this.entries.push({
      kind,
      text,
      section: [...section.path],
      number,
      support: kind === 'question' ? null : said.support,
      contested: kind !== 'question' && said.contested,
      ...stanceOf(text, kind),
      addressees: addresseesOf(text, kind, section.title),
      quoted: quotedParts(text),
      attribution: attribution ?? (kind === 'question' ? null : said.attribution),
      themes: themesOf(text),
      source: { ...placeOf(block), ...(number === null ? {} : { paragraph: number }) },
    });
    this.#indices.push(index);
    this.#flow.push({ entry: index });
    for (const { mark } of block.notes) this.references.push({ mark, entry: index });
  }
}

/** What the section, or the nearest around it, records its items as. */
function kindOf(section: OutlineSection): EntryKind | null {
  for (const role of [...section.roles].reverse()) if (role !== null) return role.entry ?? null;
  return null;
}

/** Numbered paragraphs of a conclusion or of prose are statements; lists of lessons, decisions and the like keep their kind. */
function numberedKind(section: OutlineSection): EntryKind | null {
  const kind = kindOf(section);
  const roleId = section.roles.findLast((role) => role !== null)?.role ?? '';
  return roleId === 'conclusion' ? 'statement' : kind;
}

/** "… (Norway)" at the end of a recommendation: who recommended it. */
function bracketed(text: string): string | null {
  return /\(([^()]{2,200})\)[\s;.]*$/.exec(text)?.[1]?.trim() ?? null;
}
