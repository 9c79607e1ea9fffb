/** A report with the form's French headings is issued, read again, and recognised part by part as the English one. Needs `npm run build`. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { retitle } from '../../renderer/draft/editor/fixed-headings.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { bodyOf, editorOf, sampleOf, templateOf } from '../editor/world.ts';

const bin = join(import.meta.dirname, '../../electron/hosts/cli/rapporteur.mjs');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'french-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rapporteur(...args: string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, ...args, '--json'], { maxBuffer: 1 << 27 }, (error, stdout) =>
      error === null ? resolve(JSON.parse(stdout)) : reject(new Error(stdout)),
    );
  });
}

interface Read {
  readonly template: string;
  readonly sections: readonly { readonly title: string }[];
  readonly entries: readonly { readonly kind: string }[];
}

/** Issues the draft as text and reads it again. */
async function readAgain(name: string, draft: Draft): Promise<Read> {
  const file = join(folder, `${name}.json`);
  const issued = join(folder, name);
  writeFileSync(file, JSON.stringify(draft));
  await rapporteur('export', file, '--to', 'txt', '--out', issued);
  const [read] = (await rapporteur('import', join(issued, readdirSync(issued)[0] ?? ''), '--dry-run')) as Read[];
  if (read === undefined) throw new Error('nothing read');
  return read;
}

it('[HDG-13] French headings are issued and recognised as their English ones are', { timeout: 60_000 }, async () => {
  const english = sampleOf('dialogues');
  const editor = editorOf(english.body, templateOf('dialogues'));
  Object.assign(editor, { language: () => 'fr' });
  expect(retitle(editor)).toBeGreaterThan(5);
  const [one, other] = [await readAgain('en', english), await readAgain('fr', { ...english, language: 'fr', body: bodyOf(editor) })];
  expect(other.sections.map(({ title }) => title)).toContain('Conclusions principales');
  expect(other.template).toBe(one.template);
  expect(other.entries.map(({ kind }) => kind)).toEqual(one.entries.map(({ kind }) => kind));
  expect(one.entries.length).toBeGreaterThan(50);
});
