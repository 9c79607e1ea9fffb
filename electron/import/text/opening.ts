/** What a line begins with: a bullet, a number, a sub-item, a margin quote, a note, a Markdown heading. */
import type { SourceLine } from '../source.ts';
import type { Block } from './block.ts';
import { cleanText } from './clean-line.ts';

export interface Opened {
  readonly kind: Block['kind'];
  readonly label: string | null;
  readonly indent: number;
  readonly rest: string;
}

export const bulletSign = /^(\s*)([•·▪◦‣■●○➢✓➤]|[-*–—](?=\s)|o(?=\s{1,4}\p{Lu}))\s*/u;
const arabic = /^(\s*)\(?(\d{1,3}(?:\.\d{1,3}){0,2})[.)]\s+(?=\S)/;
const outcome = /^(\s*)(\d{2,3}\.\d{1,3})\.?\s+(?=\p{Lu})/u;
const romans = /^(\s*)\(?(x{0,3}(?:ix|iv|v?i{0,3}))[.)]\s+(?=\S)/;
const letters = /^(\s*)\(?([a-z])\)\s+(?=\S)/;

/** What a line begins with: a bullet, a number, a roman or lettered sub-item; null where it begins nothing. */
export function opening(text: string): Opened | null {
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

export const noteSign = /^\s*(?:<sup>\s*(\d{1,3})\s*<\/sup>|([⁰¹²³⁴-⁹]{1,3})|\[\^(\w{1,4})\]:?|\[(\d{1,3})\](?=\s))\s*/u;

/** A line that opens no list: a Markdown heading, a note ("¹ As an example"), or plain text. */
export function plainOpening(line: SourceLine, markup: boolean): Opened {
  const text = line.text.trim();
  const hash = markup ? /^(#{1,6})\s+/.exec(text) : null;
  if (hash !== null) return { kind: 'heading', label: String(hash[1]?.length ?? 1), indent: 0, rest: text.slice(hash[0].length) };
  const note = noteSign.exec(text);
  if (note !== null) return { kind: 'note', label: note[4] ?? cleanText(note[0]).notes[0]?.mark ?? null, indent: 0, rest: text.slice(note[0].length) };
  return { kind: 'para', label: null, indent: 0, rest: text };
}

/** A bullet or a number alone on its line; its text stands on the next. */
export function loneSign(text: string): Opened | null {
  if (/^\s*[•·▪◦‣■●○➢]\s*$/u.test(text)) return { kind: 'bullet', label: null, indent: /^\s*/.exec(text)?.[0].length ?? 0, rest: '' };
  const number = /^\s*(\d{1,3})\.\s*$/.exec(text);
  if (number !== null) return { kind: 'number', label: number[1] ?? '', indent: 0, rest: '' };
  const roman = /^\s*\(?(x{0,3}(?:ix|iv|v?i{1,3}|v))[.)]\s*$/.exec(text);
  return roman === null ? null : { kind: 'subitem', label: roman[1] ?? '', indent: 0, rest: '' };
}
