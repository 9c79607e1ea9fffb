/** What the layout is given: the Publication as plain data, with lists nested and pull quotes beside their blocks. */
import type { Matter, PubBlock, PubInline, Publication } from '../../../shared/publication/publication.ts';
import { imageSize } from '../image-size.ts';
import { divided, isListBlock, type List, type ListBlock, laidLists, listItem, type Pull } from './lists.ts';
import { type Context, clean, laidInlines, languageOf, plain } from './runs.ts';
import { laidTable } from './table.ts';

export type Laid = List | (Readonly<Record<string, unknown>> & { readonly type: string });

/** The body as the layout takes it. Order of reading is order of the list. */
export function laidBody(publication: Publication): Laid[] {
  const body = withoutBlankHeadings(publication.body);
  const context: Context = {
    notes: new Map(publication.notes.map(({ number, content }) => [number, content])),
    anchors: new Set(body.map(({ anchor }) => anchor)),
    set: new Set(),
  };
  const pulls = pullsByBlock(body);
  const pullsOf = (anchor: string): Pull[] => (pulls.get(anchor) ?? []).map((pull) => ({ a: pull.anchor, runs: laidInlines(pull.content, context) }));
  const laid: Laid[] = [];
  let run: ListBlock[] = [];
  let before: PubBlock | undefined;
  const endRun = () => {
    laid.push(...laidLists(run, before?.type === 'numbered', (block) => listItem(block, context, pullsOf)));
    run = [];
  };
  for (const [at, block] of body.entries()) {
    if (block.type === 'pull-quote') continue;
    if (isListBlock(block)) {
      run.push(block);
      continue;
    }
    if (run.length > 0) endRun();
    before = block;
    laid.push(laidBlock(block, publication, context, pullsOf(block.anchor), body[at + 1]));
  }
  if (run.length > 0) endRun();
  return laid;
}

/** A heading without words is none (PDF/UA refuses it); what stands below it moves up, so that no level is skipped. */
function withoutBlankHeadings(body: readonly PubBlock[]): PubBlock[] {
  let last = 0;
  return body.flatMap((block): PubBlock[] => {
    if (block.type !== 'heading') return [block];
    if (plain(block.content).trim() === '') return [];
    last = Math.min(block.level, last + 1);
    return [{ ...block, level: last }];
  });
}

/** A pull quote whose block is gone stands beside the block that follows it, else beside the one before. */
function pullsByBlock(body: readonly PubBlock[]): Map<string, Extract<PubBlock, { type: 'pull-quote' }>[]> {
  const hosts = body.filter(({ type }) => type !== 'pull-quote' && type !== 'heading' && type !== 'table' && type !== 'figure');
  const known = new Set(hosts.map(({ anchor }) => anchor));
  const found = new Map<string, Extract<PubBlock, { type: 'pull-quote' }>[]>();
  for (const [at, block] of body.entries()) {
    if (block.type !== 'pull-quote') continue;
    const next = body.slice(at).find(({ anchor }) => known.has(anchor)) ?? hosts.at(-1);
    const host = block.beside !== null && known.has(block.beside) ? block.beside : next?.anchor;
    if (host !== undefined) found.set(host, [...(found.get(host) ?? []), block]);
  }
  return found;
}

/** Divides lists so that an item that holds one of these notes begins a page.
 *  @param notes numbers of notes that the engine parted from their marks */
export function withBreaks(body: readonly Laid[], notes: ReadonlySet<number>): Laid[] {
  return body.flatMap((node): Laid[] => (isList(node) && notes.size > 0 ? divided(node, notes) : [node]));
}

const isList = (node: Laid): node is List => node.type === 'list';

function laidBlock(
  block: Exclude<PubBlock, ListBlock | { type: 'pull-quote' }>,
  publication: Publication,
  context: Context,
  pulls: Pull[],
  next: PubBlock | undefined,
): Laid {
  const noted = block.type !== 'table' && block.content.some((inline) => 'note' in inline);
  const common = { a: block.anchor, pulls, noted, ...(block.lang === undefined ? {} : languageOf(block.lang)) };
  if (block.type === 'table') return { type: 'table', ...common, ...laidTable(block, context) };
  const runs = laidInlines(block.content, context, block.type === 'heading' ? undefined : block.portion);
  switch (block.type) {
    case 'heading':
      return { type: 'heading', ...common, level: block.level, runs, ...(block.label === undefined ? {} : { label: block.label }) };
    case 'figure':
      return { type: 'figure', ...common, runs, label: block.label, credit: block.credit, alt: block.alt, ...laidPicture(publication, block.asset) };
    case 'numbered':
      return { type: 'numbered', ...common, label: block.label, runs, keep: leadsIn(block.content, next) };
    case 'paragraph':
      return { type: 'paragraph', ...common, role: block.role, runs, keep: leadsIn(block.content, next) };
    case 'fixed-text':
      return { type: 'fixed-text', ...common, runs, keep: next !== undefined && isListBlock(next) };
    default:
      return { type: block.type, ...common, runs };
  }
}

/** A short paragraph that opens a list ("told apart, each with its fault:") stays on the page of the list. */
function leadsIn(content: readonly PubInline[], next: PubBlock | undefined): boolean {
  const text = plain(content).trimEnd();
  return next !== undefined && (isListBlock(next) || next.type === 'table' || next.type === 'quote') && text.length < 300;
}

/** Path and size in pixels; a picture whose head cannot be read is refused by the engine. */
function laidPicture(publication: Publication, id: string): { path: string; width: number; height: number } {
  const size = imageSize(Buffer.from(publication.assets[id]?.base64 ?? '', 'base64'));
  return { path: assetPath(publication, id), width: size?.width ?? 1, height: size?.height ?? 1 };
}

/** Where the layout finds a picture. */
export function assetPath(publication: Publication, id: string): string {
  const mime = publication.assets[id]?.mime;
  return `/assets/${Object.keys(publication.assets).indexOf(id)}.${mime === 'image/png' ? 'png' : 'jpg'}`;
}

/** Front or back matter; pictures by path. */
export function laidMatter(matter: readonly Matter[], publication: Publication): Record<string, unknown>[] {
  return matter.map(({ role, label, lines, assets }) => ({
    role,
    label: label ?? '',
    lines: lines.map(clean),
    logos: (assets ?? []).map((id) => ({ path: assetPath(publication, id), alt: publication.assets[id]?.alt ?? '' })),
  }));
}
