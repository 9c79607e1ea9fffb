/** The named styles of an issued document, made of a house style. What a secretariat edits in Word is here, not on the paragraphs. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Context } from './context.ts';
import { languageOf } from './inline.ts';
import { halfPoints, twips } from './measure.ts';
import { coverStyles } from './styles-cover.ts';

export interface StyleKit {
  readonly context: Context;
  readonly house: HouseStyle;
  /** Left indent of running text: in line with the text of numbered paragraphs. */
  readonly axis: number;
  /** Size in points, line height in points, colour. */
  readonly face: (size: number, colour?: string) => IRunStylePropertiesOptions;
  readonly space: (before: number, after: number, line?: number) => IParagraphStylePropertiesOptions['spacing'];
}

export function style(
  id: string,
  name: string,
  paragraph: IParagraphStylePropertiesOptions,
  run: IRunStylePropertiesOptions = {},
  basedOn = 'Normal',
  next?: string,
): IParagraphStyleOptions {
  return { id, name, basedOn, quickFormat: true, uiPriority: 1, ...(next === undefined ? {} : { next }), paragraph, run };
}

export function rule(colour: string, eighths: number, space: number): { style: typeof BorderStyle.SINGLE; size: number; color: string; space: number } {
  return { style: BorderStyle.SINGLE, size: eighths, color: colour.slice(1), space };
}

/** All styles. Latin text has a fixed line height, so that the baseline holds; scripts with taller signs may open it. */
export function makeStyles(context: Context): IStylesOptions {
  const { house, publication } = context;
  const tall = context.rtl || /^(zh|ja|ko|hi|th)\b/.test(publication.language);
  const lineRule = tall ? LineRuleType.AT_LEAST : LineRuleType.EXACT;
  const kit: StyleKit = {
    context,
    house,
    axis: twips(house.hang),
    face: (size, colour = house.colours.ink) => ({ size: halfPoints(size), color: colour.slice(1) }),
    space: (before, after, line = house.sizes.leading) => ({ before: twips(before), after: twips(after), line: twips(line), lineRule }),
  };
  return {
    default: {
      document: {
        run: { font: fonts(house.fonts.text), ...kit.face(house.sizes.body), language: { ...languageOf(publication.language) } },
        paragraph: { spacing: kit.space(0, 0) },
      },
      ...headings(kit),
      footnoteText: {
        name: 'footnote text',
        basedOn: 'Normal',
        paragraph: { spacing: kit.space(0, 2.5, 12), indent: { left: twips(14), hanging: twips(14) } },
        run: kit.face(house.sizes.note, house.colours.quiet),
      },
      footnoteReference: { name: 'footnote reference', run: { superScript: true } },
      hyperlink: { name: 'Hyperlink', run: { color: house.colours.accent.slice(1), underline: {} } },
      listParagraph: { name: 'List Paragraph', basedOn: 'Normal' },
    },
    paragraphStyles: [...textStyles(kit), ...figureStyles(kit), ...furnitureStyles(kit), ...coverStyles(kit)],
    characterStyles: [
      { id: 'PortionMark', name: 'Portion Mark', run: { color: house.colours.quiet.slice(1), size: halfPoints(house.sizes.small) } },
      { id: 'Credit', name: 'Credit', run: { color: house.colours.quiet.slice(1), italics: false } },
      { id: 'FootnoteNumber', name: 'Footnote Number', run: {} },
    ],
  };
}

/** One family for all scripts it has; Arabic and Chinese signs come from families that every office has. */
function fonts(name: string): IRunStylePropertiesOptions['font'] {
  return { ascii: name, hAnsi: name, eastAsia: 'SimSun', cs: 'Times New Roman' };
}

function headings({
  house,
  face,
  space,
}: StyleKit): Pick<NonNullable<IStylesOptions['default']>, 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'heading5' | 'heading6' | 'strong'> {
  const font = fonts(house.fonts.heading);
  const kept = { keepNext: true, keepLines: true } as const;
  const { h1, h2, h3, body } = house.sizes;
  const make = (level: number, size: number, before: number, after: number, run: IRunStylePropertiesOptions) => ({
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    paragraph: { ...kept, outlineLevel: level - 1, spacing: space(before, after, size * 1.25) },
    run: { ...face(size), font, ...run },
  });
  return {
    heading1: make(1, h1, 27, 9, { bold: true }),
    heading2: make(2, h2, 18, 7, { bold: true }),
    heading3: make(3, h3, 13, 4, { bold: true }),
    heading4: make(4, body, 11, 4, { italics: true }),
    heading5: make(5, body, 10, 4, { italics: true }),
    heading6: make(6, body, 10, 4, { italics: true }),
    strong: { name: 'Strong', run: { bold: true } },
  };
}

