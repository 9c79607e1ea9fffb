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
import { assetPath, laidBody, laidMatter, languageOf } from './content.ts';
import { type FontSet, fontSet } from './fonts.ts';
import { layoutFolder } from './place.ts';
import { inside, workspace } from './workspace.ts';

/** Where a block begins: page from 1, y in points from the top of the page. */
export interface Place {
  readonly page: number;
  readonly y: number;
}
export type Anchors = ReadonlyMap<string, Place>;

/** cover: as issued · picture: the title stands above the text, so that one page shows the form. */
export type Opening = 'issued' | 'picture';

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
  const { compiler } = press;
  press.pictures = placePictures(press, publication);
  compiler.mapShadow(inside('style.json'), Buffer.from(JSON.stringify(fitted(style, publication.direction))));
  compiler.mapShadow(inside('document.json'), Buffer.from(JSON.stringify(documentData(publication, fonts, opening))));
  const result = compiler.compile({ mainFilePath: inside('report.typ') });
  compiler.evictCache(20);
  const refused = firstComplaint(compiler, result);
  const document = result.result;
  if (refused !== null || document === null) return fail('export/layout', { reason: refused ?? 'the layout engine gave no pages' });
  return ok({ compiler, document, anchors: anchorsOf(compiler, document) });
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

/** The date in the file is the meeting's last day, never today: the same draft gives the same bytes in any year. */
function documentData(publication: Publication, fonts: FontSet, opening: Opening): unknown {
  const { marking, copy, front, dates } = publication;
  const words = exportWords(publication.language);
  const day = dates === null ? null : dates.end.split('-').map(Number);
  const copyLines = front.find(({ role }) => role === 'copy')?.lines;
  return {
    title: publication.title,
    running: publication.running,
    code: publication.code,
    ...languageOf(publication.language),
    region: languageOf(publication.language).region ?? null,
    direction: publication.direction,
    date: day?.length === 3 ? day : null,
    banner: marking?.printed ? marking.banner : null,
    tone: marking?.printed ? marking.tone : 'open',
    copy: copy === null ? null : (copyLines ?? [words.copy(copy.number, copy.of), copy.recipient]),
    words: { contents: words.contents, of: words.of, quotes: words.quotes },
    fonts: { text: fonts.faces, heading: fonts.faces },
    cover: opening === 'issued' && hasCover(publication),
    front: laidMatter(front, publication),
    back: laidMatter(publication.back, publication),
    body: laidBody(publication),
  };
}

/** A form whose front matter lists contents has a cover; one that is read at once opens with its title above the text. */
export function hasCover(publication: Publication): boolean {
  return publication.front.some(({ role }) => role === 'contents');
}

/** The first error, or the first warning: a warning means a font, a glyph or a file that is not ours. */
function firstComplaint(compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string | null {
  const told = result.takeDiagnostics();
  if (told === null) return null;
  const [first] = compiler.fetchDiagnostics(told) as { message?: string }[];
  return first === undefined ? null : (first.message ?? 'unknown');
}

type Queried = readonly { readonly value?: readonly (readonly [string, number, number])[] }[];

function anchorsOf(compiler: NodeCompiler, document: NodeTypstDocument): Anchors {
  const [found] = compiler.query(document, { selector: '<places>' }) as Queried;
  return new Map((found?.value ?? []).map(([anchor, page, y]) => [anchor, { page, y }]));
}

/** Naskh letters are small on their body: Arabic text is set a size larger, so that both scripts read at one size. */
function fitted(style: HouseStyle, direction: Publication['direction']): HouseStyle {
  if (direction !== 'rtl') return style;
  const { title, ...running } = style.sizes;
  const larger = Object.fromEntries(Object.entries(running).map(([name, size]) => [name, size * 1.16])) as typeof running;
  return { ...style, sizes: { ...larger, title } };
}
