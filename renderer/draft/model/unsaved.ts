/**
 * What a draft could not get into the archive before its screen had to go: the disk is full, the core ended, the archive
 * was locked or closed as damaged. It waits in this window, unseen, and opens with its draft. Nothing else of an archive
 * outlives a lock, and this does only while it is nowhere else.
 */
import type { Draft } from '../../../shared/document/draft.ts';
import type { Change } from './journal.ts';
import { Store } from './store.ts';

export interface Unsaved {
  readonly id: string;
  /** The draft as it stood on the screen. */
  readonly draft: Draft;
  /** The sequence that `changes` were made on. */
  readonly sequence: number;
  readonly changes: readonly Change[];
}

export const unsaved = new Store<ReadonlyMap<string, Unsaved>>(new Map());

export function keepUnsaved(left: Unsaved): void {
  unsaved.update((all) => new Map(all).set(left.id, left));
}

/** What waits for this draft; it is the caller's from now on. */
export function takeUnsaved(id: string): Unsaved | null {
  const left = unsaved.get().get(id) ?? null;
  if (left !== null) unsaved.update((all) => new Map([...all].filter(([other]) => other !== id)));
  return left;
}

/** A tab that is closed takes these words with it: it asks first. */
globalThis.addEventListener?.('beforeunload', (event) => {
  if (unsaved.get().size > 0) event.preventDefault();
});
