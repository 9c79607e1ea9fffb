/** What stands before and after the text: a cover (or a title block on the first page), and the back matter. */
import { type FileChild, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Matter } from '../../../shared/publication/publication.ts';
import { contents } from './contents.ts';
import type { Context } from './context.ts';
import { image } from './figure.ts';
import { plainRuns, texts } from './inline.ts';
import { twips } from './measure.ts';
import { line, paragraphDirection } from './paragraph.ts';

/** Points above the first line of a full cover that opens with no logo, and between logos and title. */
const drop = { plain: 150, logos: 110 };

/** A form with contents has a cover of its own; a short one opens with a block of title lines on its first page. */
export function hasCover(front: readonly Matter[]): boolean {
  return front.some((matter) => matter.role === 'contents');
}

/** The pages before the body, or the lines above it. */
export function frontMatter(context: Context): FileChild[] {
  const { front } = context.publication;
  if (!hasCover(front))
    return [...front.flatMap((matter, n) => piece(matter, context, n, front)), ...(front.length > 0 ? [line('', 'TitleRule', context)] : [])];
  const opening = front.findIndex((matter) => matter.role !== 'logos');
  const cover = front.flatMap((matter, n) =>
    n === opening ? [dropTo(n > 0 ? drop.logos : drop.plain, context), ...piece(matter, context, n, front)] : piece(matter, context, n, front),
  );
  return cover;
}

function dropTo(points: number, context: Context): Paragraph {
  return new Paragraph({ style: 'CoverLine', ...paragraphDirection(context), spacing: { before: twips(points), after: 0, line: twips(1), lineRule: 'exact' } });
}

const styles: Readonly<Record<Exclude<Matter['role'], 'contents' | 'logos' | 'meta'>, string>> = {
  kind: 'ReportKind',
  title: 'Title',
  subtitle: 'Subtitle',
  series: 'CoverLine',
  dateline: 'CoverLine',
  places: 'CoverLine',
  code: 'CoverLine',
  partners: 'CoverLine',
  copy: 'Copy',
  imprint: 'Imprint',
  disclaimer: 'Disclaimer',
  'fixed-text': 'Disclaimer',
  tagline: 'Imprint',
};

function piece(matter: Matter, context: Context, _at: number, _all: readonly Matter[]): FileChild[] {
  if (matter.role === 'contents') return contents(matter, context);
  if (matter.role === 'logos') return logos(matter, context);
  if (matter.role === 'meta') return [meta(matter, context)];
  const style = styles[matter.role];
  const label = matter.label === undefined ? [] : [line(matter.label, 'CoverLabel', context)];
  return [...label, ...matter.lines.map((words) => line(words, style, context))];
}

/** Logos side by side, all of one height. */
function logos(matter: Matter, context: Context): FileChild[] {
  const found = (matter.assets ?? []).flatMap((id) => context.publication.assets[id] ?? []);
  if (found.length === 0) return [];
  const each = context.geometry.text / found.length - 14;
  const children = found.flatMap((asset, n): ParagraphChild[] => [
    ...(n > 0 ? [new TextRun({ text: '     ' })] : []),
    image(asset, asset.alt, Math.min(170, each), 44),
  ]);
  return [new Paragraph({ style: 'CoverLogo', ...paragraphDirection(context), children })];
}

/** "Situation    SRN-04": the label in the hanging column, the lines beside it. */
function meta(matter: Matter, context: Context): Paragraph {
  const label = plainRuns(matter.label ?? '', context, { color: context.house.colours.quiet.slice(1) });
  return new Paragraph({
    style: 'Meta',
    ...paragraphDirection(context),
    children: [...label, new TextRun({ children: [new Tab()] }), ...texts(matter.lines.join('\n'))],
  });
}

/** Rapporteur, imprint, disclaimer, where to read more: under a rule, at the end of the text. */
export function backMatter(context: Context): FileChild[] {
  const { back } = context.publication;
  if (back.length === 0) return [];
  return [line('', 'BackRule', context), ...back.flatMap((matter) => backPiece(matter, context))];
}

function backPiece(matter: Matter, context: Context): FileChild[] {
  if (matter.role === 'contents' || matter.role === 'logos') return piece(matter, context, 0, []);
  const style = matter.role === 'meta' ? 'BackMatter' : styles[matter.role];
  const small = style === 'Disclaimer' || style === 'Imprint' ? style : 'BackMatter';
  const label =
    matter.label === undefined || matter.label === '' ? [] : [new TextRun({ text: `${matter.label}: `, color: context.house.colours.quiet.slice(1) })];
  return matter.lines.map(
    (words, n) => new Paragraph({ style: small, ...paragraphDirection(context), children: [...(n === 0 ? label : []), ...plainRuns(words, context)] }),
  );
}
