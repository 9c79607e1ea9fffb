/** Reads a PDF back with another library than the one that wrote it. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Line {
  readonly text: string;
  /** Points from the top of the page. */
  readonly y: number;
  readonly x: number;
  readonly size: number;
}
export interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly tags: ReadonlyMap<string, number>;
  readonly alts: readonly string[];
  readonly links: readonly { readonly url: string | null }[];
}
export interface Read {
  readonly pages: readonly Page[];
  readonly title: string;
  readonly language: string;
  readonly marked: boolean;
  readonly created: string;
  readonly outline: readonly string[];
}

interface Tag {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tag[];
}

export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    const outline = (await pdf.getOutline()) as { title: string; items: { title: string }[] }[] | null;
    return {
      pages: await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => readPage(pdf, at + 1))),
      title: String(info['Title'] ?? ''),
      language: String(info['Language'] ?? ''),
      marked: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
      created: String(info['CreationDate'] ?? ''),
      outline: (outline ?? []).flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
    };
  } finally {
    await task.destroy();
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number);
  const height = page.getViewport({ scale: 1 }).height;
  const { items } = await page.getTextContent();
  const lines = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: item.transform[4] as number, y: height - (item.transform[5] as number), size: Math.abs(item.transform[3] as number) }]
      : [],
  );
  const tags = new Map<string, number>();
  const alts: string[] = [];
  count((await page.getStructTree()) as Tag | null, tags, alts);
  const links = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Link').map(({ url }) => ({ url: (url as string | undefined) ?? null }));
  return { text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''), lines, tags, alts, links };
}

function count(tag: Tag | null, tags: Map<string, number>, alts: string[]): void {
  if (tag === null) return;
  if (tag.role !== undefined) tags.set(tag.role, (tags.get(tag.role) ?? 0) + 1);
  if (tag.alt !== undefined) alts.push(tag.alt);
  for (const child of tag.children ?? []) count(child, tags, alts);
}

/** How often a role stands in the whole document. */
export function tagCount(read: Read, role: string): number {
  return read.pages.reduce((sum, page) => sum + (page.tags.get(role) ?? 0), 0);
}
