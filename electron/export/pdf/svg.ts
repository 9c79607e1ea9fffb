/**
 * One page as a self-contained SVG for an `<img>`: glyphs as paths, no script, no reference outside itself.
 * The engine renders all pages or none (10 ms a page); so the page is taken from the finished PDF, set alone and rendered.
 */
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
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
  const inner = /xlink:href="data:image\/svg\+xml;base64,([^"]+)"/.exec(compiler.plainSvg(result))?.[1];
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

interface Shape {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The engine draws each letter of a page as a path of its own, with its place in the path. Told apart from their places, equal letters share
 *  one shape: a page shrinks from 2 MB to a tenth. Coordinates keep a hundredth of a point. */
export function shareGlyphs(svg: string): string {
  const shapes = new Map<string, Shape>();
  const byPath = new Map<string, string>();
  const defined = svg.replaceAll(/<path id="(g\d+)" d="([^"]+)"\/>/g, (whole, id: string, d: string) => {
    const shape = fromOrigin(d);
    if (shape === null) return whole;
    const known = byPath.get(shape.d);
    shapes.set(id, { id: known ?? id, x: shape.x, y: shape.y });
    if (known !== undefined) return '';
    byPath.set(shape.d, id);
    return `<path id="${id}" d="${shape.d}"/>`;
  });
  return defined.replaceAll(/<use xlink:href="#(g\d+)"(?: transform="([^"]*)")?/g, (whole, id: string, transform = '') => {
    const shape = shapes.get(id);
    return shape === undefined ? whole : `<use xlink:href="#${shape.id}" transform="${moved(transform, shape.x, shape.y)}"`;
  });
}

/** A transform followed by a move; two moves are one. */
function moved(transform: string, x: number, y: number): string {
  const [, dx, dy] = /^translate\(([-\d.]+) ([-\d.]+)\)$/.exec(transform) ?? [];
  if (dx !== undefined && dy !== undefined) return `translate(${hundredths(Number(dx) + x)} ${hundredths(Number(dy) + y)})`;
  return `${transform} translate(${hundredths(x)} ${hundredths(y)})`.trim();
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

/** A path of absolute commands, begun at 0,0; null where it holds others. */
function fromOrigin(d: string): { d: string; x: number; y: number } | null {
  if (/[^MLQCZ\d\s.,-]/.test(d)) return null;
  const begin = /^M\s*(-?[\d.]+)[ ,](-?[\d.]+)/.exec(d);
  if (begin === null) return null;
  const [x, y] = [Number(begin[1]), Number(begin[2])];
  const path = d.replaceAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g, (_, a: string, b: string) => `${hundredths(Number(a) - x)},${hundredths(Number(b) - y)}`);
  return { d: path, x, y };
}
