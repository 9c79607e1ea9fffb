/** The small parts of the core: tokens, jobs, settings, the message's size. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { contentPolicy, freshNonce } from '../../electron/core/client/policy.ts';
import { ProfileFile, profileFolder } from '../../electron/core/client/profile.ts';
import { Grants } from '../../electron/core/grants.ts';
import { Jobs } from '../../electron/core/jobs.ts';
import { isOversized } from '../../electron/hosts/desktop/size.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'rapporteur-parts-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
});

describe('tokens', () => {
  it('work once, for their own kind only; a wrong try does not use them up', () => {
    const grants = new Grants();
    const token = grants.grant({ kind: 'folder', path: '/a' });
    expect(grants.redeem(token, 'file', 'bytes')).toMatchObject({ error: { code: 'host/forbidden' } });
    expect(grants.redeem(token, 'folder')).toEqual({ ok: true, value: { kind: 'folder', path: '/a' } });
    expect(grants.redeem(token, 'folder')).toMatchObject({ error: { code: 'host/forbidden' } });
  });

  it('cannot be guessed from one another, nor be a path', () => {
    const grants = new Grants();
    const tokens = Array.from({ length: 100 }, () => grants.grant({ kind: 'file', path: '/a' }));
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f-]{36}$/);
    for (const odd of ['/a', '', '__proto__', 'constructor']) expect(grants.redeem(odd, 'file').ok).toBe(false);
  });

  it('of bytes give way, oldest first, when they hold too much memory; those of paths stay', () => {
    const grants = new Grants();
    const path = grants.grant({ kind: 'file', path: '/a' });
    const large = Array.from({ length: 5 }, (_, n) => grants.grant({ kind: 'bytes', name: String(n), bytes: new Uint8Array(100_000_000) }));
    expect(grants.redeem(large[0] ?? '', 'bytes').ok).toBe(false);
    expect(grants.redeem(large[4] ?? '', 'bytes').ok).toBe(true);
    expect(grants.redeem(path, 'file').ok).toBe(true);
  });
});

describe('jobs', () => {
  it('say where they are, stop when asked, and are gone afterwards', async () => {
    const events: CoreEvent[] = [];
    const jobs = new Jobs((event) => void events.push(event));
    const run = jobs.run('a', async (job) => {
      job.progress(0, 2, 'first');
      await new Promise((resolve) => job.signal.addEventListener('abort', resolve));
      job.progress(2, 2, 'last');
      return job.signal.aborted;
    });
    expect(jobs.cancel('b')).toBe(false);
    expect(jobs.cancel('a')).toBe(true);
    expect(await run).toBe(true);
    expect(jobs.cancel('a')).toBe(false);
    expect(events).toEqual([
      { type: 'progress', job: 'a', done: 0, total: 2, step: 'first' },
      { type: 'progress', job: 'a', done: 2, total: 2, step: 'last' },
    ]);
  });
});

describe('the profile', () => {
  it('keeps settings and recent folders, for one reader, newest first and each once', () => {
    const at = folder();
    const profile = new ProfileFile(at);
    profile.changeSettings({ theme: 'dark' });
    for (const [path, name] of [
      ['/x/a', 'A'],
      ['/x/b', ''],
      ['/x/a', 'A'],
    ] as const)
      profile.remember(path, name, 1);
    const again = new ProfileFile(at);
    expect(again.settings).toMatchObject({ theme: 'dark', idleMinutes: 5 });
    expect(again.recent().map(({ folder: id, name }) => [id, name])).toEqual([
      ['recent:0', 'A'],
      ['recent:1', 'b'],
    ]);
    expect([again.recentPath('recent:1'), again.recentPath('recent:9'), again.recentPath('recent:x')]).toEqual(['/x/b', undefined, undefined]);
    expect(statSync(join(at, 'profile.json')).mode & 0o777).toBe(0o600);
    again.forget('recent:0');
    expect(again.recent()).toHaveLength(1);
  });

  it.each(['', 'no json', '[]', '{"settings":{"theme":"odd"}}', '{"surplus":1}'])('a damaged one (%s) counts as none', (text) => {
    const at = folder();
    writeFileSync(join(at, 'profile.json'), text);
    const profile = new ProfileFile(at);
    expect(profile.settings.theme).toBe('system');
    profile.changeSettings({ idleMinutes: 9 });
    expect(JSON.parse(readFileSync(join(at, 'profile.json'), 'utf8'))).toMatchObject({ settings: { idleMinutes: 9 } });
  });

  it('stands where each platform keeps settings', () => {
    expect(profileFolder({ XDG_CONFIG_HOME: '/c' }, 'linux')).toBe(join('/c', 'rapporteur'));
    expect(profileFolder({ APPDATA: '/r' }, 'win32')).toBe(join('/r', 'Rapporteur'));
  });
});

describe('the size of a message', () => {
  it.each<[string, unknown, boolean]>([
    ['a small call', { id: 'a', change: { operations: [] } }, false],
    ['nothing', undefined, false],
    ['too much text', { text: 'x'.repeat(1001) }, true],
    ['too many parts', Array.from({ length: 1001 }, () => 0), true],
    ['a long name', { ['x'.repeat(1001)]: 1 }, true],
    ['a map', new Map(), true],
    ['bytes', new Uint8Array(1), true],
    ['a date', { at: new Date(0) }, true],
  ])('%s', (_name, value, oversized) => expect(isOversized(value, 1000)).toBe(oversized));

  it('a circle is too deep', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(isOversized(circle)).toBe(true);
  });
});

describe('the page’s policy', () => {
  it('has a fresh nonce for styles, and none for scripts', () => {
    const [one, two] = [freshNonce(), freshNonce()];
    expect(one).not.toBe(two);
    expect(contentPolicy(one)).toContain(`style-src 'self' 'nonce-${one}'`);
    expect(contentPolicy(one)).toContain("script-src 'self';");
  });
});
