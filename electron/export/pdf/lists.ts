/** Bullets and sub-items, nested as the layout takes them. */
import type { PubBlock } from '../../../shared/publication/publication.ts';
import { type Context, type LaidInline, laidInlines, languageOf } from './runs.ts';

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
  /** Begins on a new page. */
  readonly fresh: boolean;
  readonly items: Item[];
}

const listTypes = new Set(['bullet', 'subitem']);
export type ListBlock = Extract<PubBlock, { type: 'bullet' | 'subitem' }>;
export const isListBlock = (block: PubBlock): block is ListBlock => listTypes.has(block.type);
/** Sub-items before bullets at equal level: a bullet stands inside the sub-item that it follows. */
const depthOf = (block: ListBlock, inSubitems: boolean): number => block.level - 1 + (block.type === 'bullet' && inSubitems ? 1 : 0);

export function listItem(block: ListBlock, context: Context, pullsOf: (anchor: string) => Pull[]): Item {
  return {
    a: block.anchor,
    label: block.type === 'subitem' ? block.label : '',
    runs: laidInlines(block.content, context, block.portion).map((run) =>
      block.lang === undefined || !('t' in run) || run.lang !== undefined ? run : { ...run, ...languageOf(block.lang) },
    ),
    pulls: pullsOf(block.anchor),
    lists: [],
  };
}

/** Nests a run of list blocks by level; a change of kind at one level begins another list. */
export function laidLists(run: readonly ListBlock[], inside: boolean, make: (block: ListBlock) => Item): List[] {
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
      list = { type: 'list', kind: block.type, hangs: block.type === 'bullet' && depth === 0 && !inside, depth, fresh: false, items: [] };
      const parent = depth === 0 ? undefined : open[depth - 1]?.items.at(-1);
      if (parent === undefined) top.push(list);
      else parent.lists.push(list);
      open[depth] = list;
    }
    list.items.push(make(block));
  }
  return top;
}

const holds = (item: Item, notes: ReadonlySet<number>): boolean =>
  item.runs.some((run) => 'number' in run && notes.has(run.number)) || item.lists.some((list) => list.items.some((inner) => holds(inner, notes)));

export function divided(list: List, notes: ReadonlySet<number>): List[] {
  const parts: List[] = [];
  for (const item of list.items) {
    const fresh = holds(item, notes);
    const last = parts.at(-1);
    if (last === undefined || fresh) parts.push({ ...list, fresh, items: [item] });
    else last.items.push(item);
  }
  return parts;
}
