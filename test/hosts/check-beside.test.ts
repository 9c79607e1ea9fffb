/** `rapporteur check FILE --rule R` reads what stands beside a text: the file's name, its properties, links, alternative texts, boxes, fields. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineFile } from '../../electron/core/examine-file.ts';
import type { Finding } from '../../shared/guard/finding.ts';
import type { RuleId } from '../../shared/people/rule.ts';
import { makeWorld, value } from '../core/world.ts';

let dir: string;
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rapporteur-beside-'));
  world = await makeWorld();
});
afterAll(() => {
  world.end();
  rmSync(dir, { recursive: true, force: true });
});

/** "place: check words" of every finding. */
async function found(name: string, bytes: string | Uint8Array, rule: RuleId = 'chatham-house'): Promise<string[]> {
  writeFileSync(join(dir, name), bytes);
  const { block, warn } = value(await examineFile(world.core, join(dir, name), rule)).findings;
  return [...block, ...warn].map((one: Finding) => `${one.at.label}: ${one.check} ${one.quote}`).sort();
}

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="urn:mc" xmlns:wp="urn:wp" xmlns:pic="urn:pic" xmlns:a="urn:a" xmlns:v="urn:v" xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:vt="urn:vt"';
const p = (text: string, more = '') => `<w:p><w:r><w:t>${text}</w:t></w:r>${more}</w:p>`;
const quiet = p('Report of a dialogue') + p('Several participants asked for more time.');
const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        'word/document.xml': `<w:document ${w}><w:body>${quiet}${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );
const relations = (targets: Readonly<Record<string, string>>) =>
  `<Relationships xmlns="urn:r">${Object.entries(targets)
    .map(([id, target]) => `<Relationship Id="${id}" Type="urn:x/hyperlink" Target="${target}" TargetMode="External"/>`)
    .join('')}</Relationships>`;

it('[BSD-1] the properties of a Word file: names of persons block, words are read, programs and houses are free', async () => {
  const core = `<cp:coreProperties ${w}><dc:title>All but one supported this</dc:title><dc:creator>Tilda Okvarn</dc:creator><cp:lastModifiedBy>Microsoft Office User</cp:lastModifiedBy><cp:keywords>clerk.desk@velm-basin.example</cp:keywords></cp:coreProperties>`;
  const app =
    '<Properties xmlns="urn:e"><Company>Institute of Flood Studies</Company><Manager>Ruben Halvik</Manager><Template>Normal.dotm</Template></Properties>';
  const custom = `<Properties ${w}><property name="Checked by"><vt:lpwstr>Ana Felsmar</vt:lpwstr></property><property name="Client"><vt:lpwstr>Our OCHA colleague said so</vt:lpwstr></property></Properties>`;
  const file = docx('', { 'docProps/core.xml': core, 'docProps/app.xml': app, 'docProps/custom.xml': custom });
  expect(await found('properties.docx', file)).toEqual([
    'author of the file’s properties: 15 Tilda Okvarn',
    'manager of the file’s properties: 15 Ruben Halvik',
    'property “Checked by” of the file: 15 Ana Felsmar',
    'property “Client” of the file: 2 Our OCHA colleague',
    'property “Client” of the file: 3 Our OCHA colleague',
    'tags of the file’s properties: 15 clerk.desk@velm-basin.example',
    'title of the file’s properties: 11 All but one',
  ]);
  const reason = value(await examineFile(world.core, join(dir, 'properties.docx'), 'unattributed')).findings.block.find(
    ({ quote }) => quote === 'Tilda Okvarn',
  )?.reason;
  expect(reason).toContain('File > Info > Inspect Document');
  expect((await found('properties.docx', file, 'named')).filter((one) => one.includes('Okvarn'))).toEqual([]);
});

it('[BSD-2] links, fields, alternative texts and linked pictures of a Word file are told with the paragraph', async () => {
  const body = [
    '<w:p><w:hyperlink r:id="r1"><w:r><w:t>the minutes</w:t></w:r></w:hyperlink><w:r><w:t> were agreed.</w:t></w:r></w:p>',
    p(
      'One more point.',
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "mailto:</w:instrText><w:instrText>t.okvarn@velm.example"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>Write to us</w:t><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    p(
      'A picture.',
      '<w:r><wp:docPr id="1" name="IMG_20331.jpg" descr="All but one supported this."/><pic:cNvPr id="1" name="Picture 1"><a:hlinkClick r:id="r2"/></pic:cNvPr></w:r>',
    ),
    p('See the table of contents.', '<w:fldSimple w:instr=" PAGEREF _Toc1234 \\h "><w:r><w:t>7</w:t></w:r></w:fldSimple>'),
  ].join('');
  const file = docx(body, {
    'word/_rels/document.xml.rels': relations({
      r1: 'https://drive.google.com/file/d/1a2b3c',
      r2: 'tel:+41 22 917 00 00',
      r3: 'https://cloud.velm.example/s/4711',
    }),
  });
  expect(await found('links.docx', file)).toEqual([
    'alternative text of a picture or shape in paragraph 5: 11 All but one',
    'field (press Alt+F9 to see it) in paragraph 4: 15 t.okvarn@velm.example',
    'link kept in the file (hyperlink): 15 https://cloud.velm.example/s/4711',
    'link of a picture or shape in paragraph 5: 15 +41 22 917 00 00',
    'link “the minutes” in paragraph 3: 15 https://drive.google.com/file/d/1a2b3c',
    'name of a picture or shape in paragraph 5: 15 IMG_20331.jpg',
  ]);
});

it('[BSD-3] a text box is told once, near what it stands by; notes nobody sees, authors of changes and files carried along are told', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('Our OCHA colleague agreed.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('Our OCHA colleague agreed.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  const change = '<w:p><w:ins w:author="Tilda Okvarn"><w:r><w:t>More time is needed.</w:t></w:r></w:ins></w:p>';
  const file = docx(p('The gauges were late.', box) + change, {
    'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="7">${p('All but one supported this.')}</w:footnote></w:footnotes>`,
    'word/header1.xml': `<w:hdr ${w}><w:p><w:del w:author="Tilda Okvarn"><w:r><w:delText>The Norwegian delegate doubted it.</w:delText></w:r></w:del></w:p></w:hdr>`,
    'word/embeddings/Notes.xlsx': 'PK',
    'word/diagrams/data1.xml': `<a:data ${w}><a:p><a:r><a:t>Joining from Nairobi, one speaker agreed.</a:t></a:r></a:p></a:data>`,
  });
  expect(await found('boxes.docx', file)).toEqual([
    'a file carried in the document: 15 Notes.xlsx',
    'author of a tracked change: 15 Tilda Okvarn',
    'footnote without a mark in the text: 11 All but one',
    'text box near “The gauges were late.”: 2 Our OCHA colleague',
    'text box near “The gauges were late.”: 3 Our OCHA colleague',
    'tracked deletion in the head of the pages: 2 The Norwegian delegate',
    'tracked deletion in the head of the pages: 8 Norwegian delegate',
    'words in a drawing: 8 Joining from Nairobi',
  ]);
});

