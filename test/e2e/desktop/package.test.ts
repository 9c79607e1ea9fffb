/** The packed app: fuses read from its file, and it starts and opens an archive. Packing takes half a minute: in the long run and in CI. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packBuilt } from '../../../scripts/package.ts';
import { call, startApp } from './app.ts';

const [off, on] = [48, 49];
const asExpected = { 0: off, 1: on, 2: off, 3: off, 4: off, 5: on, 6: off, 7: off, 8: on };

const wanted = process.env['RAPPORTEUR_LONG'] !== undefined || process.env['CI'] === 'true';

describe.runIf(wanted && process.platform === 'linux')('the packed app', () => {
  let out: string;
  let running: ChildProcess | undefined;
  const program = (): string => join(out, 'linux-unpacked', 'rapporteur');

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'rapporteur-pack-'));
    expect(await packBuilt([`-c.directories.output=${out}`])).toBe(true);
  }, 180_000);
  afterAll(() => {
    running?.kill('SIGKILL');
    rmSync(out, { recursive: true, force: true });
  });

  const start = (args: readonly string[], profile: string): ChildProcess =>
    spawn(program(), [`--user-data-dir=${profile}`, ...args], {
      cwd: profile,
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '--require=/nowhere.js' },
    });
  const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

  it('has every fuse as it should be', async () => {
    expect(await getCurrentFuseWire(program())).toMatchObject(asExpected);
  });

  it('starts, whatever the environment says, and opens the sample archive', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'rapporteur-packed-'));
    running = start(['--sample'], profile);
    await expect.poll(() => existsSync(join(profile, 'sample', 'archive.db')), { timeout: 30_000 }).toBe(true);
    expect(running.exitCode).toBeNull();
    const end = ended(running);
    running.kill('SIGTERM');
    await end;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  it('has everything it needs inside: reads a file, lays pages out, verifies them', async () => {
    const packed = await startApp(['--sample'], undefined, join(out, 'linux-unpacked', 'resources', 'app.asar'));
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-packed-'));
    try {
      writeFileSync(join(folder, 'report.txt'), 'Conference report\n\nRecommendations\n\n1. States should publish their budgets in time for the debate.\n');
      const dialogsAnswer = (path: string): Promise<void> =>
        packed.app.evaluate(({ dialog }, chosen) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
        }, path);
      await dialogsAnswer(join(folder, 'report.txt'));
      const chosen = await call(packed.page, 'host.chooseFiles', { purpose: 'import' });
      const [file] = chosen.value as { token: string }[];
      expect(await call(packed.page, 'import.read', { files: [file?.token] })).toMatchObject({ ok: true, value: [{ result: { entries: [{}] } }] });
      const made = await call(packed.page, 'draft.create', { template: 'briefing', sample: true });
      await dialogsAnswer(folder);
      const granted = await call(packed.page, 'host.chooseFolder', { purpose: 'export' });
      const issued = await call(packed.page, 'draft.export', {
        id: (made.value as { id: string }).id,
        formats: ['docx', 'pdf'],
        to: (granted.value as { token: string }).token,
      });
      expect(issued).toMatchObject({ ok: true, value: { files: [{ format: 'docx' }, { format: 'pdf' }] } });
    } finally {
      await packed.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(['--remote-debugging-port=0', '--remote-debugging-pipe', '--no-sandbox'])('does not start with %s', async (option) => {
    const profile = mkdtempSync(join(tmpdir(), 'rapporteur-packed-'));
    const code = await ended(start([option, '--sample'], profile));
    expect(code).not.toBe(0);
    expect(existsSync(join(profile, 'sample'))).toBe(false);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  it('is no Node', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'rapporteur-packed-'));
    const marker = join(profile, 'ran');
    const child = spawn(program(), ['-e', `require('fs').writeFileSync(${JSON.stringify(marker)}, 'x')`, `--user-data-dir=${profile}`], {
      stdio: 'ignore',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    child.kill('SIGKILL');
    expect(existsSync(marker)).toBe(false);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
});
