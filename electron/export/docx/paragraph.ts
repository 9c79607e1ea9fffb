/** What all paragraphs share. */
import { type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import type { Context } from './context.ts';
import { bookmarked, inlines, plainRuns } from './inline.ts';
import { marginQuotes } from './pull-quote.ts';

/** A block of text in one style, with its portion mark, language and bookmark. */
export function text(block: Exclude<PubBlock, { type: 'table' }>, style: string, context: Context, options: IParagraphOptions = {}): Paragraph {
  const portion = block.portion === undefined ? [] : [new TextRun({ text: `${block.portion} `, style: 'PortionMark' })];
  const children: ParagraphChild[] = [
    ...marginQuotes(block.anchor, context),
    ...portion,
    ...bookmarked(block.anchor, inlines(block.content, context, block.lang), context),
  ];
  const keep = context.leads.has(block.anchor) ? { keepNext: true } : {};
  return new Paragraph({ style, ...paragraphDirection(context), ...keep, ...options, children });
}

/** A line of house wording in one style. */
export function line(words: string, style: string, context: Context, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style, ...paragraphDirection(context), ...options, children: plainRuns(words, context) });
}

/** The direction of a document that runs from right to left. */
export function paragraphDirection(context: Context): IParagraphOptions {
  return context.rtl ? { bidirectional: true } : {};
}
