/** `npm run bench [NAME …]`: the benchmarks one after the other, each beside its peer or limit in the same run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What each measures, and the arguments that keep it to minutes. */
const benches = [
  { name: 'export', file: 'export.ts', args: [], what: 'DOCX and PDF of a 60-page report, beside Pandoc and LibreOffice' },
  { name: 'pdf', file: 'pdf.ts', args: [], what: 'layout, preview after one word, memory' },
  { name: 'guard', file: 'guard.ts', args: [], what: '100 pages: cold, warm, after one edit' },
  { name: 'archive', file: 'archive.ts', args: ['50000'], what: 'filing and search beside a bare full-text query' },
  { name: 'ui', file: 'ui.ts', args: [], what: 'a key at 100,000 words beside a bare editable page, start, opening, preview' },
] as const;

const asked = process.argv.slice(2);
for (const { name, file, args, what } of benches) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name}: ${what} ──`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
