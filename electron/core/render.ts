/** Publication → the bytes of each format asked for. */
import type { Output } from '../../shared/contract/api.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import type { HouseStyle } from '../../shared/publication/house-style.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import type { Laid } from '../export/pdf/layout.ts';
import type { Job } from './jobs.ts';

export const formats = ['docx', 'pdf', 'pdf-archive', 'html', 'md', 'txt', 'json'] as const;
export type Format = (typeof formats)[number];

export interface Rendered {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly pages: number | null;
}

const endings: Readonly<Record<Format, string>> = {
  docx: '.docx',
  pdf: '.pdf',
  'pdf-archive': '-archive.pdf',
  html: '.html',
  md: '.md',
  txt: '.txt',
  json: '.json',
};

export type Proof = Output<'draft.export'>['proof'];

/** Cleans the pictures, then lays the pages out once: Word's contents take their page numbers from them. @fails as cleanAssets, layOut, toDocx; host/cancelled */
export async function render(raw: Publication, style: HouseStyle, wanted: readonly Format[], job: Job): Promise<Result<Rendered[]>> {
  const publication = await withCleanPictures(raw);
  if (!publication.ok) return publication;
  return renderClean(publication.value, style, wanted, job);
}

/** Pictures lose what a camera or an editor wrote beside them. A document without pictures loads no decoder. */
async function withCleanPictures(publication: Publication): Promise<Result<Publication>> {
  if (Object.keys(publication.assets).length === 0) return ok(publication);
  const { cleanAssets } = await import('../export/images.ts');
  return cleanAssets(publication);
}

async function renderClean(publication: Publication, style: HouseStyle, wanted: readonly Format[], job: Job): Promise<Result<Rendered[]>> {
  const files: Rendered[] = [];
  const pages = await layIfNeeded(publication, style, wanted);
  if (!pages.ok) return pages;
  for (const [done, format] of wanted.entries()) {
    if (job.signal.aborted) return { ok: false, error: { code: 'host/cancelled', detail: {} } };
    job.progress(done, wanted.length, format);
    const bytes = await renderOne(publication, style, format, pages.value);
    if (!bytes.ok) return bytes;
    const paged = format === 'pdf' || format === 'pdf-archive' || format === 'docx';
    files.push({ name: `${publication.fileName}${endings[format]}`, format, bytes: bytes.value, pages: paged ? (pages.value?.pages ?? null) : null });
  }
  job.progress(wanted.length, wanted.length, 'done');
  return ok(files);
}

async function layIfNeeded(publication: Publication, style: HouseStyle, wanted: readonly Format[]): Promise<Result<Laid | null>> {
  if (!wanted.includes('docx') && !wanted.includes('pdf')) return ok(null);
  const { layOut } = await import('../export/pdf/layout.ts');
  return layOut(publication, style, { kind: 'issue' });
}

async function renderOne(publication: Publication, style: HouseStyle, format: Format, laid: Laid | null): Promise<Result<Uint8Array>> {
  switch (format) {
    case 'pdf':
      return laid === null ? ok(new Uint8Array()) : ok(laid.bytes);
    case 'pdf-archive': {
      const { layOut } = await import('../export/pdf/layout.ts');
      const archived = await layOut(publication, style, { kind: 'archive' });
      return archived.ok ? ok(archived.value.bytes) : archived;
    }
    case 'docx': {
      const { toDocx } = await import('../export/docx/index.ts');
      const pages = laid === null ? null : new Map([...laid.anchors].map(([anchor, { page }]) => [anchor, page]));
      return toDocx(publication, style, pages);
    }
    case 'html':
      return ok(utf8((await import('../export/html/index.ts')).toHtml(publication, style)));
    case 'md':
      return ok(utf8((await import('../export/text/markdown.ts')).toMarkdown(publication)));
    case 'txt':
      return ok(utf8((await import('../export/text/plain-text.ts')).toPlainText(publication)));
    case 'json':
      return ok(utf8((await import('../export/text/json.ts')).toJson(publication)));
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
