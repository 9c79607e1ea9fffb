/** What a reader, a screen reader and an archive find in the file. PDF/UA and PDF/A are what the engine claims and checks itself;
 *  no independent validator runs here. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { type Laid, layOut } from '../../../electron/export/pdf/layout.ts';
import { fixture, fixtureNames, heading, house, paragraph, publicationOf } from './fixtures.ts';
import { type Read, readPdf, tagCount } from './read.ts';

afterAll(endLayout);

/** Not on every machine. */
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

async function laid(name: string, kind: 'issue' | 'archive' = 'issue'): Promise<Laid> {
  const result = await layOut(fixture(name), house, { kind });
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}

describe.each(fixtureNames)('%s', (name) => {
  let file: Laid;
  let read: Read;
  beforeAll(async () => {
    file = await laid(name);
    read = await readPdf(file.bytes);
  });

  it('[PDF-1] is tagged, with title, language and outline', () => {
    const { title, language, body } = fixture(name);
    expect(read.marked).toBe(true);
    expect(read.title).toBe(title);
    expect(read.language.slice(0, 2)).toBe(language.slice(0, 2));
    expect(read.outline.length).toBeGreaterThanOrEqual(body.filter((block) => block.type === 'heading' && block.level <= 2).length);
  });
  it('[PDF-2] says PDF/UA-1 in the issue copy and PDF/A-2a in the archive copy', async () => {
    const kept = Buffer.from((await laid(name, 'archive')).bytes).toString('latin1');
    const issued = Buffer.from(file.bytes).toString('latin1');
    expect(issued).toMatch(/pdfuaid:part[^\d]{1,3}1/);
    expect(issued).not.toContain('pdfaid');
    expect(kept).toMatch(/pdfaid:part[^\d]{1,3}2/);
    expect(kept).toMatch(/pdfaid:conformance[^A-Z]{1,3}A/);
  });
  it('[PDF-3] has every word of every block, in the text layer, without soft hyphens', () => {
    const text = flat(read.pages.map((page) => page.text).join(''));
    expect(text).not.toContain('\u00ad');
    for (const block of fixture(name).body) {
      const contents = block.type === 'table' ? block.rows.flat() : [block.content];
      const words = contents.flat().flatMap((run) => ('text' in run && fixture(name).direction === 'ltr' ? run.text.split(/\s+/) : []));
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
    }
  });
  it('[PDF-4] knows where each block begins', () => {
    expect([...file.anchors.keys()].filter((anchor) => !anchor.startsWith('note:')).sort()).toEqual(
      fixture(name)
        .body.map(({ anchor }) => anchor)
        .sort(),
    );
    for (const { page, y } of file.anchors.values()) {
      expect(page).toBeLessThanOrEqual(file.pages);
      expect(y).toBeGreaterThanOrEqual(house.page.top - 1);
      expect(y).toBeLessThan(house.page.height - house.page.bottom);
    }
  });
  it('[PDF-5] carries the marking at head and foot of every page, and page x of y', () => {
    const { marking } = fixture(name);
    for (const [at, page] of read.pages.entries()) {
      if (marking?.printed === true && fixture(name).direction === 'ltr') {
        const banner = page.lines.filter(({ text }) => text === marking.banner).map(({ y }) => y);
        expect(banner.some((y) => y < house.page.top)).toBe(true);
        expect(banner.some((y) => y > house.page.height - house.page.bottom)).toBe(true);
      }
      if (at > 0) expect(foot(page.lines)).toMatch(new RegExp(`${at + 1}.*${read.pages.length}|${read.pages.length}.*${at + 1}`));
    }
  });
  it('[PDF-6] tags headings, lists, tables with header cells, notes and pictures', () => {
    const { body, notes } = fixture(name);
    const has = (type: string) => body.some((block) => block.type === type);
    expect(tagCount(read, 'H1')).toBeGreaterThan(0);
    expect(tagCount(read, 'P')).toBeGreaterThan(0);
    if (has('bullet')) expect(tagCount(read, 'LBody')).toBeGreaterThan(0);
    if (has('table')) expect(tagCount(read, 'TH')).toBeGreaterThan(0);
    expect(tagCount(read, 'Note')).toBe(notes.length);
    for (const block of body) if (block.type === 'figure') expect(read.pages.flatMap(({ alts }) => alts)).toContain(block.alt);
  });
  it('[PDF-7] is dated by the meeting', () => expect(read.created).toContain((fixture(name).dates?.end ?? '').replaceAll('-', '')));
});

