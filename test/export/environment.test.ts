/** The same Publication gives the same bytes for any user, home, language, time zone and clock (SAFETY: "Environment"). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const scratch = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const source = (path: string) => JSON.stringify(join(import.meta.dirname, '../../electron/export', path));
const script = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cleanAssets } from ${source('images.ts')};
import { toDocx } from ${source('docx/index.ts')};
import { toHtml } from ${source('html/index.ts')};
import { toJson } from ${source('text/json.ts')};
import { toMarkdown } from ${source('text/markdown.ts')};
import { toPlainText } from ${source('text/plain-text.ts')};
const away = Number(process.env.CLOCK);
const now = Date.now;
Date.now = () => now() + away;
globalThis.Date = class extends Date { constructor(...parts) { parts.length === 0 ? super(now() + away) : super(...parts); } static now = () => now() + away; };
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const house = read(process.argv[3]);
const clean = await cleanAssets(read(process.argv[2]));
const docx = await toDocx(clean.value, house, new Map([['b1', 3]]));
const files = [docx.value, toHtml(clean.value, house), toJson(clean.value), toMarkdown(clean.value), toPlainText(clean.value)];
console.log(files.map((file) => createHash('sha256').update(file).digest('hex')).join('\\n'));
`;

it.each(['conference', 'briefing'])('[ENV-1] %s: the same bytes in another environment', (name) => {
  const file = join(scratch, 'export.mjs');
  writeFileSync(file, script);
  const root = join(import.meta.dirname, '../..');
  const paths = [join(root, `test/fixtures/publications/${name}.json`), join(root, 'templates/house-style/house.json')];
  const run = (environment: Readonly<Record<string, string>>) =>
    execFileSync(process.execPath, [file, ...paths], { encoding: 'utf8', cwd: scratch, env: { PATH: process.env['PATH'] ?? '', ...environment } });
  const here = run({ TZ: 'UTC', LANG: 'C.UTF-8', USER: 'a', CLOCK: '0' });
  const there = run({ TZ: 'Pacific/Apia', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8', USER: 'zq', LOGNAME: 'zq', HOME: scratch, CLOCK: '-40000000000' });
  expect(here.trim().split('\n')).toHaveLength(5);
  expect(there).toBe(here);
});
