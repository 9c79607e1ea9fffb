/** How a table is set, read from its own cells: column widths, figures to the right, whether it needs the margin column too. */
import type { PubBlock } from '../../shared/publication/publication.ts';
import { plain } from './plain.ts';

type TableBlock = Extract<PubBlock, { type: 'table' }>;

export interface TableShape {
  /** Rows at the top that are header rows; at least one row is not. */
  readonly header: number;
  /** Relative widths, one a column. */
  readonly widths: readonly number[];
  readonly figures: readonly boolean[];
  /** Too many or too long columns for the text column alone. */
  readonly wide: boolean;
}

export function shapeOf(table: TableBlock): TableShape {
  const columns = Math.max(1, ...table.rows.map((row) => row.length));
  const header = Math.min(table.headerRows, Math.max(0, table.rows.length - 1));
  const longest = Math.max(0, ...table.rows.flat().map((cell) => plain(cell).length));
  const column = (at: number) => table.rows.slice(header).map((row) => plain(row[at] ?? []).trim());
  return {
    header,
    widths: Array.from({ length: columns }, (_, at) => table.widths[at] ?? 1),
    figures: Array.from({ length: columns }, (_, at) => areFigures(column(at))),
    wide: columns > 4 || (columns === 4 && longest > 60),
  };
}

/** "31", "4.5 %", "n/a". A column of single digits holds grades, not figures. */
function areFigures(cells: readonly string[]): boolean {
  return cells.every((text) => /^(n\/a|–|-|[+−-]?[\d.,\u00a0\u202f ]+\s?%?)$/.test(text)) && cells.some((text) => /\d\D?\d/.test(text));
}

/** Widths in the unit of `total` that fill it exactly; no column is narrower than its longest word, as far as there is room.
 *  @param longest widest word of each column, same unit, padding included */
export function columnWidths(parts: readonly number[], longest: readonly number[], total: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const wanted = parts.map((part) => (part / sum) * total);
  const needs = parts.map((_, at) => Math.min(longest[at] ?? 0, total / parts.length));
  const short = wanted.map((width, at) => Math.max(0, (needs[at] ?? 0) - width));
  const spare = wanted.map((width, at) => Math.max(0, width - (needs[at] ?? 0)));
  const missing = short.reduce((all, width) => all + width, 0);
  const room = spare.reduce((all, width) => all + width, 0);
  const taken = room === 0 ? 0 : Math.min(1, missing / room);
  const given = missing === 0 ? 0 : Math.min(1, room / missing);
  const widths = wanted.map((width, at) => Math.floor(width + (short[at] ?? 0) * given - (spare[at] ?? 0) * taken));
  widths[0] = (widths[0] ?? 0) + total - widths.reduce((all, width) => all + width, 0);
  return widths;
}
