/** A contents field whose entries are filled in, so that nothing has to be updated on opening. */
import { type FileChild, InternalHyperlink, Paragraph, Tab, TextRun } from 'docx';
import type { Matter } from '../../../shared/publication/publication.ts';
import { plain } from '../plain.ts';
import { exportWords } from '../words.ts';
import { type Context, headingsOf } from './context.ts';
import { plainRuns } from './inline.ts';
import { line, paragraphDirection } from './paragraph.ts';
import { field, fieldPart } from './xml.ts';

/** Heading and field on a page of their own. Page numbers come from the layout of the same Publication; without one they stay blank until Word counts.
 *  @param below what else stands on the page */
export function contents(matter: Matter, context: Context, below: readonly FileChild[] = []): FileChild[] {
  const headings = headingsOf(context.publication);
  if (headings.length === 0) return [...below];
  const title = matter.label ?? exportWords(context.publication.language).contents;
  const entries = headings.map((heading, n) => {
    const label = heading.label === undefined ? [] : [...plainRuns(heading.label, context), new TextRun({ children: [new Tab()] })];
    const page = context.pages?.get(heading.anchor);
    const number = field(`PAGEREF ${heading.anchor} \\h`, plainRuns(page === undefined ? '' : String(page), context));
    const link = new InternalHyperlink({
      anchor: heading.anchor,
      children: [...label, ...plainRuns(plain(heading.content), context), new TextRun({ children: [new Tab()] }), ...number],
    });
    const opening = n === 0 ? [...fieldPart('begin', 'TOC \\o "1-2" \\h \\z'), ...fieldPart('separate')] : [];
    return new Paragraph({ style: `TOC${heading.level}`, ...paragraphDirection(context), children: [...opening, link] });
  });
  // The field ends in a paragraph of its own, before the one that ends the section: LibreOffice reads headers and footers there, and leaves fields out while it is inside a contents field.
  const end = new Paragraph({ style: 'AfterTable', children: fieldPart('end') });
  return [line(title, 'TOCHeading', context, { pageBreakBefore: true }), ...entries, end, ...below, line('', 'AfterTable', context)];
}
