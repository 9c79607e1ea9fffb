/** F6: the regions of a screen, left to right, as they stand in the document (`data-region`). */
const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea, select, [tabindex="0"], [contenteditable="true"]';

/** Where focus goes in a region: where it says, else the first thing that takes it; null where nothing does yet. */
function startOf(region: HTMLElement): HTMLElement | null {
  return region.querySelector<HTMLElement>('[data-region-start]') ?? region.querySelector<HTMLElement>(focusable);
}

/** Moves focus into the next region (or the previous one) that can take it; wraps around; does nothing where there is none. */
export function focusNextRegion(backwards: boolean): void {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null);
  const regions = shown.filter((region) => region.contains(document.activeElement) || startOf(region) !== null);
  if (regions.length === 0) return;
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + (backwards ? -1 : 1) + regions.length) % regions.length];
  if (next !== undefined) startOf(next)?.focus({ focusVisible: true } as FocusOptions);
}

/** Escape: from a column at the side back to where the page goes on (`data-region-start`); null where it would do nothing. */
export function backToPage(): (() => void) | null {
  const start = document.querySelector<HTMLElement>('main [data-region-start]');
  return start !== null && document.activeElement?.closest('aside') ? () => start.focus() : null;
}
