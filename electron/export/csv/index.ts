/** Entries → CSV and JSON. */
import type { Entry } from '../../../shared/entry/entry.ts';
import { toJson } from '../text/json.ts';

/** A cell of CSV (RFC 4180). Spreadsheets run a cell that begins like a formula: such a cell gets an apostrophe before it. */
export function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const harmless = /^[\s\u00a0]*[=+\-@\t\r|%＝＋－＠]/u.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const columns: readonly (readonly [string, (entry: Entry) => string | number | boolean | null])[] = [
  ['kind', (entry) => entry.kind],
  ['text', (entry) => entry.text],
  ['number', (entry) => entry.number],
  ['section', (entry) => entry.section.join(' > ')],
  ['support', (entry) => entry.support],
  ['contested', (entry) => (entry.contested ? 'yes' : '')],
  ['polarity', (entry) => entry.polarity],
  ['modality', (entry) => entry.modality],
  ['addressees', (entry) => entry.addressees.join('; ')],
  ['themes', (entry) => entry.themes.join('; ')],
  ['attribution', (entry) => entry.attribution],
  ['quoted', (entry) => entry.quoted.join('; ')],
  ['page', (entry) => entry.source.page ?? null],
  ['paragraph', (entry) => entry.source.paragraph ?? null],
];

/** One line an entry under a line of names; UTF-8 with a byte order mark, so that spreadsheets read it as such. */
export function entriesToCsv(entries: readonly Entry[]): string {
  const lines = [columns.map(([name]) => name).join(','), ...entries.map((entry) => columns.map(([, value]) => cell(value(entry))).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** Entries as a JSON array, keys in alphabetical order. */
export function entriesToJson(entries: readonly Entry[]): string {
  return toJson(entries);
}
