/** The focus never falls off the page: what had it may go with its own work (an Undo that was pressed, a row that was moved away). */

/** Once the screen is drawn: where nothing has the focus, the text of the place takes it, else the place itself. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const place = document.querySelector<HTMLElement>('main [contenteditable="true"]') ?? document.querySelector<HTMLElement>('main');
    if (place?.tagName === 'MAIN') place.tabIndex = -1;
    place?.focus({ preventScroll: true });
  }, drawn);
}

/** Longer than a drawing of the screen takes, ms. */
const drawn = 60;