function textStyles({ house, axis, face, space }: StyleKit): IParagraphStyleOptions[] {
  const body = { spacing: space(0, 7.5), indent: { left: axis } };
  const hang = twips(house.hang);
  return [
    style('BodyText', 'Body Text', body),
    style('Lead', 'Lead', { ...body, spacing: space(0, 7.5, house.sizes.leading * 1.1) }, face(house.sizes.body * 1.13), 'BodyText'),
    style(
      'Dateline',
      'Dateline',
      { spacing: space(0, 10), keepNext: true },
      { ...face(house.sizes.body, house.colours.quiet), italics: true },
      'Normal',
      'BodyText',
    ),
    style('NumberedParagraph', 'Numbered Paragraph', { spacing: space(0, 7.5), indent: { left: hang, hanging: hang } }),
    style('SubItem', 'Sub-item', { spacing: space(0, 4.5) }),
    style('SubItem2', 'Sub-item 2', { spacing: space(0, 4.5) }, {}, 'SubItem'),
    style('Bullet', 'Bullet', { spacing: space(0, 4.5) }),
    style('Bullet2', 'Bullet 2', { spacing: space(0, 4.5) }, {}, 'Bullet'),
    style('Bullet3', 'Bullet 3', { spacing: space(0, 4.5) }, {}, 'Bullet'),
    style('Intervention', 'Intervention', { spacing: space(6, 4), keepNext: true, indent: { left: axis } }, { bold: true }, 'Normal', 'Bullet'),
    style(
      'Question',
      'Question',
      { spacing: space(8, 4), keepNext: true, keepLines: true, indent: { left: axis } },
      { bold: true, italics: true },
      'Normal',
      'BodyText',
    ),
    style('Quote', 'Quote', { spacing: space(0, 7.5), indent: { left: axis + twips(18) } }, face(house.sizes.body, house.colours.quiet), 'Normal', 'BodyText'),
    style(
      'PullQuote',
      'Pull Quote',
      { spacing: space(0, 0, house.sizes.quote * 1.3), border: { top: rule(house.colours.accent, 8, 5) } },
      { ...face(house.sizes.quote), italics: true },
    ),
    style(
      'PullQuoteInText',
      'Pull Quote in Text',
      { spacing: space(8, 10, house.sizes.quote * 1.4), indent: { left: axis + hang, right: hang }, border: { top: rule(house.colours.accent, 8, 5) } },
      { ...face(house.sizes.quote), italics: true },
    ),
    style(
      'FixedText',
      'Fixed Text',
      { spacing: space(2, 9.5, 13.5), keepLines: true, indent: { left: axis } },
      { ...face(house.sizes.small, house.colours.quiet), italics: true },
    ),
  ];
}

function figureStyles({ house, axis, face, space }: StyleKit): IParagraphStyleOptions[] {
  const small = house.sizes.small * 1.32;
  return [
    style('Caption', 'caption', { spacing: space(10, 5, small), keepNext: true, keepLines: true, indent: { left: axis } }, face(house.sizes.small)),
    style('Figure', 'Figure', {
      spacing: { before: twips(10), after: twips(4), line: 240, lineRule: LineRuleType.AUTO },
      keepNext: true,
      indent: { left: axis },
    }),
    style('FigureCaption', 'Figure Caption', { spacing: space(0, 12, small), keepLines: true, indent: { left: axis } }, face(house.sizes.small)),
    style('TableText', 'Table Text', { spacing: space(0, 0, small) }, face(house.sizes.small)),
    style('TableHead', 'Table Head', { spacing: space(0, 0, small), keepNext: true }, { bold: true }, 'TableText'),
    style('AfterTable', 'After Table', { spacing: space(0, 4, 8) }),
  ];
}

function furnitureStyles({ house, face, space }: StyleKit): IParagraphStyleOptions[] {
  const { note } = house.sizes;
  const out = -twips(house.marginColumn);
  const width = twips(house.page.width - house.page.inner - house.page.outer);
  const quiet = face(note, house.colours.quiet);
  const strong: IRunStylePropertiesOptions = { ...face(note), bold: true, characterSpacing: 16, allCaps: true };
  return [
    style('Header', 'header', { spacing: space(0, 0, note * 1.4), indent: { left: out } }, quiet),
    {
      ...style(
        'RunningHead',
        'Running Head',
        { spacing: space(4, 0, note * 1.4), indent: { left: out }, border: { bottom: rule(house.colours.ink, 6, 4) }, rightTabStop: out + width },
        quiet,
        'Header',
      ),
    },
    style('Footer', 'footer', { spacing: space(0, 0, note * 1.4), indent: { left: out } }, quiet),
    style('Marking', 'Marking', { spacing: space(0, 0, note * 1.4), indent: { left: out }, alignment: AlignmentType.CENTER }, strong, 'Header'),
  ];
}
