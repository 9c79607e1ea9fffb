/** kill -9 of core, page and host in turn while somebody types. With those in test/archive/kill.test.ts: every word that was answered for stays. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { acknowledged, archived, type Desk, openDesk, savedAfter, sheet, textOf, unlock, write } from './archive.ts';
import { type Host, startHost } from './host.ts';

const rounds = process.env['RAPPORTEUR_LONG'] === undefined ? 2 : 20;
/** A host takes a browser of its own with it: one round where time is short. */
const hostRounds = Math.ceil(rounds / 2);
let desk: Desk | null = null;
let next: Host | null = null;
afterEach(async () => {
  await next?.close();
  await desk?.close().catch(() => undefined);
  [desk, next] = [null, null];
});

const typed = (round: number) => ` Round${round} ${Array.from({ length: 40 }, (_, n) => `gauge${n}`).join(' ')} end.`;

/** Types until so many changes were answered for and one more is under way; what was typed goes on until the kill. */
async function typing(page: Page, text: string, seen: { count: number }, until: number): Promise<{ readonly rest: Promise<void> }> {
  const from = seen.count;
  const all = page.keyboard.type(text, { delay: 12 }).catch(() => undefined);
  await expect.poll(() => seen.count - from, { timeout: 30_000, interval: 20 }).toBeGreaterThanOrEqual(until);
  return { rest: all };
}

/** As much of `text` as can be found in `where`. */
function beginning(text: string, where: string): string {
  let length = text.length;
  while (!where.includes(text.slice(0, length))) length -= 1;
  return text.slice(0, length);
}

/** The process that holds the archive names itself in the archive's folder. */
const corePid = (folder: string): number => (JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as { pid: number }).pid;

it(`[KILL-2] ${rounds} × the core: what was typed waits in the window, and is all there once the archive is open again`, async () => {
  desk = await openDesk();
  const { page, folder, draft } = desk;
  for (let round = 0; round < rounds; round += 1) {
    await write(page, draft);
    const seen = acknowledged(page);
    const text = typed(round);
    const { rest } = await typing(page, text, seen, 1 + round);
    const shown = beginning(text, await textOf(page));
    process.kill(corePid(folder), 'SIGKILL');
    await page.getByText('Closed, because a part of Rapporteur stopped').or(page.getByText('The last words you typed could not be saved.')).first().waitFor();
    await rest;
    await unlock(page);
    await sheet(page).waitFor();
    expect(shown.length).toBeGreaterThan(0);
    // More than was answered for: nothing that stood on the screen is lost, since the window was not killed.
    await expect.poll(() => textOf(page)).toContain(shown);
    await expect.poll(async () => beginning(text, await archived(page, draft)).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(shown.length);
    await expect.poll(async () => beginning(text, await archived(page, draft))).toBe(beginning(text, await textOf(page)));
  }
});

it(`[KILL-3] ${rounds} × the page: every word that was answered for is in the draft`, async () => {
  desk = await openDesk();
  const { host, draft } = desk;
  let { page } = desk;
  for (let round = 0; round < rounds; round += 1) {
    await write(page, draft);
    const seen = acknowledged(page);
    await typing(page, typed(round), seen, 2 + round);
    const dead = page.waitForEvent('crash');
    const browser = await page.context().browser()?.newBrowserCDPSession();
    const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    for (const { type, id } of processInfo) if (type === 'renderer') spawnSync('kill', ['-9', String(id)]);
    await dead;
    const before = seen.text;
    page = (await host.open()).page;
    await write(page, draft);
    expect(before.length).toBeGreaterThan(0);
    expect(await textOf(page)).toContain(before);
    await savedAfter(page, () => page.keyboard.type(' And on.'));
  }
});

it(`[KILL-4] ${hostRounds} × the host: the window says so, the core closes the archive well, and a new host has every word that was answered for`, async () => {
  desk = await openDesk();
  const { home, folder, draft } = desk;
  let [host, page] = [desk.host, desk.page];
  for (let round = 0; round < hostRounds; round += 1) {
    await write(page, draft);
    const seen = acknowledged(page);
    const { rest } = await typing(page, typed(round), seen, 1 + round);
    process.kill(host.pid, 'SIGKILL');
    await rest;
    await page.getByRole('alert').filter({ hasText: 'Not saved' }).waitFor();
    const before = seen.text;
    await host.closeBrowser();
    next = await startHost(['--archive', folder], { home });
    host = next;
    page = (await host.open()).page;
    await unlock(page);
    await write(page, draft);
    expect(before.length).toBeGreaterThan(0);
    expect(await textOf(page)).toContain(before);
  }
});
