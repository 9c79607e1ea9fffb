/** Styles of what stands before and after the text: cover, contents, back matter. */
import { type IParagraphStyleOptions, LineRuleType } from 'docx';
import { twips } from './measure.ts';
import { rule, type StyleKit, style } from './styles.ts';

export function coverStyles({ house, context, axis, face, space }: StyleKit): IParagraphStyleOptions[] {
  const { sizes, colours } = house;
  const entry = (left: number) => ({ indent: { left: twips(left) }, rightTabStop: twips(context.geometry.text) });
  const quiet = face(sizes.small, colours.quiet);
  return [
    style('Title', 'Title', { spacing: space(0, 10, sizes.title * 1.14), keepLines: true }, { ...face(sizes.title), bold: true }),
    style('Subtitle', 'Subtitle', { spacing: space(0, 12, sizes.h2 * 1.4) }, { ...face(sizes.h2, colours.quiet), italics: true }),
    style('ReportKind', 'Report Kind', { spacing: space(0, 8, sizes.h2 * 1.3) }, face(sizes.h2, colours.accent)),
    style('CoverLine', 'Cover Line', { spacing: space(0, 3) }, face(sizes.body)),
    style('CoverLabel', 'Cover Label', { spacing: space(90, 2), keepNext: true }, { ...quiet, italics: true }),
    style('CoverLogo', 'Cover Logo', { spacing: { before: 0, after: twips(8), line: 240, lineRule: LineRuleType.AUTO } }),
    style('Copy', 'Copy Number', { spacing: space(0, 2) }, { ...face(sizes.small), bold: true }),
    style('Meta', 'Meta', { spacing: space(0, 2), indent: { left: twips(96), hanging: twips(96) }, leftTabStop: twips(96) }, face(sizes.body)),
    style('TitleRule', 'Title Rule', { spacing: space(2, 14, 4), border: { bottom: rule(colours.ink, 6, 1) } }),
    style('TOCHeading', 'TOC Heading', { spacing: space(0, 14, sizes.h1 * 1.22), keepNext: true }, { ...face(sizes.h1), bold: true }),
    style('TOC1', 'toc 1', { spacing: space(6, 2), ...entry(0) }),
    style('TOC2', 'toc 2', { spacing: space(0, 2), ...entry(house.hang) }, face(sizes.body, colours.quiet)),
    style('BackRule', 'Back Rule', { spacing: space(22, 6, 6), keepNext: true, indent: { left: axis }, border: { top: rule(colours.ink, 6, 1) } }),
    style('BackMatter', 'Back Matter', { spacing: space(0, 3), keepLines: true, indent: { left: axis } }),
    style('Disclaimer', 'Disclaimer', { spacing: space(8, 4, sizes.small * 1.36), keepLines: true, indent: { left: axis } }, { ...quiet, italics: true }),
    style('Imprint', 'Imprint', { spacing: space(2, 6, sizes.small * 1.36), keepLines: true, indent: { left: axis } }, quiet),
  ];
}
