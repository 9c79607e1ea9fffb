/** Lines to blocks: paragraphs, bullets, numbered paragraphs. Wrapped lines are joined; nothing is judged yet. */
import { findDate } from '../recognise/dates.ts';
import { exactRoleOf, hostOpening } from '../recognise/lexicon.ts';
import { bare, endsSentence, wordCount } from '../recognise/words.ts';
import type { Source, SourceLine } from '../source.ts';
import { cleanText, type Mark, type NoteMark } from './clean-line.ts';

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

interface Opened {
  readonly kind: Block['kind'];
  readonly label: string | null;
  readonly indent: number;
  readonly rest: string;
}

const bulletSign = /^(\s*)([•·▪◦‣■●○➢✓➤]|[-*–—](?=\s)|o(?=\s{1,4}\p{Lu}))\s*/u;
const arabic = /^(\s*)\(?(\d{1,3}(?:\.\d{1,3}){0,2})[.)]\s+(?=\S)/;
const outcome = /^(\s*)(\d{2,3}\.\d{1,3})\.?\s+(?=\p{Lu})/u;
const romans = /^(\s*)\(?(x{0,3}(?:ix|iv|v?i{0,3}))[.)]\s+(?=\S)/;
const letters = /^(\s*)\(?([a-z])\)\s+(?=\S)/;

/** What a line begins with: a bullet, a number, a roman or lettered sub-item; null where it begins nothing. */
function opening(text: string): Opened | null {
  const margin = /^(\s*)[|>]\s+(?=[^|]+$)/.exec(text);
  if (margin !== null) return { kind: 'quote', label: null, indent: margin[1]?.length ?? 0, rest: text.slice(margin[0].length) };
  const sign = bulletSign.exec(text);
  const after = sign === null ? text : text.slice(sign[0].length);
  const indent = (sign ?? /^(\s*)/.exec(text))?.[1]?.length ?? 0;
  for (const [pattern, kind] of [
    [outcome, 'number'],
    [arabic, 'number'],
    [romans, 'subitem'],
    [letters, 'subitem'],
  ] as const) {
    const match = pattern.exec(after);
    if (match !== null && (match[2] ?? '') !== '') return { kind, label: match[2] ?? '', indent, rest: after.slice(match[0].length) };
  }
  return sign === null || after === '' ? null : { kind: 'bullet', label: null, indent, rest: after };
}

interface Shape {
  /** Size that most text is set in; 0 where the file knows none. */
  readonly body: number;
  /** The file breaks lines at a margin; else a line is a paragraph. */
  readonly wrapped: boolean;
  /** Length that nine lines in ten do not exceed. */
  readonly width: number;
}

