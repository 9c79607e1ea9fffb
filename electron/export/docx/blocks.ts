/** One function per block type: what it becomes in Word. */
import { type FileChild, Paragraph } from 'docx';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import type { Context } from './context.ts';
import { figure } from './figure.ts';
import { bookmarked, inlines, plainRuns } from './inline.ts';
import { paragraphDirection, text } from './paragraph.ts';
import { quoteInText } from './pull-quote.ts';
import { table } from './table.ts';

type Of<T extends PubBlock['type']> = Extract<PubBlock, { type: T }>;
type Maker<T extends PubBlock['type']> = (block: Of<T>, context: Context) => FileChild[];

const makers: { readonly [T in PubBlock['type']]: Maker<T> } = {
  heading,
  paragraph: (block, context) => [text(block, { plain: 'BodyText', lead: 'Lead', dateline: 'Dateline' }[block.role], context)],
  numbered: (block, context) => [listed(block, 'NumberedParagraph', context)],
  subitem: (block, context) => [listed(block, block.level === 1 ? 'SubItem' : 'SubItem2', context)],
  bullet: (block, context) => [
    text(block, ['Bullet', 'Bullet2', 'Bullet3'][block.level - 1] ?? 'Bullet', context, {
      numbering: { reference: 'bullets', level: block.level - 1, custom: true },
    }),
  ],
  intervention: (block, context) => [text(block, 'Intervention', context)],
  question: (block, context) => [text(block, 'Question', context)],
  quote: (block, context) => [text(block, 'Quote', context)],
  'pull-quote': quoteInText,
  figure,
  table,
  'fixed-text': (block, context) => [text(block, 'FixedText', context)],
};

/** The body in order. A margin quote goes into the paragraph that it stands beside. */
export function blocks(body: readonly PubBlock[], context: Context): FileChild[] {
  const moved = context.geometry.column === 0 ? new Set<PubBlock>() : new Set<PubBlock>([...context.beside.values()].flat());
  return body.flatMap((block) => (moved.has(block) ? [] : make(block, context)));
}

function make<T extends PubBlock['type']>(block: Of<T>, context: Context): FileChild[] {
  return (makers[block.type as T] as Maker<T>)(block, context);
}

/** A heading that opens the body on a new page stands at its head, as the ones at the head of later pages do. */
function heading(block: Of<'heading'>, context: Context): FileChild[] {
  const style = `Heading${block.level}`;
  const top = context.cover && context.publication.body[0] === block ? { spacing: { before: 0 } } : {};
  const at = context.lists.place.get(block.anchor);
  if (block.label === undefined) return [text(block, style, context, top)];
  if (at) return [text(block, style, context, { ...top, numbering: { ...at, custom: true } })];
  const children = [...plainRuns(`${block.label} `, context), ...bookmarked(block.anchor, inlines(block.content, context, block.lang), context)];
  return [new Paragraph({ style, ...top, ...paragraphDirection(context), children })];
}

/** Numbered by Word itself; never a typed number. */
function listed(block: Of<'numbered'> | Of<'subitem'>, style: string, context: Context): Paragraph {
  const at = context.lists.place.get(block.anchor);
  return text(block, style, context, at ? { numbering: { ...at, custom: true } } : {});
}
