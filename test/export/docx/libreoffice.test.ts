/** LibreOffice opens the document and sets the pages that are expected. Left out where it is not installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { toDocx } from '../../../electron/export/docx/index.ts';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { layOut } from '../../../electron/export/pdf/layout.ts';
import { plain } from '../../../electron/export/plain.ts';
import { house, publicationOf } from '../publications.ts';

const tools = ['/usr/bin/soffice', '/usr/bin/pdftotext'].every((path) => existsSync(path));
const scratch = mkdtempSync(join(tmpdir(), 'office-'));
afterAll(async () => {
  await endLayout();
  rmSync(scratch, { recursive: true, force: true });
});

/** Text of each page as LibreOffice sets it. */
function pagesOf(name: string, bytes: Uint8Array): string[] {
  const path = join(scratch, `${name}.docx`);
  writeFileSync(path, bytes);
  execFileSync('/usr/bin/soffice', [`-env:UserInstallation=file://${scratch}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', scratch, path], {
    stdio: 'ignore',
  });
  return execFileSync('/usr/bin/pdftotext', ['-layout', join(scratch, `${name}.pdf`), '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);
}

const names = process.env['RAPPORTEUR_LONG'] ? ['conference', 'dialogues', 'briefing', 'arabic', 'russian'] : ['conference'];

it.skipIf(!tools).each(names)('[DOCX-20] %s: all headings, within one page of the PDF; page numbers are counted', { timeout: 120_000 }, async (name) => {
  const publication = publicationOf(name);
  const laid = await layOut(publication, house, { kind: 'issue' });
  const numbers = laid.ok ? new Map([...laid.value.anchors].map(([anchor, { page }]) => [anchor, page])) : null;
  const docx = await toDocx(publication, house, numbers);
  const pages = docx.ok ? pagesOf(name, docx.value) : [];
  expect(laid.ok && Math.abs(pages.length - laid.value.pages)).toBeLessThanOrEqual(1);
  if (publication.direction === 'rtl') return;
  const flat = pages.map((page) => page.replace(/\s+/g, ' '));
  const headings = publication.body.filter((block) => block.type === 'heading');
  const far = headings.filter(
    (heading) => !flat.some((page, n) => page.includes(plain(heading.content)) && Math.abs(n + 1 - (numbers?.get(heading.anchor) ?? 0)) <= 1),
  );
  expect(far.map((heading) => plain(heading.content))).toEqual([]);
  expect(flat.at(-1)).toMatch(new RegExp(`${pages.length} (of|из) ${pages.length}`));
  expect(flat.join('\n')).not.toContain('Error: Reference');
});