function shapeOf(lines: readonly SourceLine[]): Shape {
  const lengths = lines
    .map((line) => line.text.trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return { wrapped: width <= 130, width, body: commonSize(lines) };
}

function commonSize(lines: readonly SourceLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) if (size !== undefined) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

export function blocksOf(source: Source): Block[] {
  const builder = new Builder(shapeOf(source.lines), source.kind === 'text', vocabulary(source.lines.map(({ text }) => text)));
  for (const line of source.lines) builder.add(line);
  builder.blank();
  return builder.blocks;
}

class Builder {
  readonly blocks: Block[] = [];
  readonly #shape: Shape;
  readonly #markup: boolean;
  readonly #words: ReadonlySet<string>;
  #open: Block | null = null;
  #lastRaw = '';
  #gap = true;
  #lastNumber = 0;
  #page: number | undefined;
  #indents: number[] = [];

  constructor(shape: Shape, markup: boolean, words: ReadonlySet<string>) {
    this.#shape = shape;
    this.#markup = markup;
    this.#words = words;
  }

  add(line: SourceLine): void {
    if (line.page !== this.#page) this.#edge(line.page);
    if (line.apart === true) this.blank();
    if (line.text.trim() === '') {
      this.blank();
      return;
    }
    if (line.hint !== undefined || line.whole === true) {
      this.#close(true);
      this.#put(hinted(line), true);
      this.#close(true);
      return;
    }
    if (/^\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*$/.test(line.text)) {
      this.#rule(line.text.trim());
      return;
    }
    const found = this.#accepted(opening(line.text), line);
    if (found?.kind === 'quote' && this.#open?.kind === 'quote' && !this.#gap) this.#append({ ...line, text: found.rest });
    else if (found !== null) this.#begin(line, found);
    else if (this.#markup && (this.#gap || this.#open?.kind === 'note') && noteSign.test(line.text)) this.#begin(line, plainOpening(line, true));
    else if (this.#continues(line)) this.#append(line);
    else this.#begin(line, plainOpening(line, this.#markup));
    this.#lastRaw = line.text;
  }

  /** A line of signs under a single line makes it a heading; anywhere else it parts two blocks. */
  #rule(signs: string): void {
    const level = signs.startsWith('=') ? 1 : 2;
    if (!this.#gap && this.#open?.kind === 'para' && this.#open.text.length <= 140) this.#open = { ...this.#open, kind: 'heading', level };
    this.blank();
  }

  blank(): void {
    this.#close(true);
    this.#gap = true;
  }

  /** A page's edge closes nothing by itself: the repair of broken paragraphs looks at it later. */
  #edge(page: number | undefined): void {
    if (this.#page !== undefined) this.blank();
    this.#page = page;
  }

  /** A number in the middle of a wrapped paragraph opens nothing unless it follows the last one. */
  #accepted(found: Opened | null, line: SourceLine): Opened | null {
    if (found === null || this.#gap || this.#open === null) return found;
    if (found.kind === 'bullet') return this.#isDash(line) ? null : found;
    if (found.kind === 'number') {
      const number = Number.parseInt(found.label ?? '', 10);
      return bulletSign.test(line.text) || number === this.#lastNumber + 1 || endsSentence(this.#lastRaw) ? found : null;
    }
    return found;
  }

  /** A dash that goes on with a sentence, and opens no item. */
  #isDash(line: SourceLine): boolean {
    const open = this.#open;
    if (open === null || open.kind === 'bullet' || !/^\s*[–—]\s/.test(line.text) || endsSentence(this.#lastRaw)) return false;
    const headed = open.size !== undefined && line.size !== undefined && open.size > line.size * 1.07;
    return !headed && this.#lastRaw.trim().length > this.#shape.width * 0.6;
  }

  #continues(line: SourceLine): boolean {
    const open = this.#open;
    if (open === null || this.#gap) return false;
    if (open.size !== undefined && line.size !== undefined && Math.abs(open.size - line.size) > open.size * 0.07) return false;
    if (exactRoleOf(open.text) !== null && open.kind !== 'bullet') return false;
    if (
      hostOpening.test(line.text.trim()) ||
      (exactRoleOf(line.text) !== null && line.text.trim().length < 60 && !/^\p{Ll}|[.,;]$/u.test(line.text.trim()) && endsSentence(this.#lastRaw))
    )
      return false;
    if (isDateLine(line.text) || (open.kind === 'para' && isDateLine(open.text))) return false;
    // A title or heading set large may run over several lines.
    if (open.kind === 'para' && line.size !== undefined && this.#shape.body > 0 && line.size > this.#shape.body * 1.15) return true;
    const lower = /^\s*["“‘(]?\p{Ll}/u.test(line.text);
    const last = this.#lastRaw.trim();
    if (!this.#shape.wrapped)
      return lower || (/^\s/.test(line.text) && !endsSentence(last)) || (last.length < 90 && !endsSentence(last) && open.kind !== 'para');
    if (lower) return true;
    if (last.length < this.#shape.width * 0.72 && endsSentence(last) && open.kind === 'para') return false;
    return !(last === open.text && last.length < this.#shape.width * 0.6 && !endsSentence(last) && open.kind === 'para');
  }

  #begin(line: SourceLine, found: Opened): void {
    this.#close(this.#gap);
    const clean = withSourceMarks(found.rest, line, this.#markup);
    const number = found.kind === 'number' ? Number.parseInt(found.label ?? '', 10) : Number.NaN;
    if (found.kind === 'number') this.#lastNumber = number;
    const level = found.kind === 'bullet' ? this.#levelOf(found.indent) : found.kind === 'heading' ? Number(found.label ?? 0) : 1;
    if (found.kind !== 'bullet') this.#indents = found.kind === 'subitem' || found.kind === 'number' ? [] : this.#indents;
    this.#put({ ...base(line), kind: found.kind, ...clean, label: found.kind === 'heading' ? null : found.label, level, alone: this.#gap }, this.#gap);
  }

  /** Bullets nest by their indents: deeper than the last is one level more. */
  #levelOf(indent: number): number {
    while (this.#indents.length > 0 && (this.#indents.at(-1) ?? 0) > indent) this.#indents.pop();
    if (this.#indents.at(-1) !== indent) this.#indents.push(indent);
    return Math.min(3, this.#indents.length);
  }

  #append(line: SourceLine): void {
    if (this.#open === null) return;
    const clean = withSourceMarks(line.text.trim(), line, this.#markup);
    this.#open = joined(this.#open, { ...this.#open, ...clean }, this.#words);
  }

  #put(block: Block, gap: boolean): void {
    this.#open = { ...block, alone: gap };
    this.#gap = false;
    this.#lastRaw = block.text;
  }

  #close(gapAfter: boolean): void {
    if (this.#open === null) return;
    const { alone, text, ...rest } = this.#open;
    if (text.trim() !== '') this.blocks.push({ ...rest, text: text.trimEnd(), alone: alone && gapAfter });
    this.#open = null;
  }
}

function base(line: SourceLine): Pick<Block, 'line' | 'page' | 'size'> {
  return { line: line.line, ...(line.page === undefined ? {} : { page: line.page }), ...(line.size === undefined ? {} : { size: line.size }) };
}

const noteSign = /^\s*(?:<sup>\s*(\d{1,3})\s*<\/sup>|([⁰¹²³⁴-⁹]{1,3})|\[\^(\w{1,4})\]:?|\[(\d{1,3})\](?=\s))\s*/u;

/** A line that opens no list: a Markdown heading, a note ("¹ As an example"), or plain text. */
function plainOpening(line: SourceLine, markup: boolean): Opened {
  const text = line.text.trim();
  const hash = markup ? /^(#{1,6})\s+/.exec(text) : null;
  if (hash !== null) return { kind: 'heading', label: String(hash[1]?.length ?? 1), indent: 0, rest: text.slice(hash[0].length) };
  const note = noteSign.exec(text);
  if (note !== null) return { kind: 'note', label: note[4] ?? cleanText(note[0]).notes[0]?.mark ?? null, indent: 0, rest: text.slice(note[0].length) };
  return { kind: 'para', label: null, indent: 0, rest: text };
}

/** A line whose format said what it is. */
function hinted(line: SourceLine): Block {
  const { hint } = line;
  const clean = withSourceMarks(line.text.trim(), line, false);
  const whole = { ...base(line), ...clean, alone: true };
  if (hint === undefined) return { ...whole, ...typed(line, whole) };
  if (hint.kind === 'heading') return { ...whole, kind: 'heading', label: null, level: hint.level };
  if (hint.kind === 'bullet') return { ...whole, kind: 'bullet', label: null, level: hint.level };
  if (hint.kind === 'quote') return { ...whole, kind: 'quote', label: null, level: 1 };
  if (hint.kind === 'note') return { ...whole, kind: 'note', label: hint.mark, level: 1 };
  if (hint.kind === 'row') return { ...whole, kind: 'row', label: null, level: 1, cells: hint.cells };
  const label = hint.label.replace(/[.)\s]+$/, '').replace(/^[\s(]+/, '');
  return { ...whole, kind: /^\d/.test(label) ? 'number' : 'subitem', label, level: 1 };
}

/** A whole paragraph whose number or bullet was typed. */
function typed(line: SourceLine, whole: Pick<Block, 'text' | 'marks' | 'notes'>): Pick<Block, 'kind' | 'label' | 'level' | 'text' | 'marks' | 'notes'> {
  const found = opening(line.text.trim());
  if (found === null) return { ...whole, kind: 'para', label: null, level: 1 };
  const cut = whole.text.length - found.rest.length;
  return {
    kind: found.kind,
    label: found.label,
    level: 1,
    text: found.rest,
    marks: whole.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - cut), end: Math.max(0, mark.end - cut) }))
      .filter(({ start, end }) => end > start),
    notes: whole.notes.map((note) => ({ ...note, at: Math.max(0, note.at - cut) })),
  };
}

/** Marks that the format gave, or that the text itself still holds. Raised numbers are note marks and leave the text. */
function withSourceMarks(text: string, line: SourceLine, markup: boolean): Pick<Block, 'text' | 'marks' | 'notes'> {
  if (markup) return cleanText(text);
  const offset = line.text.indexOf(text);
  const raised = (line.marks ?? []).filter(({ mark, start, end }) => mark === 'superscript' && /^\d{1,3}$/.test(line.text.slice(start, end).trim()));
  const cuts = raised.map(({ start, end }) => ({ start: start - offset, end: end - offset })).filter(({ start }) => start >= 0);
  const before = (at: number) => cuts.filter(({ end }) => end <= at).reduce((sum, cut) => sum + cut.end - cut.start, 0);
  const marks = (line.marks ?? [])
    .filter(({ mark }) => mark !== 'superscript')
    .map(({ start, end, mark }) => ({
      start: Math.max(0, start - offset - before(start - offset)),
      end: end - offset - before(end - offset),
      mark: mark as 'bold' | 'italic',
    }))
    .filter(({ start, end }) => end > start);
  const notes = cuts.map(({ start, end }) => ({ mark: text.slice(start, end).trim(), at: start - before(start) }));
  return { text: cuts.reduceRight((now, { start, end }) => now.slice(0, start) + now.slice(end), text), marks, notes };
}

/** A short line that is a day or a range of days, with a code or a place at most. */
function isDateLine(text: string): boolean {
  if (hostOpening.test(text)) return text.trim().endsWith(findDate(text, 2000)?.text ?? '\u0000');
  const date = wordCount(text) <= 16 ? findDate(text, null) : null;
  return date !== null && wordCount(text.replace(date.text, '')) <= 6 && !/[.,;:]\s*$/.test(text);
}

/** Whether every letter of a block is bold. */
export function whollyBold(block: Block): boolean {
  const covered = block.marks.filter(({ mark }) => mark === 'bold').reduce((sum, { start, end }) => sum + end - start, 0);
  return covered >= block.text.trim().length * 0.9 && bare(block.text) !== '';
}
