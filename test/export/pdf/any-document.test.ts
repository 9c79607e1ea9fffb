/** Whatever order blocks come in, pages come out: every word once in the text layer, every block with a place. */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { layOut } from '../../../electron/export/pdf/layout.ts';
import type { PubBlock } from '../../../shared/publication/publication.ts';
import { house, publicationOf } from './fixtures.ts';
import { readPdf } from './read.ts';

afterAll(endLayout);

const word = fc.constantFrom('gauge', 'вода', 'Ελλάδα', 'إنذار', '#warning', '*bold*', 'a-b', '“quoted”', 'x²', '12.5%', '\n', ' ', '');
const run = fc.record(
  { text: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')), bold: fc.constantFrom(true, undefined), italic: fc.constantFrom(true, undefined) },
  { noNullPrototype: true },
);
const content = fc.array(run, { maxLength: 3 });
const level = (max: number) => fc.integer({ min: 1, max });
const block = fc.oneof(
  fc.record({ type: fc.constant('heading'), level: level(4), content }),
  fc.record({ type: fc.constant('paragraph'), role: fc.constantFrom('plain', 'dateline', 'lead'), content }),
  fc.record({ type: fc.constant('numbered'), number: fc.constant(7), label: fc.constant('7.'), content }),
  fc.record({ type: fc.constant('subitem'), level: level(2), ordinal: level(3), label: fc.constant('ii.'), restart: fc.boolean(), content }),
  fc.record({ type: fc.constant('bullet'), level: level(3), content }),
  fc.record({ type: fc.constantFrom('intervention', 'question', 'quote'), content }),
  fc.record({ type: fc.constant('pull-quote'), beside: fc.constantFrom(null, 'b1', 'gone'), content }),
  fc.record({ type: fc.constant('fixed-text'), function: fc.constant('own-account'), content }),
  fc.record({
    type: fc.constant('table'),
    label: fc.constantFrom('', 'Table 1'),
    caption: fc.constantFrom(undefined, 'A caption'),
    headerRows: fc.integer({ min: 0, max: 3 }),
    widths: fc.array(fc.constantFrom(1, 2.5), { maxLength: 3 }),
    rows: fc.array(fc.array(content, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
  }),
);

/** Headings as publish makes them: no level skipped. */
function inOrder(blocks: readonly Record<string, unknown>[]): Omit<PubBlock, 'anchor'>[] {
  let last = 0;
  return blocks.map((one) => {
    if (one['type'] !== 'heading') return one as never;
    last = Math.min(Number(one['level']), last + 1);
    return { ...one, level: last } as never;
  });
}

const contents = { role: 'contents' as const, lines: [] };

it('[PDF-50] any order of blocks lays out', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 14 }), fc.boolean(), fc.constantFrom('en-GB', 'ar', 'zh-Hans', 'x-none'), async (blocks, cover, language) => {
      const front = [{ role: 'title' as const, lines: ['A plain title'] }, ...(cover ? [contents] : [])];
      const publication = publicationOf(inOrder(blocks), { front, language, direction: language === 'ar' ? 'rtl' : 'ltr' });
      const laid = await layOut(publication, house, { kind: 'issue' });
      if (!laid.ok) throw new Error(JSON.stringify(laid.error));
      const placed = publication.body.filter(({ type }) => type !== 'pull-quote' && type !== 'heading').map(({ anchor }) => anchor);
      expect(placed.filter((anchor) => !laid.value.anchors.has(anchor))).toEqual([]);
      const { pages } = await readPdf(laid.value.bytes);
      const text = pages.map((page) => page.text).join('');
      const told = JSON.stringify(publication.body.filter(({ type }) => type !== 'pull-quote')).split('gauge').length;
      expect(text.split('gauge').length).toBeGreaterThanOrEqual(told);
    }),
    { numRuns: process.env['RAPPORTEUR_LONG'] ? 500 : 40 },
  );
});
