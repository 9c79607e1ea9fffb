/** `rapporteur check FILE --rule R` on every kind of file: the same text gives the same findings, and no word of a file goes unread. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineFile } from '../../electron/core/examine-file.ts';
import { run } from '../../electron/hosts/cli/cli.ts';
import type { Finding } from '../../shared/guard/finding.ts';
import { makeWorld, value } from '../core/world.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rapporteur-check-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function cli(...args: readonly string[]): Promise<{ code: number; out: string; notes: string }> {
  let [out, notes] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    note: (line: string) => {
      notes += `${line}\n`;
    },
    askHidden: async () => null,
    ended: () => Promise.resolve(),
    onLine: () => {},
  };
  return { code: await run(args, terminal), out, notes };
}

interface Found {
  readonly id: string;
  readonly check: number;
  readonly quote: string;
  readonly at: { readonly label: string };
}

async function check(file: string, ...more: readonly string[]): Promise<{ code: number; block: Found[]; warn: Found[] }> {
  const { code, out } = await cli('check', file, ...more, '--json');
  return { code, ...(JSON.parse(out) as { block: Found[]; warn: Found[] }) };
}

const chatham = ['--rule', 'chatham-house'] as const;
const write = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(dir, name), bytes);
  return join(dir, name);
};

const planted = [
  'The Norwegian delegate doubted it.',
  'All but one supported this.',
  'Our OCHA colleague agreed.',
  'Joining from Nairobi, one speaker agreed.',
  'Write to clerk.desk@velm-basin.example about it.',
];

/** Adds the sentences to long texts of a draft, one after the other. */
function plant(node: unknown, left: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('text' in node && typeof node.text === 'string' && !('type' in node) && /.{60}\.$/.test(node.text))
    node.text += left.length > 0 ? ` ${left.shift()}` : '';
  for (const inner of Object.values(node)) plant(inner, left);
}

it('[CHK-1] one text exported in six formats has the same findings in each, with a place and a sentence', { timeout: 90_000 }, async () => {
  const draft = join(dir, 'draft.json');
  await cli('new', 'conference', '--sample', '--out', draft);
  const written = JSON.parse(readFileSync(draft, 'utf8')) as { rule: string; body: unknown };
  written.rule = 'named';
  // What says that a meeting was held: a study that never speaks of one is read with another ear.
  plant(written.body, ['The meeting was held under the Chatham House Rule.', ...planted]);
  writeFileSync(draft, JSON.stringify(written));
  const kept = (await check(draft)).block.map(({ id }) => ({ id, reason: 'Planted for this test.' }));
  const exported = await cli(
    'export',
    draft,
    '--to',
    'docx,pdf,html,md,txt,json',
    '--out',
    join(dir, 'out'),
    '--override',
    write('kept.json', JSON.stringify(kept)),
  );
  expect(exported.code, exported.notes).toBe(0);
  const files = readdirSync(join(dir, 'out'));
  expect(files).toHaveLength(6);
  const words = (found: readonly Finding[]) => found.map((one) => `${one.check} ${one.quote}`).sort();
  const expected = ['11 All but one', '15 clerk.desk@velm-basin.example', '2 Our OCHA colleague', '2 The Norwegian delegate'];
  const world = await makeWorld();
  const all: { block: string[]; warn: string[] }[] = [];
  for (const file of files) {
    const found = value(await examineFile(world.core, join(dir, 'out', file), 'chatham-house')).findings;
    expect(words(found.block), file).toEqual(expect.arrayContaining(expected));
    expect(words(found.warn), file).toContain('8 Joining from Nairobi');
    expect([...found.block, ...found.warn].filter(({ at }) => at.label.trim() === '')).toEqual([]);
    all.push({ block: words(found.block), warn: words(found.warn) });
  }
  for (const one of all) expect(one).toEqual(all[0]);
  world.end();
  const word = files.find((file) => file.endsWith('.docx')) ?? '';
  const { out } = await cli('check', join(dir, 'out', word), ...chatham);
  for (const sentence of planted) expect(out.replace(/\s+/g, ' ')).toContain(sentence);
});

it('[CHK-2] what the importer takes for a line of the cover is read too', async () => {
  const file = write(
    'cover.md',
    '# Dialogue on the Velm\n\n4 November 2026\n\nThe Norwegian delegate doubted the gauges\n\nIn my own ministry nobody reads\n\n- One point.\n',
  );
  const { code, block } = await check(file, ...chatham);
  expect(code).toBe(3);
  expect(block.map(({ check: number }) => number).sort()).toEqual([2, 6]);
  for (const { at } of block) expect(at.label).toMatch(/line [57]/);
});

it('[CHK-3] header, footer, comment and deleted text of a Word file are read', async () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document ${w}><w:body>${p('Report of a dialogue')}${p('Several participants asked for more time.')}<w:p><w:del><w:r><w:delText>All but one supported this.</w:delText></w:r></w:del></w:p></w:body></w:document>`,
    'word/header1.xml': `<w:hdr ${w}>${p('Notes of clerk.desk@velm-basin.example')}</w:hdr>`,
    'word/footer1.xml': `<w:ftr ${w}>${p('Our OCHA colleague said so.')}</w:ftr>`,
    'word/comments.xml': `<w:comments ${w}><w:comment w:id="0">${p('The Norwegian delegate doubted it.')}</w:comment></w:comments>`,
  };
  const file = write('word.docx', zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
  const { block } = await check(file, ...chatham);
  expect(block.map((one) => `${one.at.label}: ${one.check}`).sort()).toEqual(['comment: 2', 'running head: 15', 'running head: 2', 'tracked deletion: 11']);
});

it('[CHK-4] a numbered list that goes on in HTML keeps its numbers', async () => {
  const file = write('list.html', '<h1>Dialogue</h1><h2>Points</h2><ol><li>One.</li></ol><h2>More</h2><ol start="7"><li>All but one supported this.</li></ol>');
  expect((await check(file, ...chatham)).block[0]?.at.label).toBe('para 7');
});

it('[CHK-5] without a rule, a report is told how it can be checked', async () => {
  const { code, notes } = await cli('check', write('some.docx', 'PK'));
  expect([code, notes]).toEqual([4, expect.stringContaining('--rule chatham-house')]);
});
