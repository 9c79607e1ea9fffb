/** Opposite positions: a pair holds whichever of its two sides names the other. Pure, for the page, the guard and `validate`. */
import type { Block } from '../document/tree.ts';

export interface Opposites {
  /** Ids of the blocks opposite to a block, in the order of the text. One in a sound draft. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** Blocks that name an opposite which is gone from the draft, or themselves. */
  readonly lost: ReadonlySet<string>;
}

/** Reads the pairs of a body; a block that only one side names is a pair all the same. */
export function oppositesOf(blocks: Iterable<Block>): Opposites {
  const all = [...blocks];
  const naming = all.filter(({ entry }) => entry?.opposite !== undefined);
  if (naming.length === 0) return { of: new Map(), lost: new Set() };
  const order = new Map(all.map(({ id }, at) => [id, at]));
  const found = new Map<string, Set<string>>();
  const lost = new Set<string>();
  const pair = (id: string, other: string): void => void found.set(id, (found.get(id) ?? new Set()).add(other));
  for (const { id, entry } of naming) {
    const other = entry?.opposite ?? '';
    if (other === id || !order.has(other)) lost.add(id);
    else {
      pair(id, other);
      pair(other, id);
    }
  }
  const sorted = [...found].map(([id, others]) => [id, [...others].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))] as const);
  return { of: new Map(sorted), lost };
}
