/**
 * The 60-page report of bench/report.ts as DOCX and PDF, beside Pandoc (Markdown to DOCX) and LibreOffice (DOCX to PDF) where they are installed.
 *   node bench/export.ts [RUNS=10]
 * Prints milliseconds (cold: the first in a process, its imports included; warm: median and worst). Bars (EXPORT): DOCX under 400 ms warm, PDF under 1 s warm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HouseStyle } from '../shared/publication/house-style.ts';
import { report } from './report.ts';

const runs = Number(process.argv[2] ?? 10);
const style = HouseStyle.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../templates/house-style/house.json'), 'utf8')));
const publication = report();
const scratch = mkdtempSync(join(tmpdir(), 'bench-export-'));

function row(name: string, took: readonly number[], note = ''): void {
  const sorted = [...took].sort((a, b) => a - b);
  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(0)} ms`.padStart(9);
  console.log(`${name.padEnd(34)} median ${ms(sorted[sorted.length >> 1])}  worst ${ms(sorted.at(-1))}  ${note}`);
}

async function time(work: () => Promise<unknown> | unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function times(work: () => Promise<unknown> | unknown): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < runs; n++) took.push(await time(work));
  return took;
}

function installed(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

async function docx(): Promise<void> {
  row('DOCX, cold', [await time(async () => (await import('../electron/export/docx/index.ts')).toDocx(publication, style, null))]);
  const { toDocx } = await import('../electron/export/docx/index.ts');
  const took = await times(() => toDocx(publication, style, null));
  const made = await toDocx(publication, style, null);
  if (!made.ok) throw new Error(made.error.code);
  writeFileSync(join(scratch, 'report.docx'), made.value);
  row('DOCX, warm', took, `${(made.value.length / 1024).toFixed(0)} KB`);
}

async function pdf(): Promise<void> {
  row('PDF, cold', [await time(async () => (await import('../electron/export/pdf/layout.ts')).layOut(publication, style, { kind: 'issue' }))]);
  const { layOut } = await import('../electron/export/pdf/layout.ts');
  const took = await times(() => layOut(publication, style, { kind: 'issue' }));
  const made = await layOut(publication, style, { kind: 'issue' });
  row('PDF, warm', took, made.ok ? `${made.value.pages} pages, ${(made.value.bytes.length / 1024).toFixed(0)} KB` : made.error.code);
  await (await import('../electron/export/pdf/client.ts')).endLayout();
}

async function texts(): Promise<void> {
  const [{ toHtml }, { toMarkdown }, { toPlainText }] = await Promise.all([
    import('../electron/export/html/index.ts'),
    import('../electron/export/text/markdown.ts'),
    import('../electron/export/text/plain-text.ts'),
  ]);
  row('HTML', await times(() => toHtml(publication, style)));
  row('Markdown', await times(() => toMarkdown(publication)));
  row('plain text', await times(() => toPlainText(publication)));
  writeFileSync(join(scratch, 'report.md'), toMarkdown(publication));
}

/** Each run of a peer is a process of its own, as its users start it. */
async function peers(): Promise<void> {
  const quiet = { cwd: scratch, stdio: 'ignore' } as const;
  if (installed('pandoc')) row('Pandoc, Markdown to DOCX', await times(() => execFileSync('pandoc', ['report.md', '-o', 'pandoc.docx'], quiet)));
  else console.log('Pandoc is not installed.');
  const office = [`-env:UserInstallation=file://${join(scratch, 'profile')}`, '--headless', '--convert-to', 'pdf', 'report.docx'];
  if (installed('soffice')) {
    row('LibreOffice, DOCX to PDF, cold', [await time(() => execFileSync('soffice', office, quiet))]);
    row('LibreOffice, DOCX to PDF, again', [await time(() => execFileSync('soffice', office, quiet))]);
  } else console.log('LibreOffice is not installed.');
}

try {
  await docx();
  await pdf();
  await texts();
  await peers();
  console.log(`memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
