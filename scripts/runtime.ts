/** What this machine has: an Electron runtime, a display, a browser. Nothing here downloads or starts anything. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** Electron's program inside its folder, by platform. */
const programs: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron', linux: 'electron' };

/** Path of the Electron runtime, or null. The file is looked for: requiring the package would download it. */
export function electronRuntime(env: NodeJS.ProcessEnv = process.env): string | null {
  const name = programs[process.platform] ?? 'electron';
  const folders = [env['ELECTRON_OVERRIDE_DIST_PATH'], join(root, 'node_modules', 'electron', 'dist')];
  const found = folders.flatMap((folder) => (folder === undefined || folder === '' ? [] : [join(folder, name)])).find((file) => existsSync(file));
  return found ?? null;
}

/** Whether a window could be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

export function isRoot(): boolean {
  return process.platform !== 'win32' && process.getuid?.() === 0;
}

/** Why the desktop app cannot run here, in words; null where it can. */
export function whyNoDesktop(): string | null {
  if (electronRuntime() === null) return 'there is no Electron runtime here (“npx install-electron” fetches it)';
  if (!hasDisplay()) return 'there is no display';
  if (isRoot()) return 'the desktop app’s sandbox refuses to run as root';
  return null;
}

/** A Chromium or Chrome of the system, or null. */
export function systemChromium(): string | null {
  const files = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return files.find((file) => file !== undefined && existsSync(file)) ?? null;
}
