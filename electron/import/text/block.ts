/** A block: one paragraph, bullet or numbered paragraph, with its marks and its place. */
import { bare } from '../recognise/words.ts';
import type { Mark, NoteMark } from './clean-line.ts';

/** A note's mark in the text and the entry it stands in; null: outside every entry. */
export interface NoteRef {
  readonly mark: string;
  readonly entry: number | null;
}

export interface Block {
  readonly kind: 'heading' | 'bullet' | 'number' | 'subitem' | 'para' | 'quote' | 'row' | 'note';
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly notes: readonly NoteMark[];
  /** Number as printed, without its stop: "8", "iv", "140.7"; a note's mark. */
  readonly label: string | null;
  /** From 1. For headings: 0 where the file says nothing. */
  readonly level: number;
  readonly line: number;
  readonly page?: number;
  /** A blank line, a page's edge or the file's stands before and after. */
  readonly alone: boolean;
  readonly size?: number;
  readonly cells?: readonly string[];
}

/** One block after another, as one: the second's marks and notes move along. A hyphen at the seam stays in a compound and goes
 *  where the whole word, or neither half, is known to the text. */
export function joined(a: Block, b: Block, words: ReadonlySet<string> = new Set()): Block {
  const hyphen = /(\p{L}+)-$/u.exec(a.text);
  const next = /^\p{Ll}+/u.exec(b.text)?.[0];
  const head = hyphen === null || next === undefined ? `${a.text} ` : keepsHyphen(hyphen[1] ?? '', next, words) ? a.text : a.text.slice(0, -1);
  const shift = head.length;
  return {
    ...a,
    text: head + b.text,
    marks: [...a.marks, ...b.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }))],
    notes: [...a.notes, ...b.notes.map((note) => ({ ...note, at: note.at + shift }))],
  };
}

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  if (words.has(`${a}-${b}`)) return true;
  return !words.has(a + b) && words.has(a) && words.has(b);
}

/** The words of a text, compounds whole, without the halves that a line's end left: for telling a hyphen of the line from one of the word. */
export function vocabulary(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  let broken = false;
  for (const text of texts) {
    const list = text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
    const ends = /\p{L}-\s*$/u.test(text);
    for (const word of list.slice(broken ? 1 : 0, ends ? -1 : undefined)) words.add(word);
    if (list.length > 0) broken = ends;
  }
  return words;
}

/** Whether every letter of a block is bold. */
export function whollyBold(block: Block): boolean {
  const covered = block.marks.filter(({ mark }) => mark === 'bold').reduce((sum, { start, end }) => sum + end - start, 0);
  return covered >= block.text.trim().length * 0.9 && bare(block.text) !== '';
}
