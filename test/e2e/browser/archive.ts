/** An archive of a test's own with one draft in it, and a page that has it open. Made without the screens: these are tested elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Archive, createArchive, kdfFloor } from '../../../electron/archive/archive.ts';
import { readSample } from '../../../electron/core/library.ts';
import { go, type Host, startHost } from './host.ts';

export const passphrase = 'lantern orchard velvet canyon 41';

export interface Desk {
  readonly home: string;
  readonly folder: string;
  readonly host: Host;
  readonly page: Page;
  readonly recoveryKey: string;
  /** Id of the draft. */
  readonly draft: string;
  close(): Promise<void>;
}

/** @param folder where the archive is to stand; absent: in the home folder
 *  @param prepare what else the archive holds */
export async function openDesk({ folder: given, prepare }: { folder?: string; prepare?: (archive: Archive) => void } = {}): Promise<Desk> {
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-states-'));
  const folder = given ?? join(home, 'archive');
  const made = await createArchive({ folder, name: 'Basin desk', passphrase, owner: 'test', kdf: kdfFloor });
  if (!made.ok) throw new Error(made.error.code);
  const { archive, recoveryKey } = made.value;
  const sample = readSample('dialogues');
  if (!sample.ok) throw new Error(sample.error.code);
  const draft = archive.drafts.create(sample.value);
  if (!draft.ok) throw new Error(draft.error.code);
  prepare?.(archive);
  archive.close();
  const host = await startHost(['--archive', folder], { home });
  const { page } = await host.open();
  await unlock(page);
  return {
    home,
    folder,
    host,
    page,
    recoveryKey,
    draft: draft.value.id,
    close: async () => {
      await host.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Gives the passphrase and waits until the archive is open, wherever in it the page then stands. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  const open = page.getByRole('button', { name: /^Lock/ }).or(sheet(page)).first();
  // An owner that was killed may need a moment to close.
  const again = page.getByRole('button', { name: 'Try again' });
  for (;;) {
    await open.or(again).first().waitFor();
    if ((await again.count()) === 0) break;
    await again.click().catch(() => undefined);
  }
  await open.waitFor();
}

export const sheet = (page: Page): Locator => page.getByRole('textbox', { name: 'The page' });

/** Opens the draft, with the caret at the end of one of its paragraphs. */
export async function write(page: Page, draft: string): Promise<void> {
  await go(page, `draft/${draft}`);
  await sheet(page).waitFor();
  const line = sheet(page).locator('[data-section] [data-section] [data-block][class*="bullet"]').nth(2);
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  await line.click({ position: { x: (box?.width ?? 400) - 80, y: (box?.height ?? 20) - 6 } });
  await page.keyboard.press('End');
}

/** All of the text, whether it is in sight or not. */
export async function textOf(page: Page): Promise<string> {
  return (await sheet(page).textContent()) ?? '';
}

/** The draft as the archive has it now. */
export async function archived(page: Page, draft: string): Promise<string> {
  const answer = await page.evaluate(
    (id) => (globalThis as unknown as { bridge: { send(name: string, input: unknown): Promise<unknown> } }).bridge.send('draft.open', { id }),
    draft,
  );
  return JSON.stringify(answer);
}

/** Counts the changes that the core has answered for, from now on, and what they typed. */
export function acknowledged(page: Page): { count: number; text: string } {
  const seen = { count: 0, text: '' };
  page.on('requestfinished', (request) => {
    if (!request.url().endsWith('/api/draft.append')) return;
    void request.response().then(
      async (response) => {
        if (response?.ok() !== true) return;
        const { change } = request.postDataJSON() as { change: { operations?: { type: string; text?: string }[] } };
        seen.count += 1;
        seen.text += (change.operations ?? []).map((one) => (one.type === 'insert_text' ? one.text : '')).join('');
      },
      () => undefined,
    );
  });
  return seen;
}

/** The bar says that everything is saved: after a change was answered for. */
export async function savedAfter(page: Page, work: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/draft.append') && response.ok());
  await work();
  await answered;
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
}
