/** What can go wrong with an archive while somebody writes: the sentence, the way out, and no word lost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { filing, paragraph } from '../../archive/material.ts';
import { archived, type Desk, openDesk, passphrase, savedAfter, sheet, textOf, unlock, write } from './archive.ts';
import { go } from './host.ts';

let desk: Desk | null = null;
const mounts: string[] = [];
afterEach(async () => {
  await desk?.close();
  desk = null;
});
afterAll(() => {
  for (const mount of mounts) {
    execFileSync('umount', ['-l', mount]);
    rmSync(mount, { recursive: true });
  }
});

async function opened(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  desk = await openDesk(options);
  return desk;
}

/** Many pages, so that a few can be damaged without touching what the draft stands on. */
const manyPages = Array.from({ length: 800 }, (_, n) =>
  paragraph(`Paragraph ${n} on the gauges of the Velm and on who reads them, at some length, number ${n * n}.`),
);

function damage(folder: string): Buffer {
  const path = join(folder, 'archive.db');
  const bytes = readFileSync(path);
  const pages = Math.floor(bytes.length / 4096);
  for (let page = Math.floor(pages * 0.6); page < Math.floor(pages * 0.8); page += 1) bytes[page * 4096 + 99] = (bytes[page * 4096 + 99] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return bytes;
}

async function makeBackup(page: Page): Promise<void> {
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Make a backup' }).click();
  await page.getByText('The backup is made and verified.').waitFor();
}

it('[STA-1] an archive damaged while it is open closes, the newest backup takes its place, and later words are kept beside it', async () => {
  const { page, folder, draft } = await opened({ prepare: (archive) => archive.reports.file(filing(manyPages)) });
  await write(page, draft);
  await savedAfter(page, () => page.keyboard.type(' Before the backup.'));
  await makeBackup(page);
  await write(page, draft);
  await savedAfter(page, () => page.keyboard.type(' After the backup.'));
  damage(folder);
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Verify the archive' }).click();
  await page.getByText('Closed, because it is damaged').waitFor();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This archive is damaged' }).waitFor();
  await page.getByRole('button', { name: /^Restore the copy of \d+ \w+, \d\d:\d\d$/ }).click();
  await page.getByRole('button', { name: /^Lock/ }).first().waitFor();
  await write(page, draft);
  expect(await textOf(page)).toContain(' Before the backup.');
  await go(page, 'desk');
  await page.getByRole('button', { name: /^Actions for The duty to answer/ }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  const beside = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Kept beside' });
  await beside.getByRole('button').click();
  await page.waitForURL((url) => url.hash.startsWith('#/draft/') && !url.hash.includes(draft));
  await sheet(page).getByText('After the backup.').waitFor();
});

it('[STA-2] an archive found damaged at opening: Unlock says so, and restores', async () => {
  const { page, folder, draft } = await opened({ prepare: (archive) => archive.reports.file(filing(manyPages)) });
  await makeBackup(page);
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  const bytes = readFileSync(join(folder, 'archive.db'));
  bytes.fill(0, 0, 8192);
  writeFileSync(join(folder, 'archive.db'), bytes);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This archive is damaged' }).waitFor();
  await page.getByRole('button', { name: /^Restore the copy of \d+ \w+, \d\d:\d\d$/ }).click();
  await page.getByRole('button', { name: /^Lock/ }).first().waitFor();
  await page.getByText(/^The copy of \d+ \w+, \d\d:\d\d is in place\. The damaged file is kept as archive\.damaged-1\.db\.$/).waitFor();
  await write(page, draft);
  expect(readFileSync(join(folder, 'archive.damaged-1.db')).equals(bytes)).toBe(true);
});

it('[STA-9] a damaged archive without a backup says so and offers nothing that could harm it; with one, the recovery key restores it too', async () => {
  const { page, folder, recoveryKey } = await opened({ prepare: (archive) => archive.reports.file(filing(manyPages)) });
  await makeBackup(page);
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  const path = join(folder, 'archive.db');
  writeFileSync(path, readFileSync(path).fill(0, 0, 8192));
  renameSync(join(folder, 'backups'), join(folder, 'elsewhere'));
  const open = async () => {
    await page.getByRole('button', { name: 'Use the recovery key' }).click();
    await page.getByLabel('Recovery key').fill(recoveryKey);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'This archive is damaged' }).waitFor();
  };
  await open();
  await page.getByText('There is no backup of it').waitFor();
  expect(await page.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
  renameSync(join(folder, 'elsewhere'), join(folder, 'backups'));
  await page.reload();
  await open();
  await page.getByRole('button', { name: /^Restore the copy of/ }).click();
  await page.getByRole('button', { name: /^Lock/ }).first().waitFor();
});

it('[STA-3] a backup is put in the archive’s place from Settings; what was written since is kept beside it', async () => {
  const { page, draft } = await opened();
  await makeBackup(page);
  await write(page, draft);
  await savedAfter(page, () => page.keyboard.type(' Written since.'));
  await go(page, 'settings');
  await page
    .getByRole('button', { name: /^Put back|^Restore/ })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await go(page, 'desk');
  await page.getByRole('button', { name: /^Actions for The duty to answer/ }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Kept beside' }).getByRole('button').click();
  await sheet(page).getByText('Written since.').waitFor();
});

it('[STA-4] the archive’s folder is moved away while typing: not saved, tried again, saved once it is back', async () => {
  const { page, folder, draft } = await opened();
  await write(page, draft);
  await savedAfter(page, () => page.keyboard.type(' At home.'));
  renameSync(folder, `${folder}-away`);
  await page.keyboard.type(' While the folder was gone.');
  const band = page.getByRole('alert').filter({ hasText: /Not saved since/ });
  await band.waitFor();
  expect(await band.innerText()).toMatch(/folder cannot be written.*tried again every second/s);
  await page.keyboard.type(' And still gone.');
  renameSync(`${folder}-away`, folder);
  await expect.poll(() => archived(page, draft), { timeout: 30_000 }).toContain('And still gone.');
  await band.waitFor({ state: 'detached' });
  await page.reload();
  await sheet(page).getByText('At home. While the folder was gone. And still gone.').waitFor();
});

it('[STA-5] locked while nothing can be saved: the words wait in the window and come back with their draft', async () => {
  const { page, folder, draft } = await opened();
  await write(page, draft);
  renameSync(folder, `${folder}-away`);
  await page.keyboard.type(' Typed into nowhere.');
  await page.getByRole('alert').filter({ hasText: 'Not saved' }).waitFor();
  await go(page, 'desk');
  await page.getByText('Words of one draft are not saved.').waitFor();
  await page.keyboard.press('Control+l');
  await page.getByText('The last words you typed could not be saved.').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Typed into nowhere');
  renameSync(`${folder}-away`, folder);
  await unlock(page);
  await go(page, 'desk');
  await savedAfter(page, () => page.getByRole('link', { name: 'Open the draft' }).click());
  await page.reload();
  await sheet(page).getByText('Typed into nowhere.').waitFor();
});

/** A small disk of its own, where this machine lets us mount one. */
function smallDisk(megabytes: number): string | null {
  const at = mkdtempSync(join(tmpdir(), 'rapporteur-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { stdio: 'pipe' });
    mounts.push(at);
    return at;
  } catch {
    rmSync(at, { recursive: true });
    return null;
  }
}

/** Takes what is left of a disk; returns the file that holds it. */
function fillUp(disk: string): string {
  const file = join(disk, 'filler');
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' });
  } catch {
    return file;
  }
}

const disk = smallDisk(16);
if (disk === null) console.log('SKIPPED [STA-6]: this machine does not let us mount a small disk (needs root)');
it.skipIf(disk === null)('[STA-6] a full disk while typing: not saved, a bundle elsewhere holds the words, and room lets them in', async () => {
  const { page, draft } = await opened({ folder: join(disk ?? '', 'archive') });
  await write(page, draft);
  await savedAfter(page, () => page.keyboard.type(' There was room.'));
  const filler = fillUp(disk ?? '');
  const band = page.getByRole('alert').filter({ hasText: 'The disk is full' });
  let words = 0;
  // The log may have room left inside: until it has none, the words are saved.
  for (; words < 400 && (await band.count()) === 0; words += 1) await page.keyboard.insertText(` Swell${words}.${' high water'.repeat(100)}`);
  await band.waitFor();
  await page.keyboard.type(' The last word.');
  await page.getByRole('button', { name: 'Save elsewhere' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save elsewhere' });
  await dialog.getByLabel('Passphrase').fill('four quiet river stones 77');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Write the bundle', disabled: false }).click();
  const { openBundle } = await import('../../../electron/core/bundle.ts');
  const refuge = await openBundle(readFileSync(await (await download).path()), 'four quiet river stones 77');
  expect(refuge.ok && JSON.stringify(refuge.value.body)).toContain('The last word.');
  rmSync(filler);
  await expect.poll(() => archived(page, draft), { timeout: 30_000 }).toContain('The last word.');
  await band.waitFor({ state: 'detached' });
  await page.reload();
  await sheet(page).getByText('The last word.').waitFor();
  const text = await textOf(page);
  for (let word = 0; word < words; word += 1) expect(text).toContain(` Swell${word}.`);
});

it('[STA-7] the command line is told who has the archive, and gets it once it is closed', async () => {
  const { page, folder, home } = await opened();
  const key = join(home, 'key');
  writeFileSync(key, `${passphrase}\n`);
  const program = join(import.meta.dirname, '../../../electron/hosts/cli/rapporteur.mjs');
  const stats = () => spawnSync(process.execPath, [program, 'archive', 'stats', '--archive', folder, '--passphrase-file', key], { encoding: 'utf8' });
  const refused = stats();
  expect([refused.status, /open elsewhere \(Rapporteur \(browser\), process \d+\)/.test(refused.stderr)]).toEqual([5, true]);
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await expect.poll(() => stats().status, { timeout: 20_000 }).toBe(0);
});

it('[STA-8] two windows on one draft: reloading the other keeps mine as a draft of its own', async () => {
  const { page, draft } = await opened();
  await write(page, draft);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await sheet(second).waitFor();
  await savedAfter(page, () => page.keyboard.type(' From the first window.'));
  await second.bringToFront();
  await write(second, draft);
  await second.keyboard.type(' From the second window.');
  await second.getByText('Two versions.').waitFor();
  await second.keyboard.type(' And a word more.');
  await second.getByRole('button', { name: 'Reload the other' }).click();
  await sheet(second).getByText('From the first window.').waitFor();
  expect(await textOf(second)).not.toContain('From the second window.');
  await go(second, 'desk');
  const mine = second.getByRole('cell').getByRole('link', { name: /^The duty to answer/ });
  await expect.poll(() => mine.count()).toBe(2);
  const other = (await mine.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).find((href) => !href?.includes(draft));
  await go(second, (other ?? '').replace('#/', ''));
  await sheet(second).getByText('From the second window. And a word more.').waitFor();
});
