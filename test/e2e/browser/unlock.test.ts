/** Ways into an archive: create, lock, a wrong passphrase, the recovery key, an owner elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from './axe.ts';
import { type Host, startHost } from './host.ts';

const passphrase = 'lantern orchard velvet canyon 41';
let home: string;
let host: Host;
let page: Page;
let recoveryKey: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rapporteur-unlock-'));
  host = await startHost([], { home });
  page = (await host.open()).page;
});
afterAll(async () => {
  await host.close();
  rmSync(home, { recursive: true, force: true });
});

const desk = () => page.getByRole('heading', { name: 'Begin a report' }).waitFor();

it('[UNL-1] a weak passphrase does not make an archive; a good one does, and the recovery key is confirmed', async () => {
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Create an archive' }).click();
  await page.getByLabel('Name').fill('Basin desk');
  await page.getByLabel('Passphrase').fill('river12');
  await page.getByLabel('Once more').fill('river12');
  await page.waitForTimeout(600);
  expect(await page.getByRole('button', { name: 'Create', exact: true }).isDisabled()).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Once more').fill(passphrase);
  await page.getByRole('button', { name: 'Create', exact: true, disabled: false }).click();
  const shown = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
  await shown.first().waitFor();
  const groups = (await shown.allInnerTexts()).map((text) => text.replace(/^\d+\s+/, ''));
  recoveryKey = groups.join('-');
  expect(await axe(page)).toEqual([]);
  const asked = await page.getByLabel(/^Group \d+$/).all();
  expect(asked).toHaveLength(2);
  await asked[0]?.fill('XXXX');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page
    .getByText(/^This is not group/)
    .first()
    .waitFor();
  for (const label of await page.locator('label').allInnerTexts())
    await page.getByLabel(label, { exact: true }).fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await desk();
});

it('[UNL-2] locked, the window shows nothing of the archive; a wrong passphrase is said under the field', async () => {
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect(await page.title()).toBe('Rapporteur');
  await page.getByLabel('Passphrase').fill('not the passphrase');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The passphrase does not open this archive').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await desk();
});

it('[UNL-3] the recovery key opens it as well', async () => {
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Use the recovery key' }).click();
  await page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase());
  await page.keyboard.press('Enter');
  await desk();
});

it('[UNL-4] a second owner is told who has it', async () => {
  const second = await startHost([], { home });
  const other = (await second.open()).page;
  await other.getByLabel('Passphrase').fill(passphrase);
  await other.keyboard.press('Enter');
  await other.getByRole('heading', { name: 'This archive is open elsewhere' }).waitFor();
  expect(await axe(other)).toEqual([]);
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await other.getByRole('button', { name: 'Try again' }).click();
  await other.getByRole('heading', { name: 'Begin a report' }).waitFor();
  await second.close();
});
