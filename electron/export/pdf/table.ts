/** Tables as the layout takes them: widths, alignment, which rows may break. */
import type { PubBlock } from '../../../shared/publication/publication.ts';
import { type Context, laidInlines, plain } from './runs.ts';

type TableBlock = Extract<PubBlock, { type: 'table' }>;

export function laidTable(table: TableBlock, context: Context): Record<string, unknown> {
  const columns = Math.max(1, ...table.rows.map((row) => row.length));
  const header = Math.min(table.headerRows, Math.max(0, table.rows.length - 1));
  const column = (at: number) => table.rows.slice(header).map((row) => plain(row[at] ?? []).trim());
  const longest = Math.max(0, ...table.rows.flat().map((cell) => plain(cell).length));
  return {
    label: table.label,
    caption: table.caption ?? null,
    header,
    widths: Array.from({ length: columns }, (_, at) => table.widths[at] ?? 1),
    aligns: Array.from({ length: columns }, (_, at) => (areFigures(column(at)) ? 'figures' : 'start')),
    rows: table.rows.map((row) => Array.from({ length: columns }, (_, at) => laidInlines(row[at] ?? [], context))),
    // A row keeps together unless a cell is long enough to fill much of a page.
    breakable: longest > 900,
    wide: columns > 4 || (columns === 4 && longest > 60),
  };
}

/** Figures align right in every script: "31", "4.5 %", "n/a". A column of single digits holds grades, not figures. */
function areFigures(cells: readonly string[]): boolean {
  return cells.every((text) => /^(n\/a|–|-|[+−-]?[\d.,\u00a0\u202f ]+\s?%?)$/.test(text)) && cells.some((text) => /\d\D?\d/.test(text));
}
