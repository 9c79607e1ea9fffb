/** Entries of the archive → CSV: one line an entry, as a search shows it. */
import type { SearchHit } from '../../../shared/contract/calls/search.ts';

type Value = string | number | boolean | null;

/** A cell of CSV (RFC 4180). Spreadsheets run a cell that begins like a formula: such a cell gets an apostrophe before it. */
export function cell(value: Value): string {
  const text = value === null ? '' : String(value);
  const harmless = /^[\s\u00a0]*[=+\-@\t\r|%＝＋－＠]/u.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const columns: readonly (readonly [string, (hit: SearchHit) => Value])[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['text', ({ text }) => text],
  ['support', ({ support }) => support],
  ['contested', ({ contested }) => contested],
  ['addressees', ({ addressees }) => addressees.join('; ')],
  ['themes', ({ themes }) => themes.join('; ')],
  ['status', ({ status }) => status],
  ['number', ({ number }) => number],
  ['section', ({ section }) => section.join(' > ')],
  ['report', ({ report }) => report.title],
  ['date', ({ report }) => report.date],
  ['page', ({ source }) => source.page ?? null],
  ['line', ({ source }) => source.line ?? null],
];

/** One line an entry under a line of names; UTF-8 with a byte order mark, so that spreadsheets read it as such. */
export function entriesToCsv(entries: readonly SearchHit[]): string {
  const rows = [columns.map(([name]) => name), ...entries.map((entry) => columns.map(([, read]) => read(entry)))];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
