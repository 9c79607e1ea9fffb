/** Styles of what stands before and after the text: cover, contents, back matter. */
import { type IParagraphStyleOptions, LineRuleType } from 'docx';
import { twips } from './measure.ts';
import { rule, type StyleKit, style } from './styles.ts';

export function coverStyles({ house, context, axis, face, space }: StyleKit): IParagraphStyleOptions[] {
  const { sizes, colours } = house;
  const entry = (left: number) => ({ indent: { left: twips(left) }, rightTabStop: twips(context.geometry.text) });
  const out = -twips(house.marginColumn);
  const hung = (left: number) => ({ indent: { left, hanging: left - out }, leftTabStop: left });
  const across = { indent: { left: out } };
  return [
    style('Title', 'Title', { spacing: space(0, sizes.title * 0.42, sizes.title * 1.14), keepLines: true }, { ...face(sizes.title), bold: true }),
    style(
      'BriefTitle',
      'Title of a Brief',
      { spacing: space(0, sizes.title * 0.34, sizes.title * 0.92), keepLines: true },
      { ...face(sizes.title * 0.8), bold: true },
      'Title',
    ),
    style('Subtitle', 'Subtitle', { spacing: space(0, 12, 20) }, face(15)),
    style('ReportKind', 'Report Kind', { spacing: space(0, 9, 16) }, { ...face(12, colours.accent), bold: true }),
    style('CoverLine', 'Cover Line', { spacing: space(0, 0, 17) }, face(11, colours.quiet)),
    style('CoverLogo', 'Cover Logo', { spacing: { before: 0, after: twips(8), line: 240, lineRule: LineRuleType.AUTO } }),
    style('CoverRule', 'Cover Rule', { spacing: space(0, 6, 6), ...across, border: { top: rule(colours.ink, 5, 1) } }),
    style('CoverMeta', 'Cover Meta', { spacing: space(0, 6, 15), ...hung(0) }, face(10)),
    style('Meta', 'Meta', { spacing: space(0, 5, 13.5), keepLines: true, ...hung(axis) }, face(sizes.small)),
    style('Copy', 'Copy Number', {}, { bold: true }, 'Meta'),
    style('Disclaimer', 'Disclaimer', {}, {}, 'Meta'),
    style('Imprint', 'Imprint', {}, {}, 'Meta'),
    style('Tagline', 'Tagline', {}, { italics: true }, 'Meta'),
    style('TitleRule', 'Title Rule', { spacing: space(4, 22, 4), ...across, border: { bottom: rule(colours.ink, 5, 1) } }),
    style('BackRule', 'Back Rule', { spacing: space(30, 6, 6), keepNext: true, ...across, border: { top: rule(colours.ink, 5, 1) } }),
    style('TOCHeading', 'TOC Heading', { spacing: space(0, 12, sizes.h1 * 1.25), keepNext: true }, { ...face(sizes.h1), bold: true }),
    style('TOC1', 'toc 1', { spacing: space(6, 1), ...entry(0) }, { bold: true }),
    style('TOC2', 'toc 2', { spacing: space(0, 1), ...entry(14) }),
  ];
}