it('[BSD-4] a part beside the text that is not well formed or declares a type is told, the text is checked all the same', async () => {
  const file = docx(p('All but one supported this.'), {
    'docProps/core.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    'customXml/item1.xml': `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`,
  });
  const all = await found('broken.docx', file);
  expect(all.filter((one) => one.startsWith('a part of the document'))).toEqual([
    'a part of the document: 15 customXml/item1.xml',
    'a part of the document: 15 docProps/core.xml',
  ]);
  expect(all.some((one) => one.includes('11 All but one'))).toBe(true);
});

it('[BSD-5] a part beside the text is under the same cap as the text', async () => {
  const big = docx('', { 'customXml/item1.xml': `<a>${'x y '.repeat(4_000_000)}</a>` });
  writeFileSync(join(dir, 'big.docx'), big);
  const read = await examineFile(world.core, join(dir, 'big.docx'), 'chatham-house');
  expect(read.ok ? 'read' : read.error.code).toBe('input/too-large');
});

it('[BSD-6] the head, links, alternative texts and remarks of a page in HTML, with their lines', async () => {
  const page = `<html><head><title>All but one supported this</title>
<meta name="author" content="Tilda Okvarn"><meta name="generator" content="Rapporteur"></head><body>
<h1>Report of a dialogue</h1><p>Several participants asked for more time.</p>
<p>See <a href="mailto:t.okvarn@velm.example">the minutes</a> and <a href="https://www.velm.example/reports">our site</a>.</p>
<img src="data:image/png;base64,AAAA" alt="All but one supported this.">
<!-- Our OCHA colleague agreed. -->
<nav>Joining from Nairobi, one speaker agreed.</nav></body></html>`;
  expect(await found('page.html', page)).toEqual([
    'alternative text (line 5): 11 All but one',
    'link “the minutes” (line 4): 15 t.okvarn@velm.example',
    'remark in the source (line 6): 2 Our OCHA colleague',
    'remark in the source (line 6): 3 Our OCHA colleague',
    'title of the page (line 1): 11 All but one',
    'title: 11 All but one',
    'words beside the text (line 7): 8 Joining from Nairobi',
    '“author” in the head of the page (line 2): 15 Tilda Okvarn',
  ]);
});

