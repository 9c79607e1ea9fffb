/** One function per block type: what it becomes in Word. */
import { type FileChild, Paragraph } from 'docx';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';
import type { Context } from './context.ts';
import { figure } from './figure.ts';
import { bookmarked, inlines, plainRuns } from './inline.ts';
import { twips } from './measure.ts';
import { paragraphDirection, text } from './paragraph.ts';
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
  'pull-quote': pullQuote,
  figure,
  table,
  'fixed-text': (block, context) => [text(block, 'FixedText', context)],
};

/** The body, with each margin quote moved before the block that it stands beside. */
export function blocks(body: readonly PubBlock[], context: Context): FileChild[] {
  const present = new Set(body.map((block) => block.anchor));
  const beside = Map.groupBy(
    body.filter((block) => block.type === 'pull-quote').filter((block) => block.beside !== null && present.has(block.beside)),
    (block) => block.beside,
  );
  const moved = new Set<PubBlock>([...beside.values()].flat());
  return body.flatMap((block) =>
    moved.has(block) ? [] : [...(beside.get(block.anchor) ?? []).flatMap((quote) => make(quote, context)), ...make(block, context)],
  );
}

function make<T extends PubBlock['type']>(block: Of<T>, context: Context): FileChild[] {
  return (makers[block.type as T] as Maker<T>)(block, context);
}

function heading(block: Of<'heading'>, context: Context): FileChild[] {
  const style = `Heading${block.level}`;
  if (block.label === undefined) return [text(block, style, context)];
  const at = context.lists.place.get(block.anchor);
  if (at) return [text(block, style, context, { numbering: { ...at, custom: true } })];
  return [
    new Paragraph({
      style,
      ...paragraphDirection(context),
      children: [...plainRuns(`${block.label} `, context), ...bookmarked(block.anchor, inlines(block.content, context, block.lang), context)],
    }),
  ];
}

/** Numbered by Word itself; never a typed number. */
function listed(block: Of<'numbered'> | Of<'subitem'>, style: string, context: Context): Paragraph {
  const at = context.lists.place.get(block.anchor);
  return text(block, style, context, at ? { numbering: { ...at, custom: true } } : {});
}

/** In the margin column beside the text, as a frame: Word and LibreOffice keep it with the paragraph that follows.
 *  A house style without a margin column sets it between lines in the text. */
function pullQuote(block: Of<'pull-quote'>, context: Context): FileChild[] {
  const { geometry, house, rtl } = context;
  const [open, close] = exportWords(context.publication.language).quotes;
  const children = [...plainRuns(open, context), ...inlines(block.content, context, block.lang), ...plainRuns(close, context)];
  if (geometry.column === 0) return [new Paragraph({ style: 'PullQuoteInText', ...paragraphDirection(context), children })];
  const x = rtl ? house.page.width - house.page.inner - geometry.column : house.page.inner;
  return [
    new Paragraph({
      style: 'PullQuote',
      ...paragraphDirection(context),
      frame: {
        type: 'absolute',
        position: { x: twips(x), y: twips(2) },
        width: twips(geometry.column),
        wrap: 'around',
        anchor: { horizontal: 'page', vertical: 'text' },
        space: { horizontal: twips(8), vertical: 0 },
      },
      children,
    }),
  ];
}
