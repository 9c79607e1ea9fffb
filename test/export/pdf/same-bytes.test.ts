/** The same publication gives the same bytes: over runs, users, languages, time zones, and whatever fonts a machine has. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { layOut } from '../../../electron/export/pdf/layout.ts';
import { fixture, house } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
afterAll(async () => {
  await endLayout();
  rmSync(folder, { recursive: true });
});

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const script = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileFile } from ${JSON.stringify(join(import.meta.dirname, 'compile-file.ts'))};
process.stdout.write(createHash('sha256').update(compileFile(process.argv[2])).digest('hex'));
`;

it('[PDF-30] twice in one process, and in another one with another user, home, language, time zone and fonts', async () => {
  const publication = fixture('conference');
  const first = await layOut(publication, house, { kind: 'issue' });
  const second = await layOut(publication, house, { kind: 'issue' });
  if (!first.ok || !second.ok) throw new Error('no layout');
  expect(digest(second.value.bytes)).toBe(digest(first.value.bytes));

  const fonts = join(folder, '.local/share/fonts');
  mkdirSync(fonts, { recursive: true });
  writeFileSync(join(fonts, 'other.ttf'), lookalike());
  mkdirSync(join(folder, '.fonts'));
  writeFileSync(join(folder, '.fonts', 'other.ttf'), lookalike());
  const input = join(folder, 'publication.json');
  writeFileSync(input, JSON.stringify(publication));
  const main = join(folder, 'main.mjs');
  writeFileSync(main, script);
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, USER: 'somebody', LANG: 'ar_EG.UTF-8', TZ: 'Pacific/Apia', TMPDIR: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [main, input], { env });
  expect(stdout).toBe(digest(first.value.bytes));
});

it('[PDF-31] holds nothing of this machine: no path, no user, no clock', async () => {
  const result = await layOut(fixture('conference'), house, { kind: 'archive' });
  const file = Buffer.from(result.ok ? result.value.bytes : []).toString('latin1');
  expect(file).not.toMatch(/\/(home|root|tmp|Users|work|var|usr)\//);
  expect(file).not.toContain(process.env['HOME'] ?? '/root');
  const { end = '' } = fixture('conference').dates ?? {};
  const dates = [...file.matchAll(/D:(\d{8})|(\d{4}-\d\d-\d\d)T/g)].map(([, compact, long]) => compact ?? long?.replaceAll('-', ''));
  expect(dates.length).toBeGreaterThan(1);
  expect(new Set(dates)).toEqual(new Set([end.replaceAll('-', '')]));
});

/** A font that says it is the house's own upright face, with other letters. */
function lookalike(): Buffer {
  const require = createRequire(import.meta.url);
  const bytes = readFileSync(join(dirname(require.resolve('@expo-google-fonts/source-serif-4/package.json')), '900Black/SourceSerif4_900Black.ttf'));
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    // usWeightClass stands at 4 in the table OS/2.
    if (bytes.toString('latin1', record, record + 4) === 'OS/2') bytes.writeUInt16BE(400, bytes.readUInt32BE(record + 8) + 4);
  }
  return bytes;
}