it('[BSD-7] targets, pictures and the head of a Markdown file, with their lines', async () => {
  const text =
    '---\nauthor: Tilda Okvarn\n---\n\n# Report of a dialogue\n\nSeveral participants asked for [more time](https://drive.google.com/file/d/1a2b3c "Our OCHA colleague agreed").\n\n![The Norwegian delegate doubted it](IMG_20331.jpg)\n\nSee [the list][1].\n\n[1]: mailto:t.okvarn@velm.example\n';
  const all = await found('text.md', text);
  for (const one of [
    '“author” at the head of the file (line 2): 15 Tilda Okvarn',
    'link “more time” (line 7): 15 https://drive.google.com/file/d/1a2b3c',
    'title of a link (line 7): 2 Our OCHA colleague',
    'source of a picture (line 9): 15 IMG_20331.jpg',
    'link (line 13): 15 t.okvarn@velm.example',
  ])
    expect(all).toContain(one);
  expect(all.some((one) => one.includes('2 The Norwegian delegate'))).toBe(true);
});

/** A PDF of one page, as any program may write it. */
function pdf(): string {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Ruben Halvik</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';
  const text = 'BT /F1 12 Tf 72 700 Td (Several participants asked for more time.) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R 8 0 R] >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Annot /Subtype /Link /Rect [72 690 200 712] /A << /S /URI /URI (mailto:t.okvarn@velm.example) >> >>',
    `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`,
    '<< /Type /Annot /Subtype /Text /Rect [300 690 320 712] /T (Ana Felsmar) /Contents (All but one supported this.) >>',
    '<< /Author (Tilda Okvarn) /Title (Our OCHA colleague agreed) /Producer (Some Engine) /Creator (Writer) >>',
  ];
  let out = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const start = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const start = out.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 9 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

it('[BSD-8] document information, XMP, links and comments of a PDF', async () => {
  expect(await found('page.pdf', pdf())).toEqual([
    'author of a comment on page 1: 15 Ana Felsmar',
    'author of the file’s properties: 15 Tilda Okvarn',
    'comment on page 1: 11 All but one',
    'creator of the file’s properties (XMP): 15 Ruben Halvik',
    expect.stringMatching(/^link.* on page 1: 15 t\.okvarn@velm\.example$/),
    'title of the file’s properties: 2 Our OCHA colleague',
    'title of the file’s properties: 3 Our OCHA colleague',
  ]);
});

it('[BSD-9] initials and names in the name of a file; languages, bodies and codes are free', async () => {
  const text = 'Report of a dialogue\n\nSeveral participants asked for more time.\n';
  expect(await found('notes-AL-final.txt', text)).toEqual(['name of the file: 15 AL']);
  expect(await found('Meeting Amb Okvarn.txt', text)).toEqual(['name of the file: 15 Amb Okvarn']);
  for (const name of ['AH26-14-Early-warning-final-EN.txt', 'HRC 61 draft report.txt', 'water_report_2026.txt'])
    expect(await found(name, text), name).toEqual([]);
});

it('[BSD-10] cells of a table, marks of portions and the line that marks a page are no notes and no letters of somebody', async () => {
  const row = (...cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
  const marked = ['The gauges were late.', 'The notes were sent.', 'One participant agreed.', 'Nobody replied.'].map((text) => p(`(C) ${text}`)).join('');
  const file = docx(
    `${marked}<w:tbl>${row('North', 'Four stations silent; permits still withheld', 'Low')}${row('East', 'Register published', 'High')}</w:tbl>`,
    {
      'word/header1.xml': `<w:hdr ${w}>${p('CONFIDENTIAL – MEMBERS ONLY')}</w:hdr>`,
    },
  );
  expect(await found('marked.docx', file)).toEqual([]);
  const note = await found('note.docx', docx(p('The gauges were late | check with Ana | in both years.')));
  expect(note).toEqual([expect.stringContaining('16 | check with Ana |')]);
});
