/** Tables: caption above, an ink line around the whole, hairlines between rows, header rows that repeat. */
import { AlignmentType, BorderStyle, type FileChild, type ITableBordersOptions, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import { plain } from '../plain.ts';
import { columnWidths, shapeOf, type TableShape } from '../table-shape.ts';
import type { Context } from './context.ts';
import { captionLabel } from './figure.ts';
import { inlines, plainRuns } from './inline.ts';
import { twips } from './measure.ts';
import { line, paragraphDirection } from './paragraph.ts';

type TableBlock = Extract<PubBlock, { type: 'table' }>;

/** Points between columns. */
const gap = 8;

/** Rows never break over pages; a header row of a table that fills more than one page stands on each. A wide table takes the margin column too. */
export function table(block: TableBlock, context: Context): FileChild[] {
  const shape = shapeOf(block);
  const { house, geometry } = context;
  const start = shape.wide ? -house.marginColumn : house.hang;
  const total = twips(geometry.text - start);
  const widths = columnWidths(shape.widths, longestWords(block, shape.widths.length, house.sizes.small), total);
  const made = new Table({
    rows: block.rows.map((row, n) => tableRow(row, n, block, { shape, widths, context })),
    columnWidths: widths,
    width: { size: total, type: WidthType.DXA },
    indent: { size: twips(start), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: borders(context),
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    ...(context.rtl ? { visuallyRightToLeft: true } : {}),
  });
  return [...caption(block, shape.wide, context), made, line('', 'AfterTable', context)];
}

/** Widest word of each column in twentieths of a point, with the space beside it; letters are taken as two thirds of their size wide, since a word that breaks looks worse than a wide column. */
function longestWords(block: TableBlock, columns: number, size: number): number[] {
  return Array.from({ length: columns }, (_, at) => {
    const words = block.rows.flatMap((row) => plain(row[at] ?? []).split(/\s+/));
    return twips(Math.max(0, ...words.map((word) => word.length)) * size * 0.66 + gap * 2);
  });
}

function caption(block: TableBlock, wide: boolean, context: Context): FileChild[] {
  if (block.caption === undefined && block.label === '') return [];
  const children = [...captionLabel(block.label, block.anchor, context), ...plainRuns(block.caption ?? '', context)];
  const indent = wide ? { indent: { left: -twips(context.house.marginColumn) } } : {};
  return [new Paragraph({ style: 'Caption', ...paragraphDirection(context), ...indent, children })];
}

interface Setting {
  readonly shape: TableShape;
  readonly widths: readonly number[];
  readonly context: Context;
}

function tableRow(row: TableBlock['rows'][number], n: number, block: TableBlock, { shape, widths, context }: Setting): TableRow {
  const head = n < shape.header;
  const cells = widths.map((width, column) => {
    const align = shape.figures[column] ? { alignment: AlignmentType.END } : {};
    const keep = head ? { keepNext: true } : {};
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: {
        top: twips(3.4),
        bottom: twips(3.8),
        left: column === 0 ? 0 : twips(gap),
        right: column === widths.length - 1 ? 0 : twips(gap),
        marginUnitType: WidthType.DXA,
      },
      ...(head && n === shape.header - 1 ? { borders: { bottom: rule(4, context.house.colours.ink) } } : {}),
      children: [
        new Paragraph({
          style: head ? 'TableHead' : 'TableText',
          ...paragraphDirection(context),
          ...align,
          ...keep,
          children: inlines(row[column] ?? [], context, block.lang),
        }),
      ],
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
  return { top: rule(7, ink), bottom: rule(7, ink), left: none, right: none, insideHorizontal: rule(4, hair), insideVertical: none };
}
