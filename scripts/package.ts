/**
 * `npm run package`: packs the desktop app for this machine into release/ (a folder, no installer).
 * Takes the Electron runtime that is already here; arguments are passed on to electron-builder.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.ts';
import { bin, runTool } from './run.ts';
import { electronRuntime } from './runtime.ts';

/** The runtime's own version: its file says it, so that no other is fetched. */
function versionOf(folder: string): string {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
}

/** Packs what is built; true where the output folder holds the app. */
export async function packBuilt(args: readonly string[] = []): Promise<boolean> {
  const runtime = electronRuntime();
  if (runtime === null) {
    process.stderr.write('There is no Electron runtime here: “npx install-electron” fetches it, or set ELECTRON_OVERRIDE_DIST_PATH.\n');
    return false;
  }
  const folder = process.platform === 'darwin' ? dirname(dirname(dirname(dirname(runtime)))) : dirname(runtime);
  const own = [`-c.electronDist=${folder}`, `-c.electronVersion=${versionOf(folder)}`];
  return (await runTool(bin('electron-builder'), ['--dir', ...own, ...args], { ELECTRON_BUILDER_OFFLINE: 'true' })) === 0;
}

if (process.argv[1] === import.meta.filename) {
  await build();
  process.exitCode = (await packBuilt(process.argv.slice(2))) ? 0 : 1;
}
