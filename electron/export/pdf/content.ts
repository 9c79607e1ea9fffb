/** What the layout is given: the Publication as plain data, with lists nested and pull quotes beside their blocks. */
import type { Matter, PubBlock, PubInline, Publication, Run } from '../../../shared/publication/publication.ts';

export interface LaidRun {
  t: string;
  b?: true;
  i?: true;
  u?: true;
  sup?: true;
  sub?: true;
  lang?: string;
  region?: string;
  href?: string;
  to?: string;
}
/** A note's first mark carries its text; `again` names the mark that a later one repeats. */
export type LaidInline = LaidRun | { note: readonly LaidRun[]; id: string; number: number } | { note: number; again: string };

export interface Pull {
  readonly a: string;
  readonly runs: readonly LaidInline[];
}
export interface Item {
  readonly a: string;
  readonly label: string;
  readonly runs: readonly LaidInline[];
  readonly pulls: readonly Pull[];
  readonly lists: List[];
}
/** `hangs`: bullets stand in the number column. `depth` 0: not inside another list. */
export interface List {
  readonly type: 'list';
  readonly kind: 'bullet' | 'subitem';
  readonly hangs: boolean;
  readonly depth: number;
  readonly items: Item[];
}
export type Laid = List | (Readonly<Record<string, unknown>> & { readonly type: string });

/** Notes already set once, so that a second mark repeats the number. */
interface Context {
  readonly notes: ReadonlyMap<number, readonly Run[]>;
  readonly anchors: ReadonlySet<string>;
  readonly set: Set<number>;
}

/** The parts of a language tag that the layout knows: "zh-Hans" → zh, "en-GB" → en and GB. */
export function languageOf(tag: string): { lang: string; region?: string } {
  const [lang = 'en', ...rest] = tag.split('-');
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part));
  return { lang: /^[A-Za-z]{2,3}$/.test(lang) ? lang.toLowerCase() : 'en', ...(region === undefined ? {} : { region: region.toUpperCase() }) };
}

const clean = (text: string): string => text.replaceAll('\u00ad', '').replaceAll('\r\n', '\n');

function laidRun(run: Run, anchors: ReadonlySet<string>): LaidRun {
  const laid: LaidRun = { t: clean(run.text) };
  if (run.bold) laid.b = true;
  if (run.italic) laid.i = true;
  if (run.underline) laid.u = true;
  if (run.superscript) laid.sup = true;
  if (run.subscript) laid.sub = true;
  if (run.lang !== undefined) Object.assign(laid, languageOf(run.lang));
  if (run.href !== undefined) laid.href = run.href;
  else if (run.target !== undefined && anchors.has(run.target)) laid.to = run.target;
  return laid;
}

function laidInlines(content: readonly PubInline[], context: Context, portion?: string): LaidInline[] {
  const laid = content.flatMap((inline): LaidInline[] => {
    if (!('note' in inline)) return inline.text === '' ? [] : [laidRun(inline, context.anchors)];
    const id = `note-${inline.note}`;
    if (context.set.has(inline.note)) return [{ note: inline.note, again: id }];
    const text = context.notes.get(inline.note);
    if (text === undefined) return [];
    context.set.add(inline.note);
    return [{ note: text.map((run) => laidRun(run, context.anchors)), id, number: inline.note }];
  });
  return portion === undefined ? laid : [{ t: `${portion} ` }, ...laid];
}

const listTypes = new Set(['bullet', 'subitem']);
type ListBlock = Extract<PubBlock, { type: 'bullet' | 'subitem' }>;
const isListBlock = (block: PubBlock): block is ListBlock => listTypes.has(block.type);
/** Sub-items before bullets at equal level: a bullet stands inside the sub-item that it follows. */
const depthOf = (block: ListBlock, inSubitems: boolean): number => block.level - 1 + (block.type === 'bullet' && inSubitems ? 1 : 0);

