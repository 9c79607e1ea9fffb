/** A PDF beside its text: document information, XMP, links, comments, form fields, bookmarks, alternative texts, attachments. */
import { readXml } from '../docx/xml.ts';
import { limits, Refused } from '../limits.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { type BesideKind, type Found, kindOf, linkOf } from './beside.ts';

/** What any program writes, and no person. */
const technical = /^(?:PDFFormatVersion|Language|Encrypt\w*|Is\w+|CreationDate|ModDate|Producer|Trapped|Linearized)$/;
const technicalXmp = /Date$|ID$|^pdf:Producer|^dc:(?:format|language)|^stEvt:|^pdfa\w*:|^xmp:(?:Rating|Thumbnails)|^xmpTPg:|^pdf:(?:PDFVersion|Trapped)/;

/** @throws Refused  damaged, or too much of it */
export async function besidePdf(bytes: Uint8Array, found: Found): Promise<void> {
  const task = await openPdf(bytes, { strict: false });
  try {
    const pdf = await task.promise;
    const { info, metadata } = await pdf.getMetadata();
    information(info as Readonly<Record<string, unknown>>, found);
    const raw: unknown = metadata === null ? '' : metadata.getRaw();
    if (typeof raw === 'string' && raw !== '') xmp(raw, found);
    for (const name of Object.keys((await pdf.getAttachments()) ?? {})) found.add('unread', 'a file carried in the PDF', name);
    for (const item of (await pdf.getOutline()) ?? []) bookmarks(item, found, 0);
    for (let number = 1; number <= Math.min(pdf.numPages, limits.pages); number++) {
      const page = await pdf.getPage(number);
      for (const one of await page.getAnnotations()) annotation(one as Readonly<Record<string, unknown>>, number, found);
      alternatives(await page.getStructTree(), number, found, 0);
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('input/unreadable', 'it is damaged or incomplete');
  } finally {
    await task.destroy();
  }
}

function information(info: Readonly<Record<string, unknown>>, found: Found): void {
  for (const [name, value] of Object.entries(info)) {
    if (name === 'Custom' && typeof value === 'object' && value !== null) information(value as Readonly<Record<string, unknown>>, found);
    // "Creator" is the program that the file was made with.
    else if (typeof value === 'string' && !technical.test(name)) {
      const kind = name === 'Creator' ? 'property' : name === 'Company' ? 'company' : kindOf(name);
      found.add(kind, `${name.toLowerCase()} of the file’s properties`, value);
    }
  }
}

/** Each value under the name of its element; one that cannot be parsed is read as it stands. */
function xmp(raw: string, found: Found): void {
  const path: string[] = [];
  const tell = (name: string, value: string) => {
    if (technicalXmp.test(name) || /^(?:xmlns|rdf:|xml:)/.test(name)) return;
    const kind: BesideKind = name === 'xmp:CreatorTool' ? 'property' : kindOf(name);
    found.add(kind, `${name.replace(/^.*:/, '')} of the file’s properties (XMP)`, value);
  };
  try {
    readXml(new TextEncoder().encode(raw.replace(/<\?xpacket[^>]*\?>/g, '').trim()), {
      open(name, at) {
        path.push(name);
        for (const [key, value] of Object.entries(at)) tell(key, value);
      },
      close: () => void path.pop(),
      text: (text) => tell(path.findLast((name) => !/^(?:rdf|x):/.test(name)) ?? 'xmp', text),
    });
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'input/too-large') throw error;
    found.add('property', 'properties of the file (XMP)', raw.replace(/<[^>]*>/g, ' '));
  }
}

interface Bookmark {
  readonly title: string;
  readonly url: string | null;
  readonly items: readonly Bookmark[];
}

function bookmarks({ title, url, items }: Bookmark, found: Found, depth: number): void {
  if (depth > limits.xmlDepth) throw new Refused('input/unreadable', 'it nests too deeply');
  found.add('outline', 'bookmark of the PDF', title);
  if (url !== null) found.add('link', `link of the bookmark “${title}”`, url);
  for (const item of items) bookmarks(item as Bookmark, found, depth + 1);
}

/** Links, and what readers wrote or filled in; the words of a comment count as text, its writer as a person. */
function annotation(one: Readonly<Record<string, unknown>>, page: number, found: Found): void {
  const said = (key: string): string => {
    const value = one[key];
    if (typeof value === 'string') return value;
    return typeof value === 'object' && value !== null && 'str' in value && typeof value.str === 'string' ? value.str : '';
  };
  const words = Array.isArray(one['overlaidText']) ? one['overlaidText'].join(' ') : said('overlaidText');
  found.add('link', `${linkOf(words)} on page ${page}`, said('unsafeUrl') || said('url'));
  found.add('text', `comment on page ${page}`, said('contentsObj'));
  if (one['subtype'] !== 'Widget') found.add('author', `author of a comment on page ${page}`, said('titleObj'));
  found.add('text', `form field on page ${page}`, said('fieldValue'));
  found.add('alt', `alternative text on page ${page}`, said('alternativeText'));
  const file = one['file'];
  if (typeof file === 'object' && file !== null && 'filename' in file) found.add('unread', `a file attached on page ${page}`, String(file.filename));
}

function alternatives(node: unknown, page: number, found: Found, depth: number): void {
  if (typeof node !== 'object' || node === null || depth > limits.xmlDepth) return;
  if ('alt' in node && typeof node.alt === 'string') found.add('alt', `alternative text of a picture on page ${page}`, node.alt);
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) alternatives(child, page, found, depth + 1);
}
