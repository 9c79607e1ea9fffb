/**
 * One page as a self-contained SVG for an `<img>`: glyphs as paths, no script, no reference outside itself.
 * The engine renders all pages or none (10 ms a page); so the page is taken from the finished PDF, set alone and rendered.
 */
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { shareGlyphs } from './share-glyphs.ts';
import { inside } from './workspace.ts';

const one = inside('one-page.typ');
const source = '#set page(width: auto, height: auto, margin: 0pt)\n#image("/one-page.pdf", page: int(sys.inputs.page))\n';

/** @param pdf the whole document, untagged
 *  @param page from 1
 *  @fails export/layout the engine gave no picture, or one that refers to something outside itself */
export function pageSvg(compiler: NodeCompiler, pdf: Uint8Array, page: number): Result<string> {
  compiler.addSource(one, source);
  compiler.mapShadow(inside('one-page.pdf'), Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  const { result } = compiler.compile({ mainFilePath: one, inputs: { page: String(page) } });
  if (result === null) return fail('export/layout', { reason: 'the page gave no picture' });
  const drawn = compiler.plainSvg(result);
  const inner = /xlink:href="data:image\/svg\+xml;base64,([^"]+)"/.exec(drawn)?.[1];
  if (inner === undefined) return fail('export/layout', { reason: 'the page gave no picture' });
  const svg = onWhite(shareGlyphs(Buffer.from(inner, 'base64').toString('utf8')));
  return isSelfContained(svg) ? ok(svg) : fail('export/layout', { reason: 'the picture is not self-contained' });
}

/** References may lead to the picture's own parts or to pixels within it. */
export function isSelfContained(svg: string): boolean {
  if (/<(script|foreignObject|iframe|style)\b|\son\w+\s*=/i.test(svg)) return false;
  return [...svg.matchAll(/\b(?:xlink:)?href="([^"]{0,22})/g)].every(([, target = '']) => /^(#|data:image\/(png|jpeg);)/.test(target));
}

/** Paper is white in both themes. */
function onWhite(svg: string): string {
  return svg.replace(/^(<svg[^>]*>)/, '$1<rect width="100%" height="100%" fill="#fff"/>').replaceAll(/\n\s+/g, '\n');
}
