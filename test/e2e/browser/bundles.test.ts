/** Drafts that travel as encrypted files, and text that is far larger than a report. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kdfFloor } from '../../../electron/archive/key/kdf.ts';
import { openBundle, sealBundle } from '../../../electron/core/bundle.ts';
import { readSample } from '../../../electron/core/library.ts';
import type { Draft } from '../../../shared/document/draft.ts';
import { archived, type Desk, openDesk, sheet, textOf, write } from './archive.ts';
import { go } from './host.ts';

const words = 'four quiet river stones 77';
let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await openDesk();
  ({ page } = desk);
  page.setDefaultTimeout(10_000);
});
afterAll(() => desk.close());

/** Passes the draft on; the file as the other person gets it, under another name in another folder. */
async function passOn(register: boolean): Promise<string> {
  await go(page, 'desk');
  await page
    .getByRole('button', { name: /^Actions for The duty to answer/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Pass on as a bundle' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase').fill(words);
  if (register) await dialog.getByRole('checkbox', { name: 'With the register of people' }).press('Space');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Write the bundle', disabled: false }).click();
  const file = join(desk.home, `moved-${register}.rapporteur`);
  await (await download).saveAs(file);
  await dialog.waitFor({ state: 'detached' });
  return file;
}

/** Presses a button that asks for a file, and gives it this one. */
async function choose(file: string, button: Locator): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles([file]);
}

async function openIt(file: string, passphrase: string): Promise<void> {
  await go(page, 'desk');
  await choose(file, page.getByRole('button', { name: 'Open a bundle' }));
  await page.getByRole('dialog').getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

it.each([true, false])(
  '[BND-1] a bundle with the register %s is written, moved, refused to a wrong passphrase and opened with the right one',
  async (register) => {
    const file = await passOn(register);
    const before = readFileSync(file);
    const inside = await openBundle(before, words);
    expect(inside.ok && inside.value.people.length > 0).toBe(register);
    await openIt(file, 'four quiet river stones 78');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The passphrase does not open this bundle.').waitFor();
    await choose(file, dialog.getByRole('button', { name: 'Choose it again' }));
    // The form is a new one, for the file that was chosen now.
    await dialog.getByText('The passphrase does not open this bundle.').waitFor({ state: 'detached' });
    await dialog.getByLabel('Passphrase').fill(words);
    await dialog.getByRole('button', { name: 'Open', exact: true, disabled: false }).click();
    await page.waitForURL((url) => url.hash.startsWith('#/draft/') && !url.hash.includes(desk.draft));
    await sheet(page).waitFor();
    const id = decodeURIComponent(new URL(page.url()).hash.split('/')[2] ?? '');
    expect(JSON.parse(await archived(page, id)).value.draft).toEqual(inside.ok ? inside.value : null);
    expect(readFileSync(file).equals(before)).toBe(true);
  },
);

it('[BND-2] a bundle from a newer version, and a file that is none: the sentence, and the file is left as it is', async () => {
  const sample = readSample('dialogues');
  if (!sample.ok) throw new Error(sample.error.code);
  const newer = join(desk.home, 'newer.rapporteur');
  writeFileSync(newer, await sealBundle({ ...sample.value, version: 2 } as unknown as Draft, words, kdfFloor));
  const none = join(desk.home, 'none.rapporteur');
  writeFileSync(none, 'something else');
  for (const [file, says] of [
    [newer, /written by a newer version of Rapporteur.*kept as it is/],
    [none, /cannot be read: it is no bundle of Rapporteur/],
  ] as const) {
    const before = readFileSync(file);
    await openIt(file, words);
    await page.getByRole('dialog').getByText(says).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(readFileSync(file).equals(before)).toBe(true);
  }
});

it('[BIG-1] 100,000 pasted words are taken whole, saved, and there after a reload', async () => {
  await write(page, desk.draft);
  await page.keyboard.press('Enter');
  const started = await textOf(page);
  await page.evaluate(() => {
    const lines = Array.from({ length: 1000 }, (_, n) => `Line ${n} ${'of the gauge book '.repeat(24).trim()} ${n}.`);
    const data = new DataTransfer();
    data.setData('text/plain', lines.join('\n\n'));
    document.activeElement?.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await sheet(page)
    .getByText(/^Line 999 /)
    .waitFor({ state: 'attached', timeout: 45_000 });
  await page.keyboard.type(' Alive.');
  await expect.poll(() => archived(page, desk.draft), { timeout: 30_000 }).toContain(' Alive.');
  await page.reload();
  await sheet(page)
    .getByText(/^Line 999 /)
    .waitFor({ state: 'attached', timeout: 45_000 });
  const text = await textOf(page);
  for (let line = 0; line < 1000; line += 1) expect(text).toContain(`Line ${line} ${'of the gauge book '.repeat(24).trim()} ${line}.`);
  expect(text.length).toBeGreaterThan(started.length);
  expect(text).toContain(' Alive.');
}, 150_000);
