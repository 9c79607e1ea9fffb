/** A person without a mouse: Tab until the thing that is meant has the focus, then keys. */
import type { Page } from 'playwright-core';

/** Name of what has the focus, as a screen reader would begin to say it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const labels = (element as HTMLInputElement | null)?.labels;
    const by = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const named = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    return `${element?.getAttribute('aria-label') ?? ''} ${named} ${labels?.[0]?.textContent ?? ''} ${element?.textContent?.slice(0, 200) ?? ''}`.trim();
  });
}

/** Tabs on until what has the focus is called so; fails after a round of the screen. */
export async function reach(page: Page, name: RegExp, { backwards = false } = {}): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`nothing called ${name} can be reached by Tab; the focus is on “${await focused(page)}”`);
}

/** Reaches it and presses Enter. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Enter');
}

/** Reaches a field, empties it and types. */
export async function fill(page: Page, name: RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
