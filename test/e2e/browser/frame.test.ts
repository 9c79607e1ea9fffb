/** The frame: keys that work anywhere, regions, the theme, and what a fault of one screen leaves. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { go, type Host, startHost } from './host.ts';

let host: Host;
let page: Page;
beforeAll(async () => {
  host = await startHost(['--sample']);
  page = (await host.open()).page;
});
afterAll(() => host.close());

const region = () => page.evaluate('[...document.querySelectorAll("[data-region]")].findIndex((one) => one.contains(document.activeElement))');

it('[FRM-1] Ctrl 1, 2, 3 go to the places, Ctrl K to the search', async () => {
  const places: string[] = [];
  for (const key of ['2', '3', '1']) {
    await page.keyboard.press(`Control+${key}`);
    await page.waitForTimeout(200);
    places.push(new URL(page.url()).hash);
  }
  expect(places).toEqual(['#/archive', '#/import', '#/desk']);
  await page.keyboard.press('Control+k');
  expect(await page.evaluate('document.activeElement.type')).toBe('search');
});

it('[FRM-2] F6 goes through every region and comes round; Shift F6 goes back', async () => {
  await go(page, 'archive');
  await page.getByRole('heading', { name: 'In its paragraph' }).waitFor();
  const count = Number(await page.locator('[data-region]').count());
  const seen: unknown[] = [];
  for (let step = 0; step < count; step += 1) {
    await page.keyboard.press('F6');
    seen.push(await region());
  }
  expect(new Set(seen).size).toBe(count);
  const here = await region();
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  expect(await region()).toBe(here);
});

it('[FRM-3] the first Tab offers to skip the bar', async () => {
  await go(page, 'settings');
  await page.reload();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('place');
});

it('[FRM-4] the theme is taken at once and kept', async () => {
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  await go(page, 'settings');
  const light = await ground();
  await page.getByRole('radio', { name: 'Dark' }).press('Space');
  await expect.poll(ground).not.toBe(light);
  await page.reload();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await expect.poll(ground).not.toBe(light);
  await page.getByRole('radio', { name: 'As the system' }).press('Space');
  await expect.poll(ground).toBe(light);
});

it('[FRM-5] an address that leads nowhere says so and leads back', async () => {
  await go(page, 'export/draft-that-never-was');
  await page.getByRole('heading', { name: /no longer here/ }).waitFor();
  await page.getByRole('link', { name: 'Desk' }).click();
  await page.getByRole('heading', { name: 'Begin a report' }).waitFor();
});

it('[FRM-6] a backup is made and verified, and the archive can be read whole', async () => {
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Make a backup' }).click();
  await page.getByText('The backup is made and verified.').waitFor();
  await page.getByRole('cell', { name: 'Verified', exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Verify the archive' }).click();
  await page.getByText(/^Every page was read/).waitFor();
});
