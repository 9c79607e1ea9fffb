/**
 * What the page shows and nobody types: numbers, note numbers, worded speakers and references, word counts.
 * Made by the same pure functions that `publish` uses, so the sheet says what the issued page will say.
 */
import type { Draft } from '../../../shared/document/draft.ts';
import { type NumberLabel, numberBody, numberNotes } from '../../../shared/document/numbering.ts';
import { blocksOf, countWords, inlinesOf, type Placed, plain } from '../../../shared/document/text.ts';
import type { Body, CrossRef, Footnote, Inline, Speaker } from '../../../shared/document/tree.ts';
import { type Opposites, oppositesOf } from '../../../shared/entry/opposites.ts';
import { type WordedMention, wordMentions } from '../../../shared/people/wording.ts';
import { collectMentions, mentionKey } from '../../../shared/publication/mentions.ts';
import { type ReferenceTable, referenceTable, referenceWording } from '../../../shared/publication/references.ts';
import { type SectionState, sectionStates } from '../../../shared/template/completeness.ts';
import type { Template } from '../../../shared/template/schema.ts';
import { sectionDef } from '../../../shared/template/sections.ts';

export interface PageNote {
  readonly id: string;
  readonly number: number;
  readonly node: Footnote;
  /** Block that the note stands in. */
  readonly block: string;
}

export interface Facts {
  readonly labels: ReadonlyMap<string, NumberLabel>;
  /** Note numbers by footnote id. */
  readonly notes: ReadonlyMap<string, number>;
  /** Notes by the id of the top-level section whose sheet they stand on. */
  readonly sheetNotes: ReadonlyMap<string, readonly PageNote[]>;
  /** Wordings of speakers by their node, of lead-ins by block id; null where the person is gone. */
  readonly speakers: ReadonlyMap<Speaker | string, WordedMention | null>;
  /** Wordings of references by their node. */
  readonly references: ReadonlyMap<CrossRef, { readonly text: string; readonly found: boolean }>;
  readonly table: ReferenceTable;
  /** Opposite positions, from either side. */
  readonly opposites: Opposites;
  readonly states: readonly SectionState[];
  /** First and last paragraph number by section id. */
  readonly ranges: ReadonlyMap<string, readonly [string, string]>;
  readonly words: number;
  readonly paragraphs: number;
  /** How many blocks the archive will record as entries. */
  readonly entries: number;
}

export type FactsInput = Pick<Draft, 'people' | 'rule' | 'k' | 'language'>;

/** All facts of one body. A few milliseconds at 100,000 words: run when structure changes, and a moment after typing. */
export function makeFacts(body: Body, template: Template, draft: FactsInput): Facts {
  const placed = [...blocksOf(body)];
  const labels = numberBody(body, template.numbering);
  const table = referenceTable(body, labels, draft.language);
  const notes = numberNotes(body);
  return {
    labels,
    notes,
    table,
    sheetNotes: notesBySheet(placed, notes),
    speakers: wordSpeakers(placed, draft),
    references: wordReferences(placed, table),
    opposites: oppositesOf(placed.map(({ block }) => block)),
    states: sectionStates({ body }, template),
    ranges: rangesOf(placed, labels),
    words: placed.reduce((sum, { block }) => sum + countWords(plain(block)), 0),
    paragraphs: [...labels.values()].filter((label) => label.kind === 'numbered').length || placed.filter(({ block }) => block.type !== 'heading').length,
    entries: placed.filter((each) => isEntry(each, template)).length,
  };
}

function isEntry({ block, sections }: Placed, template: Template): boolean {
  if (block.type === 'heading' || (block.type !== 'table' && block.type !== 'figure' && plain(block).trim() === '')) return false;
  const own = block.entry?.kind;
  return (own === undefined ? sectionDef(template, sections)?.entries[block.type] : own) != null;
}

const typed = (inline: Inline): inline is Exclude<Inline, { text: string }> => 'type' in inline;

function notesBySheet(placed: readonly Placed[], numbers: ReadonlyMap<string, number>): Map<string, PageNote[]> {
  const sheets = new Map<string, PageNote[]>();
  for (const { block, sections } of placed) {
    const sheet = sections[0]?.id ?? '';
    for (const inline of inlinesOf(block)) {
      if (!typed(inline) || inline.type !== 'footnote') continue;
      const list = sheets.get(sheet) ?? [];
      sheets.set(sheet, list);
      list.push({ id: inline.id, number: numbers.get(inline.id) ?? 0, node: inline, block: block.id });
    }
  }
  return sheets;
}

function wordSpeakers(placed: readonly Placed[], draft: FactsInput): Map<Speaker | string, WordedMention | null> {
  const { mentions, index } = collectMentions(placed, draft.rule);
  const worded = wordMentions(mentions, draft.people, { k: draft.k, language: draft.language });
  const found = new Map<Speaker | string, WordedMention | null>();
  for (const { block } of placed) {
    const lead = index.get(mentionKey(block.id, -1));
    if (lead !== undefined) found.set(block.id, worded[lead] ?? null);
    for (const [at, inline] of inlinesOf(block).entries()) {
      const place = index.get(mentionKey(block.id, at));
      if (place !== undefined && typed(inline) && inline.type === 'speaker') found.set(inline, worded[place] ?? null);
    }
  }
  return found;
}

function wordReferences(placed: readonly Placed[], table: ReferenceTable): Map<CrossRef, { text: string; found: boolean }> {
  const found = new Map<CrossRef, { text: string; found: boolean }>();
  const visit = (inline: Inline, block: string): void => {
    if (!typed(inline)) return;
    if (inline.type === 'cross-ref') found.set(inline, referenceWording(table, inline.target, block));
    if (inline.type === 'footnote') for (const child of inline.children) visit(child, block);
  };
  for (const { block } of placed) for (const inline of inlinesOf(block)) visit(inline, block.id);
  return found;
}

function rangesOf(placed: readonly Placed[], labels: ReadonlyMap<string, NumberLabel>): Map<string, [string, string]> {
  const ranges = new Map<string, [string, string]>();
  for (const { block, sections } of placed) {
    const label = labels.get(block.id);
    if (label?.kind !== 'numbered') continue;
    for (const section of sections) ranges.set(section.id, [ranges.get(section.id)?.[0] ?? label.ref, label.ref]);
  }
  return ranges;
}
