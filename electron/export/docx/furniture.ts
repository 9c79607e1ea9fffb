/** Header and footer: marking on every page, running head, "4 of 14", number of the copy. */
import { BorderStyle, Footer, Header, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { exportWords } from '../words.ts';
import type { Context } from './context.ts';
import { plainRuns } from './inline.ts';
import { twips } from './measure.ts';
import { paragraphDirection } from './paragraph.ts';
import { field } from './xml.ts';

export interface Furniture {
  readonly headers: { readonly default: Header; readonly first: Header };
  readonly footers: { readonly default: Footer; readonly first: Footer };
}

/** A cover carries the marking and nothing else. */
export function furniture(context: Context): Furniture {
  return {
    headers: {
      default: new Header({ children: header(context, true) }),
      first: new Header({ children: context.cover ? header(context, false) : opening(context) }),
    },
    footers: { default: new Footer({ children: [footer(context, true)] }), first: new Footer({ children: [footer(context, !context.cover)] }) },
  };
}

/** The marking as printed; null where pages go without. */
function banner(context: Context): string | null {
  const marking = context.publication.marking;
  return marking?.printed ? marking.banner : null;
}

function header(context: Context, running: boolean): Paragraph[] {
  const marking = banner(context);
  const mark = watermark(context);
  const first =
    marking === null ? [] : [new Paragraph({ style: 'Marking', ...paragraphDirection(context), children: [...plainRuns(marking, context), ...mark] })];
  const code = context.publication.code;
  const head = new Paragraph({
    style: 'RunningHead',
    ...paragraphDirection(context),
    children: [
      ...plainRuns(context.publication.running, context),
      ...(code === null ? [] : [new TextRun({ children: [new Tab()] }), ...plainRuns(code, context)]),
    ],
  });
  const lines = running ? [...first, head] : first;
  return lines.length > 0 ? lines : [new Paragraph({ style: 'Header', children: mark })];
}

/** The first page of a short form: marking, whose copy it is, and a rule in the ink of the marking, doubled for the strictest. */
function opening(context: Context): Paragraph[] {
  const { copy, marking, language } = context.publication;
  if (copy === null && !marking?.printed) return header(context, false);
  const number =
    copy === null
      ? []
      : [...plainRuns(exportWords(language).copy(copy.number, copy.of), context, { bold: true }), ...plainRuns(`\u2002${copy.recipient}`, context)];
  const style = marking?.tone === 'strict' ? BorderStyle.THIN_THICK_SMALL_GAP : BorderStyle.SINGLE;
  const rule = { bottom: { style, size: 12, color: tone(context).slice(1), space: 4 } };
  const head = new Paragraph({
    style: 'RunningHead',
    ...paragraphDirection(context),
    border: rule,
    children: [new TextRun({ children: [new Tab()] }), ...number],
  });
  return [...header(context, false), head];
}

/** A numbered copy bears its number across the page, so that a photocopy says whose it is. */
function watermark(context: Context): ParagraphChild[] {
  const { copy, language } = context.publication;
  if (copy === null) return [];
  return [
    new TextWatermark({
      text: exportWords(language).copy(copy.number, copy.of),
      font: context.house.fonts.text,
      color: 'C0C0C0',
      opacity: 0.3,
      width: 380,
    }) as ParagraphChild,
  ];
}

function footer(context: Context, numbered: boolean): Paragraph {
  const { copy, language } = context.publication;
  const words = exportWords(language);
  const marking = banner(context);
  const tab = () => new TextRun({ children: [new Tab()] });
  const left = copy === null ? [] : plainRuns(words.copy(copy.number, copy.of), context);
  const middle =
    marking === null ? [] : plainRuns(marking, context, { bold: true, characterSpacing: 16, allCaps: true, color: context.house.colours.ink.slice(1) });
  const right = numbered
    ? [...field('PAGE', plainRuns('1', context)), ...plainRuns(` ${words.of} `, context), ...field('NUMPAGES', plainRuns('1', context))]
    : [];
  const { page, marginColumn } = context.house;
  const width = page.width - page.inner - page.outer;
  const tabStops = [
    { type: TabStopType.CENTER, position: twips(width / 2 - marginColumn) },
    { type: TabStopType.RIGHT, position: twips(width - marginColumn) },
  ];
  return new Paragraph({ style: 'Footer', tabStops, ...paragraphDirection(context), children: [...left, tab(), ...middle, tab(), ...right] });
}

/** The ink of the marking. */
function tone(context: Context): string {
  const { colours } = context.house;
  return { open: colours.ink, confidential: colours.confidential, strict: colours.strict }[context.publication.marking?.tone ?? 'open'];
}
