/** One file's bytes to what stands beside its text, by the format that its reader told. */

import { regionsOf } from '../../../shared/guard/regions.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import type { Source } from '../source.ts';
import { decode } from '../text/decode.ts';
import { type Beside, Found } from './beside.ts';
import { besideDocx } from './docx.ts';
import { besideHtml } from './html.ts';
import { besideMarkdown } from './markdown.ts';
import { besidePdf } from './pdf.ts';

/** @throws Refused  as the readers do: the same caps hold */
export async function readBeside(bytes: Uint8Array, kind: Source['kind'], publication: Publication | undefined): Promise<readonly Beside[]> {
  const found = new Found();
  if (publication !== undefined) besidePublication(publication, found);
  else if (kind === 'docx') besideDocx(bytes, found);
  else if (kind === 'pdf') await besidePdf(bytes, found);
  else if (kind === 'html') besideHtml(decode(bytes).text, found);
  else if (kind === 'markdown') besideMarkdown(decode(bytes).text, found);
  return found.all;
}

/** The links and alternative texts of a publication, which its paragraphs do not show. */
function besidePublication(publication: Publication, found: Found): void {
  for (const { kind, label, text } of regionsOf(publication)) {
    if (kind === 'link' || kind === 'alt') found.add(kind, label, text);
  }
}
