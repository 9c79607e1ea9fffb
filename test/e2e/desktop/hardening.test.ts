/** Every line of SAFETY's "Desktop host", asserted in the running app. */

import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type RunningApp, startApp } from './app.ts';

let running: RunningApp;
let server: Server;
let asked = 0;

beforeAll(async () => {
  running = await startApp();
  server = createServer((_request, response) => {
    asked++;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await running.end();
  server.close();
});

const outside = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

describe('web preferences', () => {
  it('are the strict ones', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined;
      return contents?.getLastWebPreferences() ?? {};
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    // Reported only where they were switched on.
    for (const name of ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'spellcheck']) expect(preferences[name] ?? false, name).toBe(false);
    const spelling = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.session.isSpellCheckerEnabled());
    expect(spelling).toBe(false);
    expect(preferences['allowRunningInsecureContent']).not.toBe(true);
    expect(preferences['experimentalFeatures']).not.toBe(true);
  });

  it('the renderer runs in the operating system’s sandbox', async () => {
    const renderer = await running.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type }) => type === 'Tab')
        .map(({ sandboxed }) => sandboxed),
    );
    // Only some platforms report it; where they do, it must be true.
    for (const sandboxed of renderer) expect(sandboxed ?? true).toBe(true);
    expect(running.app.process().spawnargs.join(' ')).not.toContain('no-sandbox');
  });

  it('the session lives in memory', async () => {
    const stored = await running.app.evaluate(({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return { path: session?.getStoragePath() ?? null, persistent: session?.isPersistent() };
    });
    expect(stored).toEqual({ path: null, persistent: false });
  });
});

describe('the page', () => {
  it('comes from the app’s own scheme', () => expect(running.page.url()).toMatch(/^app:\/\/rapporteur\//));

  it('has nothing of Node or Electron', async () => {
    const found = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
    expect(await running.page.evaluate(() => Object.keys((globalThis as unknown as { bridge: object }).bridge).sort())).toEqual(['host', 'listen', 'send']);
  });

  it.each([
    ['eval', 'eval("1")'],
    ['the Function constructor', 'new Function("return 1")()'],
    ['a timer of text', 'setTimeout("globalThis.reached = 1", 0)'],
    ['innerHTML', 'document.createElement("div").innerHTML = "<b>x</b>"'],
    ['a policy of its own', 'trustedTypes.createPolicy("x", { createHTML: (s) => s })'],
    ['a parser', 'new DOMParser().parseFromString("<b>x</b>", "text/html")'],
    ['document.write', 'document.write("<b>x</b>")'],
  ])('%s throws', async (_name, source) => {
    // Handed over as a function of the test, since the page itself may not make code from text.
    const thrown = await running.app.evaluate(async ({ webContents }, code) => {
      const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith('app://'));
      return contents?.executeJavaScript(`(() => { try { ${code}; return null; } catch (error) { return error.name; } })()`);
    }, source);
    expect(thrown).toMatch(/Error$/);
  });

  it('runs no inline script and no injected style', async () => {
    const outcome = await running.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red; }';
      document.head.append(style);
      const width = getComputedStyle(document.body).outlineWidth;
      style.remove();
      return width;
    });
    expect(outcome).not.toBe('7px');
  });

  it('carries every header', async () => {
    const headers = await running.page.evaluate(async () => Object.fromEntries((await fetch('app://rapporteur/')).headers));
    const policy = headers['content-security-policy'] ?? '';
    const parts = [
      "default-src 'none'",
      "script-src 'self'",
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ];
    for (const part of parts) expect(policy.split('; ')).toContain(part);
    expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('each load has a nonce of its own', async () => {
    const nonces = await running.page.evaluate(async () => {
      const policies = await Promise.all([fetch('app://rapporteur/'), fetch('app://rapporteur/')]);
      return policies.map((one) => /nonce-([^']+)/.exec(one.headers.get('content-security-policy') ?? '')?.[1]);
    });
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it.each([
    'app://rapporteur/../package.json',
    'app://rapporteur/..%2fpackage.json',
    'app://rapporteur/package.json',
    'app://other/',
    'app://rapporteur/assets/',
  ])('gets nothing outside the manifest: %s', async (address) => {
    const status = await running.page.evaluate(
      (url) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 0,
        ),
      address,
    );
    expect([0, 404]).toContain(status);
  });
});

describe('denied', () => {
  it('every network request, by fetch, picture, beacon or socket', async () => {
    const before = asked;
    const reached = await running.page.evaluate(async (url) => {
      const tries = [
        fetch(url).then(
          () => true,
          () => false,
        ),
        fetch(url, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
        new Promise<boolean>((resolve) => {
          const picture = new Image();
          picture.onload = () => resolve(true);
          picture.onerror = () => resolve(false);
          picture.src = url;
        }),
        new Promise<boolean>((resolve) => {
          try {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = () => resolve(true);
            socket.onerror = () => resolve(false);
          } catch {
            resolve(false);
          }
        }),
      ];
      navigator.sendBeacon(url, 'x');
      return Promise.all(tries);
    }, outside());
    expect(reached).toEqual([false, false, false, false]);
    expect(asked).toBe(before);
  });

  it('the session itself cancels requests, also without the page’s policy', async () => {
    const before = asked;
    const failed = await running.app.evaluate(async ({ BrowserWindow }, url) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return session?.fetch(url).then(
        () => false,
        () => true,
      );
    }, outside());
    expect(failed).toBe(true);
    expect(asked).toBe(before);
  });

  it('files of this machine', async () => {
    const read = await running.page.evaluate(() =>
      fetch('file:///etc/hostname').then(
        () => true,
        () => false,
      ),
    );
    expect(read).toBe(false);
  });

  it('new windows', async () => {
    const opened = await running.page.evaluate((url) => window.open(url) !== null || window.open('about:blank') !== null, outside());
    expect(opened).toBe(false);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('navigation', async () => {
    await running.page.evaluate((url) => {
      location.href = url;
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, outside());
    await running.page.waitForTimeout(300);
    expect(running.page.url()).toMatch(/^app:\/\/rapporteur\//);
    expect(asked).toBe(0);
  });

  it('downloads', async () => {
    const items = await running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      let cancelled: boolean | null = null;
      contents?.session.once('will-download', (event) => {
        cancelled = event.defaultPrevented;
      });
      contents?.downloadURL('app://rapporteur/');
      await new Promise((resolve) => setTimeout(resolve, 400));
      return cancelled;
    });
    // Either the download was stopped in our handler or never came to be.
    expect(items).not.toBe(false);
  });

  it('webviews and frames', async () => {
    const frames = await running.page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      const view = document.createElement('webview');
      view.setAttribute('src', url);
      document.body.append(view);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const reached = { frame: frame.contentDocument?.body.textContent ?? '', view: 'loadURL' in view };
      frame.remove();
      view.remove();
      return reached;
    }, outside());
    expect(frames).toEqual({ frame: '', view: false });
  });

  it('permissions and devices', async () => {
    const states = await running.page.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
      const asks = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (one) => one.state,
          () => 'refused',
        ),
      );
      const camera =
        navigator.mediaDevices?.getUserMedia({ video: true }).then(
          () => 'given',
          () => 'refused',
        ) ?? 'absent';
      const screen =
        navigator.mediaDevices?.getDisplayMedia?.().then(
          () => 'given',
          () => 'refused',
        ) ?? 'absent';
      return Promise.all([...asks, camera, screen]);
    });
    expect(states.filter((state) => state === 'granted' || state === 'given')).toEqual([]);
  });
});