/** The body as the layout takes it. Order of reading is order of the list. */
export function laidBody(publication: Publication): Laid[] {
  const context: Context = {
    notes: new Map(publication.notes.map(({ number, content }) => [number, content])),
    anchors: new Set(publication.body.map(({ anchor }) => anchor)),
    set: new Set(),
  };
  const pulls = pullsByBlock(publication.body);
  const pullsOf = (anchor: string): Pull[] => (pulls.get(anchor) ?? []).map((pull) => ({ a: pull.anchor, runs: laidInlines(pull.content, context) }));
  const laid: Laid[] = [];
  let run: ListBlock[] = [];
  let before: PubBlock | undefined;
  const endRun = () => {
    laid.push(...laidLists(run, before?.type === 'numbered', (block) => item(block, context, pullsOf)));
    run = [];
  };
  for (const [at, block] of publication.body.entries()) {
    if (block.type === 'pull-quote') continue;
    if (isListBlock(block)) {
      run.push(block);
      continue;
    }
    if (run.length > 0) endRun();
    before = block;
    laid.push(laidBlock(block, publication, context, pullsOf(block.anchor), publication.body[at + 1]));
  }
  if (run.length > 0) endRun();
  return laid;
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

function item(block: ListBlock, context: Context, pullsOf: (anchor: string) => Pull[]): Item {
  return {
    a: block.anchor,
    label: block.type === 'subitem' ? block.label : '',
    runs: laidInlines(block.content, context, block.portion),
    pulls: pullsOf(block.anchor),
    lists: [],
  };
}

/** Nests a run of list blocks by level; a change of kind at one level begins another list. */
function laidLists(run: readonly ListBlock[], inside: boolean, make: (block: ListBlock) => Item): List[] {
  const top: List[] = [];
  const open: List[] = [];
  let inSubitems = false;
  for (const block of run) {
    if (block.type === 'subitem') inSubitems = true;
    const depth = Math.min(depthOf(block, inSubitems), open.length);
    open.length = Math.min(open.length, depth + 1);
    let list = open[depth];
    const begins = list === undefined || list.kind !== block.type || (block.type === 'subitem' && block.restart);
    if (list === undefined || begins) {
      list = { type: 'list', kind: block.type, hangs: block.type === 'bullet' && depth === 0 && !inside, depth, items: [] };
      const parent = depth === 0 ? undefined : open[depth - 1]?.items.at(-1);
      if (parent === undefined) top.push(list);
      else parent.lists.push(list);
      open[depth] = list;
    }
    list.items.push(make(block));
  }
  return top;
}

const plain = (content: readonly PubInline[]): string => content.map((inline) => ('text' in inline ? inline.text : '')).join('');

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
      return { type: 'figure', ...common, runs, label: block.label, credit: block.credit, alt: block.alt, path: assetPath(publication, block.asset) };
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

type TableBlock = Extract<PubBlock, { type: 'table' }>;

function laidTable(table: TableBlock, context: Context): Record<string, unknown> {
  const columns = Math.max(1, ...table.rows.map((row) => row.length));
  const header = Math.min(table.headerRows, Math.max(0, table.rows.length - 1));
  const column = (at: number) => table.rows.slice(header).map((row) => plain(row[at] ?? []).trim());
  const longest = Math.max(0, ...table.rows.flat().map((cell) => plain(cell).length));
  return {
    label: table.label,
    caption: table.caption ?? null,
    header,
    widths: Array.from({ length: columns }, (_, at) => table.widths[at] ?? 1),
    aligns: Array.from({ length: columns }, (_, at) => (areFigures(column(at)) ? 'figures' : 'start')),
    rows: table.rows.map((row) => Array.from({ length: columns }, (_, at) => laidInlines(row[at] ?? [], context))),
    // A row keeps together unless a cell is long enough to fill much of a page.
    breakable: longest > 900,
    wide: columns > 4 || (columns === 4 && longest > 60),
  };
}

/** Figures align right in every script: "31", "4.5 %", "n/a". A column of single digits holds grades, not figures. */
function areFigures(cells: readonly string[]): boolean {
  return cells.every((text) => /^(n\/a|–|-|[+−-]?[\d.,\u00a0\u202f ]+\s?%?)$/.test(text)) && cells.some((text) => /\d\D?\d/.test(text));
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
