/** Lines to blocks: paragraphs, bullets, numbered paragraphs. Wrapped lines are joined; nothing is judged yet. */
import { findDate } from '../recognise/dates.ts';
import { exactRoleOf, hostOpening } from '../recognise/lexicon.ts';
import { endsSentence, wordCount } from '../recognise/words.ts';
import type { Source, SourceLine } from '../source.ts';
import { type Block, joined, vocabulary } from './block.ts';
import { base, hinted, withSourceMarks } from './hinted.ts';
import { titlesBeforeHosts } from './host-titles.ts';
import { bulletSign, loneSign, noteSign, type Opened, opening, plainOpening } from './opening.ts';

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
  const titles = titlesBeforeHosts(source.lines);
  for (const line of source.lines) {
    if (titles.has(line)) builder.blank();
    builder.add(line);
  }
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
  /** Where the open item's sign stands, and whether its further lines hang deeper. */
  #sign = 0;
  #hangs = false;
  /** The sign itself. */
  #signed = '';
  /** Signs that stood alone on their lines; the paragraphs after them are their items. */
  readonly #waiting: Opened[] = [];

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
    const sign = this.#markup ? loneSign(line.text) : null;
    if (sign !== null) {
      this.#close(true);
      this.#waiting.push(sign);
      return;
    }
    if (exactRoleOf(line.text) !== null || hostOpening.test(line.text.trim())) this.#waiting.length = 0;
    const next = this.#gap || this.#open === null || (endsSentence(this.#lastRaw) && this.#brokeEarly(line));
    const awaited = next ? this.#waiting.shift() : undefined;
    if (awaited !== undefined) {
      this.#begin(line, { ...awaited, rest: line.text.trim() });
      this.#lastRaw = line.text;
      return;
    }
    const found = this.#accepted(opening(line.text), line);
    if (found?.kind === 'quote' && this.#open?.kind === 'quote' && !this.#gap) this.#append({ ...line, text: found.rest });
    else if (found !== null) this.#begin(line, found);
    else if (this.#markup && (this.#gap || this.#open?.kind === 'note') && noteSign.test(line.text)) this.#begin(line, plainOpening(line, true));
    else if (this.#continues(line)) this.#append(line);
    else {
      if (this.#brokeEarly(line)) this.#gap = true;
      this.#begin(line, plainOpening(line, this.#markup));
    }
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
      // "… three options: 1. Leave it; 2. …" goes on in its bullet.
      if (this.#open.kind === 'bullet' && !bulletSign.test(line.text) && (number === 1 || number !== this.#lastNumber + 1)) return null;
      return bulletSign.test(line.text) || number === this.#lastNumber + 1 || endsSentence(this.#lastRaw) ? found : null;
    }
    return found;
  }

  /** A dash that goes on with a sentence, and opens no item. */
  #isDash(line: SourceLine): boolean {
    const open = this.#open;
    if (open === null || !/^\s*[–—]\s/.test(line.text) || endsSentence(this.#lastRaw)) return false;
    if (open.kind === 'bullet') return this.#signed !== line.text.trim()[0] && /^\s*[–—]\s+["“‘(]?\p{Ll}/u.test(line.text);
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
      (exactRoleOf(line.text) !== null && line.text.trim().length < 60 && !/^\p{Ll}|[.,;]$/u.test(line.text.trim()) && this.#mayEnd(line))
    )
      return false;
    if (isDateLine(line.text) || (open.kind === 'para' && isDateLine(open.text))) return false;
    // A title or heading set large may run over several lines.
    if (open.kind === 'para' && line.size !== undefined && this.#shape.body > 0 && line.size > this.#shape.body * 1.15) return true;
    if (open.kind !== 'para' && this.#hangs && indentOf(line.text) <= this.#sign && endsSentence(this.#lastRaw)) return false;
    const lower = /^\s*["“‘(]?\p{Ll}/u.test(line.text);
    const last = this.#lastRaw.trim();
    if (!this.#shape.wrapped)
      return lower || (/^\s/.test(line.text) && !endsSentence(last)) || (last.length < 90 && !endsSentence(last) && open.kind !== 'para');
    if (lower) return true;
    if (last.length < this.#shape.width * 0.72 && endsSentence(last) && open.kind === 'para') return false;
    const title = last === open.text && last.length < this.#shape.width * 0.6 && !endsSentence(last) && open.kind === 'para';
    return !title && !this.#brokeEarly(line);
  }

  /** Whether the open block may end here, before a heading of the form. */
  #mayEnd(line: SourceLine): boolean {
    return endsSentence(this.#lastRaw) || this.#brokeEarly(line) || (this.#open?.kind === 'para' && this.#lastRaw.trim() === this.#open.text.trim());
  }

  /** In wrapped text, a line that had room for the next word was ended on purpose. */
  #brokeEarly(line: SourceLine): boolean {
    if (!this.#shape.wrapped || this.#shape.width < 40 || this.#open === null || line.size !== undefined) return false;
    const word = /\S+/.exec(line.text)?.[0] ?? '';
    return /^["“‘'(]?[\p{Lu}\p{N}]/u.test(word) && this.#lastRaw.trimEnd().length + 1 + word.length <= this.#shape.width * 0.85;
  }

  #begin(line: SourceLine, found: Opened): void {
    this.#close(this.#gap);
    this.#sign = found.indent;
    this.#signed = line.text.trim()[0] ?? '';
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
    if (indentOf(line.text) > this.#sign) this.#hangs = true;
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

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** A short line that is a day or a range of days, with a code or a place at most. */
function isDateLine(text: string): boolean {
  if (hostOpening.test(text)) return text.trim().endsWith(findDate(text, 2000)?.text ?? '\u0000');
  const date = wordCount(text) <= 16 ? findDate(text, null) : null;
  return date !== null && wordCount(text.replace(date.text, '')) <= 6 && !/[.,;:]\s*$/.test(text);
}
