/** Entries and searchable text of an issued document: what the archive files. Made from a Publication, so nothing private can enter. */

import { runText } from '../publication/inlines.ts';
import type { PubBlock, Publication } from '../publication/publication.ts';
import type { Entry } from './entry.ts';

/** One paragraph of the document in order; `entry` is set where it is recorded as one. */
export interface FiledParagraph {
  readonly text: string;
  readonly number: string | null;
  readonly section: readonly string[];
  readonly entry: Entry | null;
  /** Anchor of the block it was made from; null for notes. */
  readonly anchor: string | null;
}

/** Every paragraph of a publication, in order, headings left out (they are the paragraphs' `section`). */
export function filedParagraphs(publication: Publication): FiledParagraph[] {
  const out: FiledParagraph[] = [];
  const section: string[] = [];
  let paragraph = '';
  let leadIn: string | null = null;
  for (const block of publication.body) {
    if (block.type === 'heading') {
      section.length = block.level - 1;
      for (let at = 0; at < section.length; at++) section[at] ??= '';
      section.push(runText(block.content));
      leadIn = null;
      continue;
    }
    if (block.type === 'numbered') paragraph = String(block.number);
    leadIn = block.type === 'intervention' ? runText(block.content).replace(/:\s*$/, '') : block.type === 'bullet' ? leadIn : null;
    const number = numberOf(block, paragraph);
    const titles = section.filter((title) => title !== '');
    for (const text of textsOf(block)) out.push({ text, number, section: titles, entry: entryOf(block, text, titles, number, leadIn), anchor: block.anchor });
  }
  const notes = publication.notes.map((note) => ({ text: runText(note.content), number: null, section: ['Notes'], entry: null, anchor: null }));
  return [...out, ...notes].filter(({ text }) => text.trim() !== '');
}

function textsOf(block: PubBlock): string[] {
  if (block.type === 'table')
    return block.rows.map((row) =>
      row
        .map(runText)
        .filter((cell) => cell.trim() !== '')
        .join(' · '),
    );
  return block.type === 'pull-quote' ? [] : [runText(block.content)];
}

/** "8", "8.iv"; null for what carries no number. */
function numberOf(block: PubBlock, paragraph: string): string | null {
  if (block.type === 'numbered') return String(block.number);
  if (block.type !== 'subitem') return null;
  const own = block.label.replace(/[().]/g, '');
  return paragraph === '' ? own : `${paragraph}.${own}`;
}

function entryOf(block: PubBlock, text: string, section: readonly string[], number: string | null, leadIn: string | null): Entry | null {
  if (block.entry === undefined || block.type === 'table') return null;
  const { kind, support, contested, polarity, modality, addressees, themes } = block.entry;
  const attributed = 'content' in block ? block.content.find((inline) => 'attributed' in inline && inline.attributed === true) : undefined;
  return {
    kind,
    text,
    section: [...section],
    number,
    support: support ?? null,
    contested: contested ?? false,
    polarity: polarity ?? null,
    modality: modality ?? null,
    addressees: [...(addressees ?? [])],
    quoted: [...text.matchAll(/[“"«]([^”"»]{3,})[”"»]/gu)].map((match) => match[1] ?? ''),
    attribution: attributed !== undefined && 'text' in attributed ? attributed.text : leadIn,
    themes: [...(themes ?? [])],
    source: number === null ? {} : { paragraph: number },
  };
}
