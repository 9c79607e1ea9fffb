/** Keys of a list: J and K or the arrows move, Home and End jump. */
import type { KeyboardEvent } from 'react';

/** Where a key leads from row `at` of `count`; null where it is no key of a list. */
export function movedTo(event: KeyboardEvent, at: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, Home: -count, End: count };
  const by = steps[event.key];
  return by === undefined ? null : Math.min(Math.max(at + by, 0), count - 1);
}

/** Focuses a row at once where it is there, so that the next key is heard by it and by no other; else as soon as it is drawn. */
export function focusDrawn(list: HTMLElement | null, selector: string): void {
  const row = list?.querySelector<HTMLElement>(selector);
  if (row) row.focus();
  else focusRow(list, selector);
}

/** Focuses a row that a virtual list is only about to draw: after the scroll, and after the render that it asks for. */
export function focusRow(list: HTMLElement | null, selector: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => list?.querySelector<HTMLElement>(selector)?.focus()));
}
