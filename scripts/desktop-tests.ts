/** Runs the tests of the desktop app: with a display, and never as root, since the app's sandbox refuses that by design. */
import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, runTool } from './run.ts';
import { electronRuntime, hasDisplay, isRoot } from './runtime.ts';

const somebody = 'nobody';

/** Why they cannot run here; null where they can. */
export function whyNoDesktopTests(): string | null {
  const runtime = electronRuntime();
  if (runtime === null) return 'no Electron runtime (“npx install-electron” fetches it, or set ELECTRON_OVERRIDE_DIST_PATH)';
  if (!hasDisplay() && !isProgram('/usr/bin/xvfb-run')) return 'no display (Debian: xvfb)';
  if (!isRoot()) return null;
  if (!isProgram('/bin/su')) return 'the app refuses to run as root, and there is no su';
  const shut = [root, runtime].find((path) => !isOpenToAll(path));
  return shut === undefined ? null : `the app refuses to run as root, and ${shut} cannot be read by another user`;
}

/** True where every test passed. */
export async function desktopTests(env: Readonly<Record<string, string>>): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-home-'));
  chmodSync(home, 0o777);
  const vitest = [
    process.execPath,
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/e2e/desktop.config.ts',
    '--configLoader',
    'native',
  ];
  const shown = hasDisplay() ? vitest : ['xvfb-run', '-a', ...vitest];
  const wanted = { ...env, HOME: home, TMPDIR: home };
  try {
    if (!isRoot()) return (await runTool(shown[0] ?? '', shown.slice(1), wanted)) === 0;
    const exports = Object.entries({ ...wanted, ELECTRON_OVERRIDE_DIST_PATH: dirname(electronRuntime() ?? '') });
    const line = [`cd ${quoted(root)}`, ...exports.map(([name, value]) => `export ${name}=${quoted(value)}`), `exec ${shown.map(quoted).join(' ')}`];
    return (await runTool('su', ['-s', '/bin/sh', somebody, '-c', line.join(' && ')])) === 0;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether any user may reach this path: every folder above it can be passed, and it can be read itself. */
function isOpenToAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) break;
  }
  return spawnSync('su', ['-s', '/bin/sh', somebody, '-c', `test -r ${quoted(path)}`]).status === 0;
}
