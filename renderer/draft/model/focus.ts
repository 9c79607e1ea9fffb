/** Where the eye and the focus go on the Draft screen, by what stands in the page. */

/** Puts the focus on the first thing that can be used in the side panel. */
export function focusPanel(): void {
  const panel = document.querySelector<HTMLElement>('aside [role="tabpanel"]');
  const start = panel?.querySelector<HTMLElement>('[data-region-start]');
  const target = start?.matches('[tabindex], input, button') ? start : (start ?? panel)?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]');
  (target ?? panel)?.focus();
}

/** Brings a block into sight without moving the caret. */
export function showBlock(block: string | null): void {
  if (block === null) return;
  document.querySelector(`[data-block="${CSS.escape(block)}"]`)?.scrollIntoView({ block: 'center' });
}
