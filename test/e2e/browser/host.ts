/** The browser host as a person starts it, and a real Chromium to look at it with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { isRoot, systemChromium } from '../../../scripts/runtime.ts';

const program = join(import.meta.dirname, '../../../electron/hosts/cli/rapporteur.mjs');

export interface OpenPage {
  readonly page: Page;
  /** What the page complained of: errors of scripts, and everything that its policy refused. */
  readonly complaints: string[];
}

export interface LookOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** 2: as at 200 % zoom, in a window of `width` × `height`. */
  readonly zoom?: number;
}

export interface Host {
  readonly home: string;
  /** The host's own process; the core is a child of it. */
  readonly pid: number;
  /** Opens the app: the first page through the link that works once, the others with the cookie it gave. */
  open(options?: LookOptions): Promise<OpenPage>;
  close(): Promise<void>;
  /** Closes the browser only: what is left to do for a host that was killed. */
  closeBrowser(): Promise<void>;
  /** Ends host and core at once, as a power cut does (SIGKILL); the home folder stays. */
  kill(): Promise<void>;
}

/** Starts the host with a home folder of its own, which is removed at the end.
 *  @param args  of `rapporteur serve`: ["--sample"]
 *  @param options.home  a folder that outlives this host, for tests that start another one on it */
export async function startHost(args: readonly string[] = [], { home: kept }: { readonly home?: string } = {}): Promise<Host> {
  const home = kept ?? mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.data') };
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let link = await linkOf(child);
  const browser = await chromium.launch({ executablePath: systemChromium() ?? '', args: isRoot() ? ['--no-sandbox'] : [] });
  const context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB' });
  return {
    home,
    pid: child.pid ?? 0,
    open: async (options = {}) => {
      const opened = await openPage(context, link, options);
      link = new URL('/', link).href;
      return opened;
    },
    closeBrowser: () => browser.close(),
    close: async () => {
      await browser.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await ended;
      }
      if (kept === undefined) rmSync(home, { recursive: true, force: true });
    },
    kill: async () => {
      await browser.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // The group: the host and the core process it started.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** The link that the host prints once it listens. */
function linkOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (data: Buffer) => {
      printed += data.toString();
      const [link] = /^http:\S+(?=\n)/m.exec(printed) ?? [];
      if (link !== undefined) resolve(link);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}.`)));
  });
}

async function openPage(context: BrowserContext, link: string, { theme = 'light', width = 1440, height = 900, zoom = 1 }: LookOptions): Promise<OpenPage> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width: Math.round(width / zoom), height: Math.round(height / zoom) });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // An answer that says “refused” is an answer: the page shows its sentence.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  await page.goto(link);
  await page.locator('main').first().waitFor();
  return { page, complaints };
}

/** Goes to a place of the app by its address: "archive", "draft/ID". */
export async function go(page: Page, place: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${place}`)}`);
  await page.locator('main').first().waitFor();
}

/** Id of the draft whose title begins so, from the Desk. */
export async function draftId(page: Page, title: string): Promise<string> {
  await go(page, 'desk');
  const link = page.getByRole('cell').getByRole('link', { name: new RegExp(`^${title}`) });
  return (await link.first().getAttribute('href'))?.replace('#/draft/', '') ?? '';
}
