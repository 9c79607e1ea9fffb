/** What stands before the text: a cover and a page of contents, or a block of title lines on the first page. */
import { type FileChild, Paragraph } from 'docx';
import type { Matter } from '../../../shared/publication/publication.ts';
import { contents } from './contents.ts';
import type { Context } from './context.ts';
import { logos, opens, piece } from './matter.ts';
import { twips } from './measure.ts';
import { line, paragraphDirection } from './paragraph.ts';

/** Points from the head of the text to the first line of the title's block; height of the logo above it. */
const drop = 150;
const headLogo = 40;

/** The pages before the body, or the lines above it. */
export function frontMatter(context: Context): FileChild[] {
  if (context.publication.front.length === 0) return [];
  return context.cover ? [...cover(context), ...secondPage(context)] : titleBlock(context);
}

/** Logo at the head, title on the upper third, partners at the foot. */
function cover(context: Context): FileChild[] {
  const { front } = context.publication;
  const title = front.findIndex((matter) => matter.role === 'title');
  const head = front.slice(0, Math.max(0, title)).filter((matter) => matter.role === 'logos');
  const rest = front.filter((matter) => !['contents', 'disclaimer', 'fixed-text'].includes(matter.role) && !head.includes(matter));
  const upper = rest.filter(opens);
  const lower = rest.filter((matter) => !opens(matter));
  const top = head.flatMap((matter) => logos(matter, context, headLogo, true));
  const foot =
    lower.length === 0
      ? []
      : [
          gap(Math.max(40, roomLeft(upper, lower, context)), context),
          line('', 'CoverRule', context),
          ...lower.flatMap((matter) => piece(matter, context, true)),
        ];
  return [...top, gap(drop - (top.length > 0 ? headLogo + 8 : 0), context), ...upper.flatMap((matter) => piece(matter, context)), ...foot];
}

/** An empty line that opens room; spacing before the first line of a page would be left out. */
function gap(points: number, context: Context): Paragraph {
  return new Paragraph({ style: 'CoverLine', ...paragraphDirection(context), spacing: { before: 0, after: 0, line: twips(points), lineRule: 'exact' } });
}

/** Points between title lines and foot, so that the foot ends near the end of the page. Lines are counted by their letters: with one line to spare. */
function roomLeft(upper: readonly Matter[], lower: readonly Matter[], context: Context): number {
  const { page, sizes } = context.house;
  const height = (matter: Matter): number => {
    if (matter.role === 'logos') return 34 + 8;
    const [size, leading, after] = { title: [sizes.title, sizes.title * 1.14, sizes.title * 0.42], subtitle: [15, 20, 12], kind: [12, 16, 9] }[
      matter.role as string
    ] ?? [11, 16, 6];
    const lines = matter.lines.reduce((all, words) => all + Math.max(1, Math.ceil((words.length * (size ?? 11) * 0.53) / context.geometry.text)), 0);
    return lines * (leading ?? 16) + (after ?? 6);
  };
  const used = [...upper, ...lower].reduce((all, matter) => all + height(matter), 0);
  return page.height - page.top - page.bottom - drop - used - 40;
}

/** Contents, and below them what must be read before the text. */
function secondPage(context: Context): FileChild[] {
  const { front } = context.publication;
  const caveats = front.filter((matter) => matter.role === 'disclaimer' || matter.role === 'fixed-text').flatMap((matter) => piece(matter, context));
  return front.filter((matter) => matter.role === 'contents').flatMap((matter) => contents(matter, context, caveats));
}

/** Title lines, then labelled facts, closed by a rule across the page. */
function titleBlock(context: Context): FileChild[] {
  const pieces = context.publication.front.filter((matter) => matter.role !== 'copy');
  const heads = pieces.filter(opens);
  const lines = heads.flatMap((matter) => (matter.role === 'title' ? matter.lines.map((words) => line(words, 'BriefTitle', context)) : piece(matter, context)));
  const facts = pieces.filter((matter) => !opens(matter)).flatMap((matter) => piece(matter, context));
  return [...lines, ...(lines.length > 0 && facts.length > 0 ? [gap(8, context)] : []), ...facts, line('', 'TitleRule', context)];
}
