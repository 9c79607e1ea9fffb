/** The focus never falls off the page when a thing goes with its own work: a busy button, a row that moves away, an Undo, a field that was answered. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk, write } from './archive.ts';
import { axe } from './axe.ts';
import { go } from './host.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await openDesk();
  page = desk.page;
});
afterAll(() => desk.close());

const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.slice(0, 60) ?? '');
const onPage = () => page.evaluate(() => document.activeElement !== document.body);

it('[FOC-1] a button that works keeps it', async () => {
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Make a backup' }).click();
  await page.getByText('The backup is made and verified.').waitFor();
  expect(await focused()).toBe('Make a backup');
});

it('[FOC-2] a dialog of a menu gives it back to the menu’s button; a draft that goes to the trash, and its Undo, leave it on the page', async () => {
  await go(page, 'desk');
  const actions = page.getByRole('button', { name: /^Actions for The duty/ });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(focused).toMatch(/^Actions for The duty/);
  await actions.click();
  await page.getByRole('menuitem', { name: /trash/ }).click();
  await page.getByText(/is in the trash/).waitFor();
  await expect.poll(onPage).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await actions.waitFor();
  await expect.poll(onPage).toBe(true);
});

it('[FOC-3] a finding that was kept gives it back to the list; a list without anything to choose says so', async () => {
  await write(page, desk.draft);
  await page.keyboard.press('Control+Alt+o');
  await page.getByRole('dialog').waitFor();
  expect(await axe(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.type(' Helvi Lindqvarn said that the reply was late.');
  await page.getByRole('tab', { name: /^Check/ }).click();
  await page.getByText(/finding(s)? block/).waitFor();
  await page.getByRole('list', { name: 'Findings' }).focus();
  await page.keyboard.press('r');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Her office asked to be named.');
  await page.keyboard.press('Enter');
  await page.getByText(/kept with a reason$/).waitFor();
  // With the last finding the list goes, and the keys go on in the text.
  await expect.poll(focused).toMatch(/^(Findings|The page)$/);
});
