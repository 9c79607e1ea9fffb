/** The main job in the window: import a file, make a draft of it, export it, show it; then lock, and quit without loss. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type RunningApp, startApp } from './app.ts';

let running: RunningApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-main-'));
  running = await startApp();
});
afterAll(async () => {
  await running.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The next dialogs of the platform answer with these paths. */
async function dialogsAnswer(paths: readonly string[]): Promise<void> {
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: [...chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePath: chosen[0] ?? '' });
  }, paths);
}

const given = <T>(answer: { ok: boolean; value?: unknown; error?: { code: string } }): T => {
  expect(answer, JSON.stringify(answer.error)).toMatchObject({ ok: true });
  return answer.value as T;
};

describe('the main path', () => {
  it('opens the sample archive where it was asked to', async () => {
    await expect.poll(async () => (await call(running.page, 'session.status')).value, { timeout: 20_000 }).toMatchObject({ state: 'open', sample: true });
  });

  it('a file chosen in a dialog is read in a child of its own and filed', async () => {
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'Conference report\n\nRecommendations\n\n1. States should publish their budgets in time for the debate in parliament.\n');
    await dialogsAnswer([file]);
    const [chosen] = given<{ token: string; label: string }[]>(await call(running.page, 'host.chooseFiles', { purpose: 'import' }));
    expect(chosen?.label).toBe('report.txt');
    const [read] = given<{ key: string; result: { entries: unknown[] } }[]>(await call(running.page, 'import.read', { files: [chosen?.token] }));
    expect(read?.result.entries.length).toBeGreaterThan(0);
    const [filed] = given<{ added: boolean }[]>(await call(running.page, 'import.file', { keys: [read?.key] }));
    expect(filed?.added).toBe(true);
    expect(given<{ total: number }>(await call(running.page, 'search.query', { query: 'budgets in time' })).total).toBeGreaterThan(0);
  });

  it('a token works once, and never for another purpose', async () => {
    await dialogsAnswer([folder]);
    const granted = given<{ token: string }>(await call(running.page, 'host.chooseFolder', { purpose: 'export' }));
    expect(await call(running.page, 'import.read', { files: [granted.token] })).toMatchObject({
      ok: true,
      value: [{ result: { error: { code: 'host/forbidden' } } }],
    });
    expect(await call(running.page, 'host.show', { token: granted.token })).toMatchObject({ ok: false, error: { code: 'host/forbidden' } });
  });

  it('a path instead of a token is refused', async () => {
    for (const [name, input] of [
      ['archive.open', { folder, passphrase: 'x' }],
      ['archive.open', { folder: '../../etc', passphrase: 'x' }],
      ['draft.unbundle', { from: '/etc/hostname', passphrase: 'x' }],
      ['host.show', { token: '/etc/hostname' }],
    ] as const)
      expect(await call(running.page, name, input)).toMatchObject({ ok: false, error: { code: 'host/forbidden' } });
  });

  it('a cancelled dialog grants nothing', async () => {
    await dialogsAnswer([]);
    expect(given(await call(running.page, 'host.chooseFolder', { purpose: 'open-archive' }))).toBeNull();
    expect(given(await call(running.page, 'host.chooseFiles', { purpose: 'bundle' }))).toEqual([]);
  });

  it('a draft is issued as DOCX and PDF into a chosen folder', async () => {
    const { id } = given<{ id: string }>(await call(running.page, 'draft.create', { template: 'briefing', sample: true }));
    await dialogsAnswer([folder]);
    const granted = given<{ token: string }>(await call(running.page, 'host.chooseFolder', { purpose: 'export' }));
    const { files } = given<{ files: { name: string; pages: number | null }[] }>(
      await call(running.page, 'draft.export', { id, formats: ['docx', 'pdf'], to: granted.token }),
    );
    expect(files.map(({ name }) => name).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => /\.(docx|pdf)$/.test(name))
        .sort(),
    );
    expect(files.every(({ pages }) => (pages ?? 0) > 0)).toBe(true);
  });

  it('an archive is made where a dialog said, locks, is offered again and opens', async () => {
    await dialogsAnswer([join(folder, 'archive')]);
    const granted = given<{ token: string }>(await call(running.page, 'host.chooseFolder', { purpose: 'create-archive' }));
    given(await call(running.page, 'archive.create', { folder: granted.token, name: 'My meetings', passphrase: 'four quiet river stones 77' }));
    given(await call(running.page, 'archive.lock'));
    expect(given(await call(running.page, 'session.status'))).toMatchObject({ state: 'locked', name: 'My meetings' });
    const [recent] = given<{ folder: string; name: string }[]>(await call(running.page, 'host.recent'));
    expect(recent).toMatchObject({ folder: 'recent:0', name: 'My meetings' });
    expect(await call(running.page, 'archive.open', { folder: 'recent:0', passphrase: 'wrong' })).toMatchObject({
      error: { code: 'archive/wrong-passphrase' },
    });
    expect(given(await call(running.page, 'archive.open', { folder: 'recent:0', passphrase: 'four quiet river stones 77' }))).toMatchObject({
      state: 'open',
    });
  });

  it('the screen’s lock locks the archive', async () => {
    await running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
    await expect.poll(async () => (await call(running.page, 'session.status')).value, { timeout: 15_000 }).toMatchObject({ state: 'locked' });
  });

  it('closing the window saves, closes the archive and ends every process', async () => {
    given(await call(running.page, 'archive.open', { folder: 'recent:0', passphrase: 'four quiet river stones 77' }));
    const { id } = given<{ id: string }>(await call(running.page, 'draft.create', { template: 'conference' }));
    await running.app.close();
    running = await startApp([], running.profile);
    given(await call(running.page, 'archive.open', { folder: 'recent:0', passphrase: 'four quiet river stones 77' }));
    expect(given(await call(running.page, 'draft.open', { id }))).toMatchObject({ draft: { template: 'conference' } });
  });
});
