/** Publication → DOCX. */
import { Document, Packer, Paragraph, SectionType, Tab, TextRun } from 'docx';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { blocks } from './blocks.ts';
import { clean } from './clean.ts';
import { type Context, makeContext } from './context.ts';
import { frontMatter } from './cover.ts';
import { furniture } from './furniture.ts';
import { inlines } from './inline.ts';
import { backMatter } from './matter.ts';
import { twips } from './measure.ts';
import { paragraphDirection } from './paragraph.ts';
import { makeStyles } from './styles.ts';

/** Makes the bytes of a Word document. Equal input gives equal bytes, on any machine and at any time.
 *  @param pages page of each anchor, from the layout of the same Publication; null leaves the contents without numbers
 *  @fails export/layout  the library refused the document */
export async function toDocx(publication: Publication, houseStyle: HouseStyle, pages: ReadonlyMap<string, number> | null): Promise<Result<Uint8Array>> {
  try {
    const context = makeContext(publication, houseStyle, pages);
    return ok(clean(await Packer.pack(makeDocument(context), 'uint8array'), publication));
  } catch (error) {
    return fail('export/layout', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

function makeDocument(context: Context): Document {
  const { publication } = context;
  const page = pageOf(context);
  const front = frontMatter(context);
  const body = [...blocks(publication.body, context), ...backMatter(context)];
  const marks = furniture(context);
  const sections = context.cover
    ? [
        { properties: { titlePage: true, page }, ...marks, children: front },
        { properties: { type: SectionType.NEXT_PAGE, page }, children: body },
      ]
    : [{ properties: { titlePage: true, page }, ...marks, children: [...front, ...body] }];
  return new Document({
    title: publication.title,
    compatibility: { version: 15 },
    styles: makeStyles(context),
    numbering: { config: context.lists.config },
    footnotes: notes(context),
    sections,
  });
}

function pageOf(context: Context) {
  const { page } = context.house;
  const { start, end } = context.geometry;
  return {
    size: { width: twips(page.width), height: twips(page.height) },
    margin: {
      top: twips(page.top),
      bottom: twips(page.bottom),
      left: twips(context.rtl ? end : start),
      right: twips(context.rtl ? start : end),
      header: twips(page.top * 0.42),
      footer: twips(page.bottom * 0.42),
      gutter: 0,
    },
  };
}

/** Real footnotes; the number hangs left of the words. */
function notes(context: Context): Record<string, { children: Paragraph[] }> {
  return Object.fromEntries(
    context.publication.notes.map((note) => [
      String(note.number),
      {
        children: [
          new Paragraph({
            style: 'FootnoteText',
            ...paragraphDirection(context),
            children: [new TextRun({ children: [new Tab()] }), ...inlines(note.content, context)],
          }),
        ],
      },
    ]),
  );
}
