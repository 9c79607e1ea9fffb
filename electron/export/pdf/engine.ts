/**
 * The layout engine: one compiler for each set of faces, fed with the layout's files and the document as data.
 * Everything here blocks; it runs in worker.ts, never where drafts are saved.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';
import { checkBeforeLayout, textsOf } from './check.ts';
import { assetPath } from './content.ts';
import { bodyData, documentData, fitted, type Opening } from './document.ts';
import { type FontSet, fontSet } from './fonts.ts';
import { layoutFolder } from './place.ts';
import { cacheAge, inside, workspace } from './workspace.ts';

/** Where a block begins: page from 1, y in points from the top of the page. */
export interface Place {
  readonly page: number;
  readonly y: number;
}
export type Anchors = ReadonlyMap<string, Place>;

/** A document laid out, and the compiler that renders it. */
export interface Compiled {
  readonly compiler: NodeCompiler;
  readonly document: NodeTypstDocument;
  readonly anchors: Anchors;
}

interface Press {
  readonly compiler: NodeCompiler;
  /** Paths of the pictures now in it. */
  pictures: ReadonlySet<string>;
}

/** Newest last. Two sets of faces are in use at most: a draft in one script and a template's picture in another. */
const presses = new Map<string, Press>();
const mostPresses = 2;

function pressFor(fonts: FontSet): Press {
  const known = presses.get(fonts.key);
  presses.delete(fonts.key);
  const press = known ?? newPress(fonts);
  presses.set(fonts.key, press);
  for (const key of [...presses.keys()].slice(0, -mostPresses)) presses.delete(key);
  return press;
}

function newPress(fonts: FontSet): Press {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.files.map((file) => readFileSync(file)) }] });
  const folder = layoutFolder();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.typ'))) {
    compiler.addSource(inside(name), readFileSync(join(folder, name), 'utf8'));
  }
  return { compiler, pictures: new Set() };
}

/** Lays a publication out.
 *  @fails export/layout, export/missing-glyphs  see check.ts; and export/layout where the engine refuses the document */
export function compile(publication: Publication, style: HouseStyle, opening: Opening = 'issued'): Result<Compiled> {
  const words = exportWords(publication.language);
  const text = [...textsOf(publication)].map(([, part]) => part).join('');
  const fonts = fontSet(publication.language, text + words.contents + words.of, style.fonts.text);
  const checked = checkBeforeLayout(publication, fonts.coverage);
  if (!checked.ok) return checked;
  const press = pressFor(fonts);
  press.pictures = placePictures(press, publication);
  press.compiler.mapShadow(inside('style.json'), asJson(fitted(style, publication.direction)));
  const laid = setUntilNotesStand(press.compiler, {
    document: (keeps) => documentData(publication, fonts, { opening, keeps }),
    body: (breaks) => bodyData(publication, opening, breaks),
  });
  press.compiler.evictCache(cacheAge);
  return laid;
}

const asJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
type Pages = Compiled & { readonly astray: readonly number[] };

interface Data {
  readonly document: (keeps: boolean) => unknown;
  readonly body: (breaks: ReadonlySet<number>) => unknown;
}

const mostPasses = 5;

/** Sets the pages; while a note stands on another page than its mark, breaks before the list item of the first such note and sets again.
 *  A note that is not in a list lets go what is kept together. Nearly always one pass is enough. */
function setUntilNotesStand(compiler: NodeCompiler, data: Data): Result<Compiled> {
  const breaks = new Set<number>();
  let keeps = true;
  let laid = setPages(compiler, data.document(keeps), data.body(breaks));
  for (let pass = 1; pass < mostPasses && laid.ok; pass++) {
    const [first] = laid.value.astray.filter((number) => !breaks.has(number));
    if (first === undefined && (keeps === false || laid.value.astray.length === 0)) break;
    if (first === undefined) keeps = false;
    else breaks.add(first);
    laid = setPages(compiler, data.document(keeps), data.body(breaks));
  }
  return laid;
}

function setPages(compiler: NodeCompiler, document: unknown, body: unknown): Result<Pages> {
  compiler.mapShadow(inside('document.json'), asJson(document));
  compiler.mapShadow(inside('body.json'), asJson(body));
  const result = compiler.compile({ mainFilePath: inside('report.typ') });
  const refused = firstComplaint(compiler, result);
  const pages = result.result;
  if (refused !== null || pages === null) return fail('export/layout', { reason: refused ?? 'the layout engine gave no pages' });
  const [found] = compiler.query(pages, { selector: '<places>' }) as Queried;
  const anchors = new Map((found?.value?.places ?? []).map(([anchor, page, y]) => [anchor, { page, y }]));
  return ok({ compiler, document: pages, anchors, astray: found?.value?.astray ?? [] });
}

/** Drops what looking at pages left behind. The pages now laid out are touched first, so that whoever has read on for ten pages does not
 *  wait for the eleventh word. */
export function tidy(compiler: NodeCompiler): void {
  compiler.compile({ mainFilePath: inside('report.typ') });
  compiler.evictCache(cacheAge);
}

function placePictures(press: Press, publication: Publication): ReadonlySet<string> {
  const placed = new Set<string>();
  for (const [id, asset] of Object.entries(publication.assets)) {
    const path = inside(assetPath(publication, id));
    press.compiler.mapShadow(path, Buffer.from(asset.base64, 'base64'));
    placed.add(path);
  }
  for (const path of press.pictures) if (!placed.has(path)) press.compiler.unmapShadow(path);
  return placed;
}

/** The first error, or the first warning: a warning means a font, a glyph or a file that is not ours. Pages that did not settle
 *  in five passes are good pages: a margin quote may stand a line off. */
function firstComplaint(compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string | null {
  const told = result.takeDiagnostics();
  if (told === null) return null;
  const complaints = (compiler.fetchDiagnostics(told) as { message?: string }[]).map(({ message }) => message ?? 'unknown');
  return complaints.find((message) => !message.includes('did not converge')) ?? null;
}

interface Places {
  readonly places: readonly (readonly [anchor: string, page: number, y: number])[];
  /** Numbers of notes that stand on another page than their mark. */
  readonly astray: readonly number[];
}
type Queried = readonly { readonly value?: Places }[];
