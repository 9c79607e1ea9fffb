/** Every screen, light and dark, wide and narrow: it opens, axe finds nothing, and the page's policy had nothing to refuse. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.ts';
import { draftId, go, type Host, type OpenPage, startHost } from './host.ts';

let host: Host;
beforeAll(async () => {
  host = await startHost(['--sample']);
});
afterAll(() => host.close());

async function onDraft(page: Page, tab: string): Promise<void> {
  await go(page, `draft/${await draftId(page, 'The duty to answer')}`);
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('textbox', { name: 'The page' }).waitFor();
}

const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  Desk: async (page) => {
    await go(page, 'desk');
    await page.getByRole('heading', { name: 'Begin a report' }).waitFor();
    await page.locator('ul li img').first().waitFor();
  },
  Archive: async (page) => {
    await go(page, 'archive');
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('warning');
    await page.locator('[data-result]').first().click();
    await page.getByRole('heading', { name: 'In its paragraph' }).waitFor();
  },
  Report: async (page) => {
    await go(page, 'archive');
    await page.locator('[data-result]').first().click();
    await page.getByRole('button', { name: 'Open the report' }).click();
    await page.getByRole('button', { name: 'Back to the results' }).first().waitFor();
  },
  Import: async (page) => {
    await go(page, 'import');
    await page.getByRole('heading', { name: 'Bring in what is already written' }).waitFor();
  },
  Export: async (page) => {
    await go(page, `export/${await draftId(page, 'Situation in the Upper Sellane valley')}`);
    await page.getByRole('img', { name: 'Page 1' }).waitFor();
  },
  'Draft, check': (page) => onDraft(page, 'Check'),
  'Draft, details': (page) => onDraft(page, 'Details'),
  'Draft, people': (page) => onDraft(page, 'People'),
  'Draft, archive': (page) => onDraft(page, 'Archive'),
  'Draft, preview': async (page) => {
    await onDraft(page, 'Preview');
    await page.locator('img[src^="blob:"]').first().waitFor();
  },
  Settings: async (page) => {
    await go(page, 'settings');
    await page.getByRole('heading', { name: 'Backups' }).waitFor();
  },
  Keys: async (page) => {
    await go(page, 'desk');
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  },
};

describe.each([
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 1024, height: 700 },
] as const)('$theme $width × $height', (look) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await host.open(look);
  });
  afterAll(() => opened.page.close());

  it.each(Object.keys(screens))('%s', async (name) => {
    const { page, complaints } = opened;
    await screens[name]?.(page);
    // The small window has the same elements: there, what matters is that nothing stands outside of it.
    if (look.width > 1100) expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});

it('no word of a draft stands in the window’s title or in the address', async () => {
  const { page } = await host.open();
  const id = await draftId(page, 'Situation in the Upper Sellane valley');
  await go(page, `export/${id}`);
  await page.getByRole('heading', { name: 'Situation in the Upper Sellane valley' }).waitFor();
  expect(await page.title()).toBe('Export · Rapporteur');
  expect(page.url()).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/#/export/${id}$`));
  await page.close();
});
