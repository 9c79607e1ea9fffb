/** Margin quotes: where they stand. Whether they still say what the body says is the guard's to tell (check 19). */
import type { Placed } from '../document/text.ts';

/** Anchor of the block a margin quote stands beside: the next that is no margin quote, else the one before. */
export function besideOf(placed: readonly Placed[], at: number, anchors: ReadonlyMap<string, string>): string | null {
  const after = placed.slice(at + 1).find(({ block }) => block.type !== 'pull-quote' && block.type !== 'heading');
  const before = placed.slice(0, at).findLast(({ block }) => block.type !== 'pull-quote');
  return anchors.get((after ?? before)?.block.id ?? '') ?? null;
}
