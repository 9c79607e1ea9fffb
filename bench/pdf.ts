/**
 * Lays out the 60-page report of bench/report.ts: cold, warm, a preview after a one-word edit, one page of it.
 *   node bench/pdf.ts [RUNS=10] [peers]
 * Prints milliseconds (median, worst) and the memory of the process. Bars (EXPORT): warm under 1 s, preview under 150 ms, under 400 MB.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDocx } from '../electron/export/docx/index.ts';
import { endLayout } from '../electron/export/pdf/client.ts';
import { layOut } from '../electron/export/pdf/layout.ts';
import { preview, previewPage } from '../electron/export/pdf/preview.ts';
import { HouseStyle } from '../shared/publication/house-style.ts';
import type { Publication } from '../shared/publication/publication.ts';
import { report } from './report.ts';

const runs = Number(process.argv[2] ?? 10);
const style = HouseStyle.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../templates/house-style/house.json'), 'utf8')));
const publication = report();

/** The same report with one word more in the middle. */
function edited(at: number): Publication {
  const middle = Math.floor(publication.body.length / 2);
  const body = publication.body.map((block, index) =>
    index >= middle && index < middle + 1 && 'content' in block ? { ...block, content: [...block.content, { text: ` word${at}` }] } : block,
  );
  return { ...publication, body };
}

async function timed(name: string, times: number, work: (at: number) => Promise<{ ok: boolean }>): Promise<void> {
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const begin = performance.now();
    const result = await work(at);
    took.push(performance.now() - begin);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  }
  took.sort((a, b) => a - b);
  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(0)} ms`;
  console.log(`${name.padEnd(34)} median ${ms(took[took.length >> 1])}, worst ${ms(took.at(-1))}`);
}

await timed('PDF, cold', 1, () => layOut(publication, style, { kind: 'issue' }));
await timed('PDF, warm', runs, () => layOut(publication, style, { kind: 'issue' }));
await timed('PDF after an edit', runs, (at) => layOut(edited(at), style, { kind: 'issue' }));
await timed('preview after an edit', runs, (at) => preview(edited(100 + at), style, { draft: 'bench' }));
await timed('preview after an edit, and its page', runs, async (at) => {
  const laid = await preview(edited(200 + at), style, { draft: 'bench' });
  return laid.ok ? previewPage(laid.value.key, laid.value.pages >> 1) : laid;
});
const laid = await layOut(publication, style, { kind: 'issue' });
console.log(
  `${laid.ok ? laid.value.pages : 0} pages, ${((laid.ok ? laid.value.bytes.length : 0) / 1024).toFixed(0)} KB, memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
);
await endLayout();
if (process.argv[3] === 'peers') await besideLibreOffice();

/** The same report as Word, made a PDF by LibreOffice where that is installed: another road to pages, for scale. */
async function besideLibreOffice(): Promise<void> {
  const docx = await toDocx(publication, style, null);
  if (!docx.ok) throw new Error(docx.error.code);
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  try {
    writeFileSync(join(folder, 'report.docx'), docx.value);
    const begin = performance.now();
    const { status } = spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')]);
    console.log(status === 0 ? `LibreOffice, from the Word file       ${(performance.now() - begin).toFixed(0)} ms` : 'LibreOffice is not here');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