describe('places', () => {
  it('[PDF-8] contents give the page on which each heading stands', async () => {
    const file = await laid('conference');
    const { pages } = await readPdf(file.bytes);
    const contents = flat(pages[1]?.text ?? '');
    const headings = fixture('conference').body.flatMap((block) => (block.type === 'heading' && block.level <= 2 ? [block] : []));
    expect(headings.length).toBeGreaterThan(4);
    for (const { anchor, content } of headings) {
      const title = flat(content.map((run) => ('text' in run ? run.text : '')).join(''));
      const page = file.anchors.get(anchor)?.page ?? 0;
      expect(contents).toContain(`${title}${page}`);
      expect(flat(pages[page - 1]?.text ?? '')).toContain(title);
    }
  });
  it('[PDF-9] notes stand at the foot of the page of their mark', async () => {
    const file = await laid('conference');
    const { pages } = await readPdf(file.bytes);
    for (const { number, content } of fixture('conference').notes) {
      const host = fixture('conference').body.find((block) => block.type !== 'table' && block.content.some((run) => 'note' in run && run.note === number));
      const begins = file.anchors.get(host?.anchor ?? '')?.page ?? 0;
      const stands = file.anchors.get(`note:${number}`)?.page ?? 0;
      // A paragraph may end, and have its mark, on the page after the one that it begins on.
      expect([begins, begins + 1]).toContain(stands);
      const line = pages[stands - 1]?.lines.find(({ text, size }) => text.startsWith(content[0]?.text.slice(0, 10) ?? '') && size < house.sizes.small);
      expect(line?.y).toBeGreaterThan(house.page.height * 0.6);
      expect(line?.size).toBeCloseTo(house.sizes.note, 1);
    }
  });
  const mark = [{ text: 'They were told apart:' }, { note: 1 }];
  const point = { type: 'bullet', level: 1, content: [{ text: 'A point.' }] };
  it.each([
    ['a lead-in', [{ type: 'numbered', number: 1, label: '1.', content: mark }, point], 0],
    ['a bullet', [point, { ...point, content: mark }, point], 1],
    ['a bullet in a bullet', [point, { ...point, level: 2, content: mark }, point], 1],
    ['a sub-item', [{ type: 'subitem', level: 1, ordinal: 1, label: 'i.', restart: true, content: mark }], 0],
    ['a question', [{ type: 'question', content: mark }, paragraph('An answer.')], 0],
    ['a heading', [{ type: 'heading', level: 1, content: mark }, paragraph('Text.')], 0],
    ['a quotation', [{ type: 'quote', content: mark }, paragraph('Text.')], 0],
  ])('[PDF-13] the note of %s never parts from its mark, wherever the page ends', async (_, tail, at) => {
    for (let filler = 21; filler < 28; filler++) {
      const blocks = [...Array.from({ length: filler }, () => paragraph('One line of text.')), ...tail] as ReturnType<typeof paragraph>[];
      const result = await layOut(publicationOf(blocks, { notes: [{ number: 1, content: [{ text: 'A note.' }] }] }), house, { kind: 'issue' });
      if (!result.ok) throw new Error(result.error.code);
      expect(result.value.anchors.get('note:1')?.page).toBe(result.value.anchors.get(`b${filler + at + 1}`)?.page);
    }
  });
  it.skipIf(!hasPoppler)('[PDF-14] another reader finds the marking as one word on every page', async () => {
    for (const name of ['conference', 'russian', 'briefing']) {
      const { bytes, pages } = await laid(name);
      const text = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout.split('\f').slice(0, pages);
      expect(text.filter((page) => page.split(fixture(name).marking?.banner ?? '').length === 3)).toHaveLength(pages);
    }
  });
  it('[PDF-10] references and addresses are links', async () => {
    const { pages } = await readPdf((await laid('conference')).bytes);
    const links = pages.slice(2).flatMap((page) => page.links);
    expect(links.some(({ url }) => url?.startsWith('https://'))).toBe(true);
    expect(links.some(({ url }) => url === null)).toBe(true);
  });
  it('[PDF-11] a header row stands on every page of its table', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [[{ text: at === 0 ? 'Station' : `Gauge ${at}` }], [{ text: at === 0 ? 'Reading' : `${at * 7}` }]]);
    const table = { type: 'table', label: 'Table 1', caption: 'Readings', headerRows: 1, widths: [2, 1], rows } as never;
    const result = await layOut(publicationOf([heading('Readings'), table]), house, { kind: 'issue' });
    const read = await readPdf(result.ok ? result.value.bytes : new Uint8Array());
    expect(read.pages.length).toBeGreaterThan(2);
    for (const page of read.pages) expect(page.text).toContain('Station');
  });
  it('[PDF-12] no heading is the last line of a page', async () => {
    const blocks = Array.from({ length: 60 }, (_, at) => [
      heading(`Heading ${at}`),
      paragraph('Readings travel, warnings do not. '.repeat(3 + (at % 9))),
    ]).flat();
    const result = await layOut(publicationOf(blocks), house, { kind: 'issue' });
    if (!result.ok) throw new Error(result.error.code);
    for (const [at] of blocks.entries()) {
      if (at % 2 === 1) expect(result.value.anchors.get(`b${at + 1}`)?.page).toBe(result.value.anchors.get(`b${at}`)?.page);
    }
  });
});

const flat = (text: string): string => text.replaceAll(/\s+/g, '');
const foot = (lines: Read['pages'][number]['lines']): string =>
  lines
    .filter(({ y }) => y > house.page.height - house.page.bottom)
    .map(({ text }) => text)
    .join(' ');
