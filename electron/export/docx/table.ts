/** Tables: caption above, an ink line around the whole, hairlines between rows, header rows that repeat. */
import { BorderStyle, type FileChild, type ITableBordersOptions, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import type { Context } from './context.ts';
import { captionLabel } from './figure.ts';
import { inlines, plainRuns } from './inline.ts';
import { twips } from './measure.ts';
import { line, paragraphDirection } from './paragraph.ts';

type TableBlock = Extract<PubBlock, { type: 'table' }>;

/** Rows never break over pages; a header row of a table that fills more than one page stands on each. */
export function table(block: TableBlock, context: Context): FileChild[] {
  const columns = Math.max(1, ...block.rows.map((row) => row.length));
  const inset = context.hangs ? context.house.hang : 0;
  const widths = columnWidths(block, columns, twips(context.geometry.text - inset));
  const rows = block.rows.map((row, n) => tableRow(row, n, block, widths, context));
  const made = new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    indent: { size: twips(inset), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: borders(context),
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    ...(context.rtl ? { visuallyRightToLeft: true } : {}),
  });
  return [...caption(block, context), made, line('', 'AfterTable', context)];
}

function caption(block: TableBlock, context: Context): FileChild[] {
  if (block.caption === undefined && block.label === '') return [];
  const children = [...captionLabel(block.label, block.anchor, context), ...plainRuns(block.caption ?? '', context)];
  return [new Paragraph({ style: 'Caption', ...paragraphDirection(context), children })];
}

/** Widths in twentieths of a point that fill `total` exactly. */
function columnWidths(block: TableBlock, columns: number, total: number): number[] {
  const parts = Array.from({ length: columns }, (_, n) => block.widths[n] ?? 1);
  const sum = parts.reduce((all, part) => all + part, 0);
  const widths = parts.map((part) => Math.floor((part / sum) * total));
  widths[0] = (widths[0] ?? 0) + total - widths.reduce((all, width) => all + width, 0);
  return widths;
}

function tableRow(row: TableBlock['rows'][number], n: number, block: TableBlock, widths: readonly number[], context: Context): TableRow {
  const head = n < block.headerRows;
  const cells = widths.map((width, column) => {
    const content = inlines(row[column] ?? [], context, block.lang);
    const style = head ? 'TableHead' : 'TableText';
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: twips(4), bottom: twips(4), left: column === 0 ? 0 : twips(6), right: twips(6), marginUnitType: WidthType.DXA },
      ...(head && n === block.headerRows - 1 ? { borders: { bottom: rule(8, context.house.colours.ink) } } : {}),
      children: [new Paragraph({ style, ...paragraphDirection(context), ...(head ? { keepNext: true } : {}), children: content })],
    });
  });
  return new TableRow({ children: cells, cantSplit: true, ...(head ? { tableHeader: true } : {}) });
}

/** A line `eighths` of an eighth of a point thick. */
function rule(eighths: number, colour: string): { style: typeof BorderStyle.SINGLE; size: number; color: string } {
  return { style: BorderStyle.SINGLE, size: eighths, color: colour.slice(1) };
}

function borders(context: Context): ITableBordersOptions {
  const { ink, hair } = context.house.colours;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return { top: rule(8, ink), bottom: rule(8, ink), left: none, right: none, insideHorizontal: rule(4, hair), insideVertical: none };
}
