/** The end of a register: asked, refused while a name may stand in the text, done, proved; the focus goes back to where it came from. */
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { archived, type Desk, openDesk, savedAfter, sheet, write } from './archive.ts';
import { axe } from './axe.ts';
import { go } from './host.ts';

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

async function askToDestroy(page: Page): Promise<void> {
  await go(page, 'desk');
  await page.getByRole('button', { name: /^Actions for The duty to answer/ }).click();
  await page.getByRole('menuitem', { name: 'Destroy the register …' }).click();
  await page.getByRole('dialog', { name: /^Destroy the register of/ }).waitFor();
}

it('[ADO-1] a register is destroyed after adoption: people and backups are named, and no name is left in the draft', async () => {
  desk = await openDesk();
  const { page, draft } = desk;
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Make a backup' }).click();
  await page.getByText('The backup is made and verified.').waitFor();
  expect(await archived(page, draft)).toContain('Lindqvarn');
  await askToDestroy(page);
  const button = page.getByRole('button', { name: 'Destroy the register' });
  expect(await button.isDisabled()).toBe(true);
  expect(await axe(page, '[role="dialog"]')).toEqual([]);
  await page.getByText('The report is adopted and issued').click();
  await button.click();
  const proof = page.getByRole('dialog', { name: 'The register is destroyed' });
  await proof.waitFor();
  expect(await proof.innerText()).toMatch(/16 people and all earlier versions.*older backups? still holds? it.*Backup of \d+ \w+, \d\d:\d\d/s);
  expect(await axe(page, '[role="dialog"]')).toEqual([]);
  await proof.getByRole('button', { name: 'Replace these by a new copy …' }).click();
  const replace = proof.getByRole('button', { name: 'Make the copy and delete these' });
  expect(await replace.isDisabled()).toBe(true);
  await page.keyboard.type('replace');
  expect(await axe(page, '[role="dialog"]')).toEqual([]);
  await replace.click();
  await proof.getByText(/A new backup is made and verified\. The .* deleted\. No backup holds the register now\./).waitFor();
  expect(await proof.getByRole('listitem').count()).toBe(0);
  await proof.getByRole('button', { name: 'Close' }).last().click();
  await proof.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Actions for The duty/);
  const left = await archived(page, draft);
  expect(left).toMatch(/"adopted":"\d{4}-\d\d-\d\d"/);
  expect(left).toContain('"people":[]');
  expect(left).not.toContain('Lindqvarn');
});

it('[ADO-2] while a typed name blocks, the register stays; the day alone is noted, and the Desk reminds of it', async () => {
  desk = await openDesk();
  const { page, draft } = desk;
  await write(page, draft);
  await savedAfter(page, () => page.keyboard.type(' Helvi Lindqvarn said that the reply was late.'));
  await askToDestroy(page);
  await page.getByText('The report is adopted and issued').click();
  await page
    .getByRole('alert')
    .filter({ hasText: /blocks? this draft/ })
    .waitFor();
  expect(await page.getByRole('button', { name: 'Destroy the register' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Only note the day' }).click();
  await page.getByText('The day of adoption is noted.').waitFor();
  await page.getByRole('region', { name: 'Due' }).getByRole('button', { name: 'Destroy the register' }).click();
  await page.getByRole('link', { name: 'Go to the findings' }).click();
  await sheet(page).waitFor();
  expect(await archived(page, draft)).toContain('Lindqvarn');
});
