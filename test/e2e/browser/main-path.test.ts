/** From a new archive to an issued PDF, by keyboard alone; then killed, opened again, and nothing that was called saved is gone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Host, startHost } from './host.ts';
import { fill, press, reach } from './keyboard.ts';

const passphrase = 'lantern orchard velvet canyon 41';
let home: string;
let host: Host;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rapporteur-main-'));
  host = await startHost([], { home });
});
afterAll(async () => {
  await host.close();
  rmSync(home, { recursive: true, force: true });
});

async function createArchive(page: Page): Promise<void> {
  await press(page, /^Create an archive/);
  await fill(page, /^Name/, 'Basin desk');
  await fill(page, /^Passphrase/, passphrase);
  await fill(page, /^(Once more|Again|Type it again|The same)/i, passphrase);
  await page.getByRole('button', { name: /^Create/, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
  const groups = page.getByRole('list', { name: /Recovery key/ }).getByRole('listitem');
  await groups.first().waitFor();
  const words = (await groups.allInnerTexts()).map((text) => text.replace(/^\d+\s*/, '').trim());
  const fields = page.getByRole('textbox');
  await fields.first().waitFor();
  for (let at = 0; at < 2; at += 1) {
    const label = (await page.locator('label').nth(at).innerText()).match(/\d+/)?.[0] ?? '1';
    await reach(page, new RegExp(`\\b${label}\\b`));
    await page.keyboard.type(words[Number(label) - 1] ?? '');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Begin a report' }).waitFor();
}

/** Down from the top until the caret stands in such a block: the page takes the caret a frame after the keys of a person would. */
async function caretInto(page: Page, block: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-slate-editor') === true)).toBe(true);
  await page.keyboard.press('Control+Home');
  await expect
    .poll(async () => {
      const there = await caretIn(page, block);
      if (!there) await page.keyboard.press('ArrowDown');
      return there;
    })
    .toBe(true);
}

async function caretIn(page: Page, block: string): Promise<boolean> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate((selector) => {
    const at = document.getSelection()?.anchorNode;
    const element = at instanceof Element ? at : at?.parentElement;
    return element?.closest(`[data-slate-editor] ${selector}`) != null;
  }, block);
}

async function saved(page: Page): Promise<void> {
  await page.waitForTimeout(350);
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
}

it('writes and issues a report without a mouse, and finds it again after kill -9', async () => {
  const { page, complaints } = await host.open();
  await createArchive(page);

  // A new report of the conference form.
  await press(page, /^Begin: Conference/);
  await page.getByRole('textbox', { name: 'The page' }).waitFor();
  await press(page, /^Details$/);
  await fill(page, /^Title \(required\)/, 'Early warning on the Velm');

  // Into the page: the summary, by keys.
  await page.keyboard.press('Escape');
  await caretInto(page, 'div[data-block]');
  await page.keyboard.type('In three basins the signs were seen and no one was charged with an answer.');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('Annual gauge report, table 4.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Some felt that a reply should be due in fourteen days.');
  await page.keyboard.press('Control+Alt+e');
  await page.keyboard.type('prop');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' Others doubted it.');
  await saved(page);
  const text = await page.getByRole('textbox', { name: 'The page' }).innerText();
  expect(text).toContain('Others doubted it.');
  expect(await page.locator('[data-note]').count()).toBe(1);

  // Every key was saved when the screen said so: all processes die at once, and the words are there.
  const address = page.url().split('#')[1];
  await host.kill();
  host = await startHost([], { home });
  const again = (await host.open()).page;
  await fill(again, /^Passphrase/, passphrase);
  await again.keyboard.press('Enter');
  await again.getByRole('heading', { name: 'Begin a report' }).waitFor();
  await press(again, /^Early warning on the Velm/);
  await again.getByRole('textbox', { name: 'The page' }).waitFor();
  expect(again.url().split('#')[1]).toBe(address);
  const page2 = await again.getByRole('textbox', { name: 'The page' }).innerText();
  expect(page2).toContain('Others doubted it.');
  expect(await again.locator('[data-note]').count()).toBe(1);

  // And out: Export, PDF and Word.
  await again.keyboard.press('Control+Shift+E');
  await press(again, /^(Issue|Write|Export)/);
  await again
    .getByText(/\.pdf$/)
    .first()
    .waitFor({ timeout: 40_000 });
  expect(complaints).toEqual([]);
});
