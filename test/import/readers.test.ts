/** Readers: what a format knows natively survives; what is hostile is refused with a code. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../electron/import/limits.ts';
import { read } from '../../electron/import/read.ts';
import { mapColumns, readTable } from '../../electron/import/table/read-table.ts';
import { decode, detect } from '../../electron/import/text/decode.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const w = (body: string) => `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
const docx = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const p = (text: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const refusal = async (input: Uint8Array, name: string) => {
  try {
    await read(input, name);
    return 'read';
  } catch (error) {
    return error instanceof Refused ? error.code : `thrown: ${String(error)}`;
  }
};

describe('encodings', () => {
  const accents = 'Un rapport publié à l’été : « la réponse », a-t-on noté. Señal temprana.';
  const mac: Record<string, number> = { é: 0x8e, à: 0x88, '’': 0xd5, '«': 0xc7, '»': 0xc8, ñ: 0x96 };
  const win: Record<string, number> = { é: 0xe9, à: 0xe0, '’': 0x92, '«': 0xab, '»': 0xbb, ñ: 0xf1 };
  const eightBit = (text: string, table: Record<string, number>) => Uint8Array.from([...text].map((c) => table[c] ?? c.charCodeAt(0)));
  it.each([
    ['utf-8', bytes(accents)],
    ['utf-16le', new Uint8Array(Buffer.from(accents, 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from(accents, 'utf16le').swap16())],
    ['windows-1252', eightBit(accents, win)],
    ['macintosh', eightBit(accents, mac)],
  ])('[IMP-1] %s is found and read', (encoding, input) => {
    expect(detect(input)).toBe(encoding);
    expect(decode(input).text).toBe(accents);
  });
  it('[IMP-2] line ends of every kind are one', () => expect(decode(bytes('a\r\nb\rc\u2028d\ne')).text).toBe('a\nb\nc\nd\ne'));
});

describe('DOCX', () => {
  it('[IMP-3] native numbering, styles, notes, tables and tracked changes', async () => {
    const numbering =
      '<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    const styles =
      '<w:styles xmlns:w="x"><w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="N"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>';
    const body = [
      p('Findings', '<w:pStyle w:val="T1"/>'),
      '<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Bold.</w:t></w:r><w:r><w:t xml:space="preserve"> Plain</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
      p('sub', '<w:pStyle w:val="N"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'),
      p('second', '<w:pStyle w:val="N"/>'),
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ].join('');
    const notes = '<w:footnotes xmlns:w="x"><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const { source } = await read(
      docx({ 'word/document.xml': w(body), 'word/styles.xml': styles, 'word/numbering.xml': numbering, 'word/footnotes.xml': notes }),
      'a.docx',
    );
    expect(source.lines.map(({ text, hint }) => [text, hint])).toEqual([
      ['Findings', { kind: 'heading', level: 1 }],
      ['Bold. Plain1', { kind: 'number', label: '1.', level: 1 }],
      ['sub', { kind: 'number', label: 'i.', level: 2 }],
      ['second', { kind: 'number', label: '2.', level: 1 }],
      ['a | b', { kind: 'row', cells: ['a', 'b'] }],
      ['A note.', { kind: 'note', mark: '1' }],
    ]);
    expect(source.lines[1]?.marks).toEqual([
      { start: 0, end: 5, mark: 'bold' },
      { start: 11, end: 12, mark: 'superscript' },
    ]);
    expect(source.notices).toEqual([expect.objectContaining({ code: 'tracked-deletion', text: 'gone' })]);
  });

  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${w(p('&b;'))}`;
  it.each<[string, Uint8Array, string]>([
    ['no ZIP file', bytes('not a zip'), 'input/unreadable'],
    ['half a file', docx({ 'word/document.xml': w(p('x'.repeat(5000))) }).subarray(0, 120), 'input/unreadable'],
    ['no Word text in it', docx({ 'a.txt': 'x' }), 'input/unreadable'],
    ['a document type', docx({ 'word/document.xml': laughs }), 'input/unreadable'],
    ['XML nested too deeply', docx({ 'word/document.xml': `${'<a>'.repeat(200)}${'</a>'.repeat(200)}` }), 'input/unreadable'],
    ['a part packed too densely', docx({ 'word/document.xml': w(p(' '.repeat(9_000_000))) }), 'input/too-large'],
    ['too many parts', docx(Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`p${n}`, '']))), 'input/too-large'],
    ['XML not well formed', docx({ 'word/document.xml': '<w:p><w:r>' }), 'input/unreadable'],
    ['an empty file', new Uint8Array(), 'input/unreadable'],
  ])('[IMP-4] %s is refused with a code', async (_, input, code) => expect(await refusal(input, 'a.docx')).toBe(code));
});

describe('other formats', () => {
  it('[IMP-5] HTML: scripts and styles are never read, lists and emphasis are', async () => {
    const { source } = await read(
      bytes(
        '<title>T</title><script>alert(1)</script><style>p{}</style><h2>Ideas</h2><ol><li>one <b>two</b><ul><li>deep</li></ul></li></ol><p onclick="x()">end</p>',
      ),
      'a.html',
    );
    expect(source.lines.map(({ text, hint }) => [text, hint?.kind])).toEqual([
      ['Ideas', 'heading'],
      ['one two', 'number'],
      ['deep', 'bullet'],
      ['end', undefined],
    ]);
    expect(source.title).toBe('T');
  });
  it('[IMP-6] Markdown: marks become marks, not characters', async () => {
    const { source } = await read(bytes('# Title\n\nA *negative* and **strong** point[^1].\n\n- one\n  - two\n\n1. first\n\n[^1]: The note.'), 'a.md');
    expect(source.lines.map(({ text, hint }) => [text, hint?.kind])).toEqual([
      ['Title', 'heading'],
      ['A negative and strong point1.', undefined],
      ['one', 'bullet'],
      ['two', 'bullet'],
      ['first', 'number'],
      ['The note.', 'note'],
    ]);
  });
  it('[IMP-7] tables: quotes, doubled quotes, line ends inside cells, columns by their headings', () => {
    const table = readTable('To,Text,From\nNorland,"Say ""yes"", then\nreport",Kestria\nArdane,Plain,"Sellane"\n');
    expect(table.rows).toEqual([
      ['Norland', 'Say "yes", then\nreport', 'Kestria'],
      ['Ardane', 'Plain', 'Sellane'],
    ]);
    expect([...mapColumns(table)]).toEqual([
      ['to', 0],
      ['text', 1],
      ['from', 2],
    ]);
  });
  it.each([
    ['a.exe', bytes('MZ'), 'input/unsupported'],
    ['a.pdf', bytes('%PDF-1.7 nothing'), 'input/unreadable'],
    ['a.txt', new Uint8Array(4000), 'input/unreadable'],
    ['a.json', bytes('{"format":"rapporteur/draft"}'), 'input/unsupported'],
  ])('[IMP-8] %s is refused with a code', async (name, input, code) => expect(await refusal(input, name)).toBe(code));
});
