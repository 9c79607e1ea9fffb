/** Starts the real app for a test: the unpackaged one, from the build, with a profile of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronRuntime } from '../../../scripts/runtime.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The folder of its settings and of the sample archive. */
  readonly profile: string;
  end(): Promise<void>;
}

/** @param profile to start on what an earlier run left
 *  @param program the checkout, or a packed app.asar */
export async function startApp(
  args: readonly string[] = ['--sample'],
  profile: string = mkdtempSync(join(tmpdir(), 'rapporteur-app-')),
  program: string = root,
): Promise<RunningApp> {
  const runtime = electronRuntime();
  if (runtime === null) throw new Error('no Electron runtime');
  // The app waits until the test listens: without it, a window that comes up meanwhile can be missed.
  const waiting = join(root, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js');
  const app = await _electron.launch({
    executablePath: runtime,
    args: ['-r', waiting, program, `--user-data-dir=${profile}`, ...args],
    chromiumSandbox: true,
    cwd: profile,
    env: plainEnvironment(),
    timeout: 45_000,
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'bridge' in globalThis);
  return {
    app,
    page,
    profile,
    end: async () => {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** One call of the contract, from the page. */
export function call(page: Page, name: string, input: unknown = {}): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> {
  return page.evaluate(([n, i]) => (globalThis as unknown as { bridge: { send(n: unknown, i: unknown): Promise<never> } }).bridge.send(n, i), [
    name,
    input,
  ] as const);
}

/** What a desktop session gives a program: nothing of the test runner. */
function plainEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])));
}
