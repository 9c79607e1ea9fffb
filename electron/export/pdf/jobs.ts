/** What the worker is asked to do. Each job is plain data in and a Result out, so that it crosses a thread unchanged. */
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { type Anchors, type Compiled, compile, tidy } from './engine.ts';
import { pageSvg } from './svg.ts';

/** issue: PDF/UA-1, what the world reads · archive: PDF/A-2a, what is kept. The engine refuses both in one file. */
export type Kind = 'issue' | 'archive';
const standards = { issue: 'ua-1', archive: 'a-2a' } as const;

interface Document {
  readonly publication: Publication;
  readonly style: HouseStyle;
}
export type Job =
  | ({ readonly do: 'layout'; readonly kind: Kind } & Document)
  | ({ readonly do: 'preview'; readonly key: string } & Document)
  | { readonly do: 'page'; readonly key: string; readonly page: number }
  | ({ readonly do: 'picture' } & Document);

export interface Laid {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly anchors: Anchors;
}
export interface Previewed {
  readonly key: string;
  readonly pages: number;
  /** Of every page, in points. */
  readonly width: number;
  readonly height: number;
  readonly anchors: Anchors;
}
export type Answer<J extends Job> = J extends { do: 'layout' } ? Laid : J extends { do: 'preview' } ? Previewed : string;

/** @fails export/layout, export/missing-glyphs  see engine.ts
 *  @fails host/cancelled                        the preview that a page is asked of has been replaced by newer ones */
export function run<J extends Job>(job: J): Result<Answer<J>>;
export function run(job: Job): Result<unknown> {
  switch (job.do) {
    case 'layout':
      return layout(job.publication, job.style, job.kind);
    case 'preview':
      return preview(job.publication, job.style, job.key);
    case 'page':
      return page(job.key, job.page);
    case 'picture':
      return picture(job.publication, job.style);
  }
}

function layout(publication: Publication, style: HouseStyle, kind: Kind): Result<Laid> {
  const compiled = compile(publication, style);
  if (!compiled.ok) return compiled;
  const { document, anchors } = compiled.value;
  const bytes = pdf(compiled.value, { pdfStandard: standards[kind] });
  return bytes.ok ? ok({ bytes: bytes.value, pages: document.numOfPages, anchors }) : bytes;
}

function pdf({ compiler, document }: Compiled, options: { pdfStandard?: string; pdfTags?: boolean }): Result<Uint8Array<ArrayBuffer>> {
  try {
    // A copy: the engine's memory is not ours to hand to another thread.
    return ok(new Uint8Array(compiler.pdf(document, options)));
  } catch (error) {
    return fail('export/layout', { reason: messageOf(error) });
  }
}

/** The engine tells its refusals as a dump of its own structures; the sentence in it is what a user can read. */
function messageOf(error: unknown): string {
  const told = error instanceof Error ? error.message : '';
  return /message: "((?:[^"\\]|\\.)*)"/.exec(told)?.[1] ?? 'the layout engine refused the document';
}

/** Newest last. Kept so that pages are rendered only when somebody looks at them. */
const previews = new Map<string, { readonly compiled: Compiled; bytes: Uint8Array<ArrayBuffer> | null }>();
const mostPreviews = 3;
/** Pages looked at. */
let seen = 0;

function preview(publication: Publication, style: HouseStyle, key: string): Result<Previewed> {
  const compiled = compile(publication, style);
  if (!compiled.ok) return compiled;
  previews.set(key, { compiled: compiled.value, bytes: null });
  for (const old of [...previews.keys()].slice(0, -mostPreviews)) previews.delete(old);
  const { width, height } = style.page;
  return ok({ key, pages: compiled.value.document.numOfPages, width, height, anchors: compiled.value.anchors });
}

function page(key: string, number: number): Result<string> {
  const kept = previews.get(key);
  if (kept === undefined) return fail('host/cancelled');
  if (number > kept.compiled.document.numOfPages) return fail('input/invalid', { at: `page ${number}` });
  if (kept.bytes === null) {
    const bytes = pdf(kept.compiled, { pdfTags: false });
    if (!bytes.ok) return bytes;
    kept.bytes = bytes.value;
  }
  const svg = pageSvg(kept.compiled.compiler, kept.bytes, number);
  seen += 1;
  if (seen % 2 === 0) tidy(kept.compiled.compiler);
  return svg;
}

function picture(publication: Publication, style: HouseStyle): Result<string> {
  const compiled = compile(publication, style, 'picture');
  if (!compiled.ok) return compiled;
  const bytes = pdf(compiled.value, { pdfTags: false });
  return bytes.ok ? pageSvg(compiled.value.compiler, bytes.value, 1) : bytes;
}