describe('the channel', () => {
  it('refuses a frame inside the page', async () => {
    const outcome = await running.app.evaluate(async ({ BrowserWindow }) => {
      const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      await frame?.executeJavaScript('document.body.append(Object.assign(document.createElement("iframe"), { id: "probe" }))');
      const inner = frame?.frames[0];
      const bridge = await inner?.executeJavaScript('typeof globalThis.bridge').catch(() => 'none');
      await frame?.executeJavaScript('document.getElementById("probe").remove()');
      return bridge ?? 'none';
    });
    expect(['undefined', 'none']).toContain(outcome);
  });

  it('refuses another window of this very app', async () => {
    const answer = await running.app.evaluate(async ({ app, BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const preload = `${app.getAppPath()}/dist/desktop/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { ...(session === undefined ? {} : { session }), preload, sandbox: true } });
      await other.loadURL('app://rapporteur/');
      const result: string = await other.webContents.executeJavaScript('bridge.send("session.status", {}).then((r) => r.error ? r.error.code : "answered")');
      other.destroy();
      return result;
    });
    expect(answer).toBe('host/forbidden');
  });

  it('answers 10,000 fuzzed messages with a value and never throws', async () => {
    const outcome = await running.page.evaluate(async () => {
      const { bridge } = globalThis as unknown as { bridge: { send(name: unknown, input: unknown): Promise<{ ok: boolean }> } };
      let seed = 20_261_120;
      const next = (below: number): number => {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
        return seed % below;
      };
      const deep = (depth: number): unknown => (depth === 0 ? 'x' : [deep(depth - 1)]);
      const values: (() => unknown)[] = [
        () => undefined,
        () => null,
        () => next(1e9) - 5e8,
        () => Number.NaN,
        () => 'a'.repeat(next(2000)),
        () => ({ id: next(10) === 0 ? '__proto__' : `draft-${next(99)}` }),
        () => ({ folder: `recent:${next(40)}`, passphrase: 'x' }),
        () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
        () => new Map([[1, new Date(0)]]),
        () => new Uint8Array(next(100)),
        () => deep(next(400)),
        () => Array.from({ length: next(50) }, () => ({ type: 'insert_text', text: '\u0000\ud800' })),
      ];
      const names = [
        'session.status',
        'draft.open',
        'draft.append',
        'draft.check',
        'search.query',
        'import.read',
        'host.show',
        'host.changeSettings',
        'draft.export',
        '__proto__',
        'constructor',
        '',
        'x'.repeat(200),
      ];
      let answered = 0;
      let thrown = 0;
      for (let round = 0; round < 100; round++) {
        const batch = Array.from({ length: 100 }, () => {
          const name = next(20) === 0 ? values[next(values.length)]?.() : names[next(names.length)];
          return bridge.send(name, values[next(values.length)]?.()).then(
            (result) => (typeof result?.ok === 'boolean' ? answered++ : thrown++),
            () => thrown++,
          );
        });
        await Promise.all(batch);
      }
      return { answered, thrown, polluted: 'polluted' in {} };
    });
    expect(outcome).toEqual({ answered: 10_000, thrown: 0, polluted: false });
    expect(await call(running.page, 'session.status')).toMatchObject({ ok: true });
  });
});

describe('what leaves no trace', () => {
  it('the title is neutral, content protection follows the draft', async () => {
    await call(running.page, 'host.window', { place: 'draft', confidential: true });
    const title = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    expect(title).toBe('Rapporteur');
  });

  it('the profile holds settings and no content', () => {
    const words = ['Sellane', 'dialogue', 'Ambassador'];
    for (const file of readdirSync(running.profile, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || file.parentPath.includes('/sample')) continue;
      const text = readFileSync(join(file.parentPath, file.name)).toString('latin1');
      for (const word of words) expect(text.includes(word), `${file.name} holds “${word}”`).toBe(false);
    }
  });
});
