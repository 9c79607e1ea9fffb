/** Margin quotes: a text box in the margin column, anchored in the paragraph that it stands beside. */
import {
  type FileChild,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  Paragraph,
  type ParagraphChild,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import { plain } from '../plain.ts';
import { exportWords } from '../words.ts';
import type { Context } from './context.ts';
import { inlines, plainRuns } from './inline.ts';
import { pixels } from './measure.ts';

export type PullQuote = Extract<PubBlock, { type: 'pull-quote' }>;

/** English Metric Units in a point. */
const emu = 12_700;

/** The quotes that stand beside a block, by its anchor. Frames would do in Word, but LibreOffice runs paragraphs together
 *  where a section holds frames and footnotes; a text box is read well by both. */
export function besideOf(body: readonly PubBlock[]): ReadonlyMap<string, readonly PullQuote[]> {
  const present = new Set(body.filter((block) => block.type !== 'table').map((block) => block.anchor));
  const quotes = body.filter((block) => block.type === 'pull-quote').filter((quote) => quote.beside !== null && present.has(quote.beside));
  return Map.groupBy(quotes, (quote) => quote.beside ?? '');
}

/** Anchored text boxes, to stand first in the paragraph. */
export function marginQuotes(anchor: string, context: Context): ParagraphChild[] {
  if (context.geometry.column === 0) return [];
  return (context.beside.get(anchor) ?? []).map((quote) => box(quote, context));
}

/** A quote with no place beside it, or in a house style without a margin column: between lines in the text. */
export function quoteInText(quote: PullQuote, context: Context): FileChild[] {
  return [new Paragraph({ style: 'PullQuoteInText', ...(context.rtl ? { bidirectional: true } : {}), children: words(quote, context) })];
}

function words(quote: PullQuote, context: Context): ParagraphChild[] {
  const [open, close] = exportWords(context.publication.language).quotes;
  return [...plainRuns(open, context), ...inlines(quote.content, context, quote.lang), ...plainRuns(close, context)];
}

function box(quote: PullQuote, context: Context): ParagraphChild {
  const { geometry, house, rtl } = context;
  const lines = Math.ceil((plain(quote.content).length + 2) / Math.max(8, Math.floor(geometry.column / (house.sizes.quote * 0.46))));
  const run = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(geometry.column), height: pixels(lines * house.sizes.quote * 1.3 + 10) },
    fill: 'none',
    line: 'none',
    floating: {
      // From right to left Word and LibreOffice measure offsets from different sides; the middle of the margin is one place in both.
      horizontalPosition: rtl
        ? { relative: HorizontalPositionRelativeFrom.RIGHT_MARGIN, align: HorizontalPositionAlign.CENTER }
        : { relative: HorizontalPositionRelativeFrom.PAGE, offset: Math.round(house.page.inner * emu) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 2 * emu },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: false,
    },
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, resizeShapeToFitText: true, verticalAlignment: 'top' },
    altText: { name: '', description: plain(quote.content) },
    children: [new Paragraph({ style: 'PullQuote', ...(rtl ? { bidirectional: true } : {}), children: words(quote, context) })],
  });
  return run as ParagraphChild;
}
