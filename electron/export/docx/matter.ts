/** Pieces of front and back matter as paragraphs. */
import { type FileChild, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Matter } from '../../../shared/publication/publication.ts';
import type { Context } from './context.ts';
import { image } from './figure.ts';
import { plainRuns } from './inline.ts';
import { twips } from './measure.ts';
import { line, paragraphDirection } from './paragraph.ts';

type Role = Matter['role'];

/** Roles that open a document, in large or plain lines; everything else is set small with its label in the margin column. */
const opening: Readonly<Partial<Record<Role, string>>> = {
  kind: 'ReportKind',
  series: 'ReportKind',
  title: 'Title',
  subtitle: 'Subtitle',
  dateline: 'CoverLine',
  places: 'CoverLine',
  code: 'CoverLine',
};

const small: Readonly<Partial<Record<Role, string>>> = {
  disclaimer: 'Disclaimer',
  'fixed-text': 'Disclaimer',
  imprint: 'Imprint',
  tagline: 'Tagline',
  copy: 'Copy',
};

/** Whether a piece belongs to the lines that open a document. */
export function opens(matter: Matter): boolean {
  return opening[matter.role] !== undefined;
}

/** One piece in its style. `onCover`: labels begin at the text's edge, not in line with paragraphs. */
export function piece(matter: Matter, context: Context, onCover = false): FileChild[] {
  if (matter.role === 'contents') return [];
  if (matter.role === 'logos') return logos(matter, context, 34);
  const style = opening[matter.role];
  if (style === undefined) return [labelled(matter, onCover ? 'CoverMeta' : (small[matter.role] ?? 'Meta'), context)];
  const label = matter.label === undefined || matter.label === '' ? '' : `${matter.label} `;
  return matter.lines.map((words, n) => line(n === 0 ? label + words : words, style, context));
}

/** "Situation    SRN-04": the label hangs in the margin column, what it names stands in line with the text. */
function labelled(matter: Matter, style: string, context: Context): Paragraph {
  const label = plainRuns(matter.label ?? '', context, { color: context.house.colours.quiet.slice(1), italics: false });
  return new Paragraph({
    style,
    ...paragraphDirection(context),
    children: [...label, new TextRun({ children: [new Tab()] }), ...plainRuns(matter.lines.join('\n'), context)],
  });
}

/** Logos side by side, all at most `height` points high. `outside`: they begin at the edge of the margin column. */
export function logos(matter: Matter, context: Context, height: number, outside = false): FileChild[] {
  const found = (matter.assets ?? []).flatMap((id) => context.publication.assets[id] ?? []);
  if (found.length === 0) return [];
  const each = context.geometry.text / found.length - 14;
  const children = found.flatMap((asset, n): ParagraphChild[] => [
    ...(n > 0 ? [new TextRun({ text: '\u2003' })] : []),
    image(asset, asset.alt, Math.min(190, each), height),
  ]);
  const indent = outside ? { indent: { left: -twips(context.house.marginColumn) } } : {};
  return [new Paragraph({ style: 'CoverLogo', ...paragraphDirection(context), ...indent, children })];
}

/** Rapporteur, imprint, disclaimer, where to read more: under a rule, at the end of the text. */
export function backMatter(context: Context): FileChild[] {
  const { back } = context.publication;
  return back.length === 0 ? [] : [line('', 'BackRule', context), ...back.flatMap((matter) => piece(asSmall(matter), context))];
}

/** At the end a date or place is small print like the rest. */
function asSmall(matter: Matter): Matter {
  return opens(matter) ? { ...matter, role: 'imprint' } : matter;
}
