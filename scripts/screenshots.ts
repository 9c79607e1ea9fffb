/** `npm run screenshots`: pictures of every screen for docs/guide, light and dark, from the sample archive. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { draftId, go, type Host, type LookOptions, startHost } from '../test/e2e/browser/host.ts';
import { build } from './build.ts';
import { root } from './run.ts';

const folder = join(root, 'docs', 'guide', 'pictures');
const minutes = join(root, 'docs', 'guide', 'minutes-example.txt');
/** Titles in the sample archive: one draft with findings, one that is confidential, one that is issued. */
const withFindings = 'The duty to answer';
const ready = 'Situation in the Upper Sellane valley';
const issued = 'Water, archives and the duty to answer';

type Show = (page: Page) => Promise<void>;

/** Pictures of pages, clean fonts, no half-drawn list. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(500);
}

async function onDraft(page: Page, title: string, tab: string): Promise<void> {
  await go(page, `draft/${await draftId(page, title)}`);
  await page.getByRole('tab', { name: tab }).click();
}

const screens: Readonly<Record<string, Show>> = {
  desk: async (page) => {
    await go(page, 'desk');
    await page.locator('ul li:last-child img').first().waitFor();
    await page
      .getByText(/\d block/)
      .first()
      .waitFor();
  },
  'draft-check': async (page) => {
    await onDraft(page, withFindings, 'Check');
    await page.waitForTimeout(500);
    await page.keyboard.press('F7');
    await page.waitForTimeout(500);
  },
  'draft-statements': async (page) => {
    await onDraft(page, withFindings, 'Check');
    await page.getByRole('button', { name: 'Read them one by one' }).press('Enter');
    for (const key of ['Enter', 'Enter', 'Enter', 'j', 'j', 'Enter']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
  },
  'draft-details': (page) => onDraft(page, withFindings, 'Details'),
  'draft-people': (page) => onDraft(page, withFindings, 'People'),
  'draft-archive': (page) => onDraft(page, withFindings, 'Archive'),
  'draft-preview': async (page) => {
    await onDraft(page, ready, 'Preview');
    await page.waitForTimeout(1500);
  },
  archive: async (page) => {
    await go(page, 'archive');
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('fourteen days');
    await page.waitForTimeout(500);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
  },
  report: async (page) => {
    await go(page, 'archive');
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('fourteen days');
    await page.waitForTimeout(500);
    await page.locator('[data-result]').first().click();
    await page.getByRole('button', { name: 'Open the report' }).click();
  },
  'export-refused': async (page) => {
    await go(page, `export/${await draftId(page, withFindings)}`);
    await page.getByRole('img', { name: 'Page 1' }).waitFor();
  },
  export: async (page) => {
    await go(page, `export/${await draftId(page, issued)}`);
    await page.getByRole('img', { name: 'Page 1' }).waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('Verified').waitFor();
  },
  'export-changes': async (page) => {
    await go(page, `export/${await draftId(page, withFindings)}/changes`);
    await page
      .getByText(/withheld|differently|No difference/)
      .last()
      .waitFor();
  },
  import: async (page) => {
    await go(page, 'import');
    if (await page.getByRole('button', { name: 'Choose files' }).isVisible()) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose files' }).click();
      await (await chooser).setFiles([minutes]);
    }
    await page.getByRole('button', { name: /^Add \d+ entries/ }).waitFor();
  },
  settings: (page) => go(page, 'settings'),
  destroy: async (page) => {
    await go(page, 'desk');
    await page.getByRole('button', { name: `Actions for ${issued}` }).click();
    await page.getByRole('menuitem', { name: 'Destroy the register …' }).click();
    await page.getByRole('dialog').waitFor();
  },
  keys: async (page) => {
    await page.keyboard.press('Escape');
    await go(page, 'desk');
    await page.keyboard.press('Control+/');
  },
  locked: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Open the sample' }).waitFor();
  },
};

async function shoot(host: Host, names: readonly string[], look: LookOptions, suffix: string): Promise<void> {
  const { page, complaints } = await host.open(look);
  for (const name of names) {
    try {
      await screens[name]?.(page);
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) });
    } catch (error) {
      process.stderr.write(`${name}-${suffix}: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}\n`);
      process.exitCode = 1;
    }
  }
  for (const complaint of complaints) process.stderr.write(`${suffix}: ${complaint}\n`);
  await page.close();
}

/** Unlock as a newcomer sees it, and the making of an archive. */
async function shootUnlock(theme: 'light' | 'dark'): Promise<void> {
  const host = await startHost();
  const { page } = await host.open({ theme });
  await settle(page);
  await page.screenshot({ path: join(folder, `unlock-first-${theme}.png`) });
  await page.getByRole('button', { name: 'Create an archive' }).click();
  await page.getByLabel('Name').fill('Mission registry');
  await page.getByLabel('Passphrase').fill('lantern meadow quiet harbour');
  await page.getByLabel('Once more').fill('lantern meadow quiet harbour');
  await settle(page);
  await page.screenshot({ path: join(folder, `unlock-create-${theme}.png`) });
  await host.close();
}

await build();
mkdirSync(folder, { recursive: true });
const only = process.argv.slice(2);
const names = Object.keys(screens).filter((name) => only.length === 0 || only.includes(name));
for (const theme of ['light', 'dark'] as const) {
  const host = await startHost(['--sample']);
  await shoot(host, names, { theme }, theme);
  await host.close();
  if (only.length === 0) await shootUnlock(theme);
}
const narrow = await startHost(['--sample']);
await shoot(narrow, names, { theme: 'light', width: 1024, height: 700 }, 'narrow');
await narrow.close();
