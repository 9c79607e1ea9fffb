/** Hostile input: whatever the bytes, an import ends parsed or as a typed refusal, in bounded time and memory (SAFETY: "Hostile input"). */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits, Refused } from '../../electron/import/limits.ts';
import { readFile } from '../../electron/import/process.ts';
import { read } from '../../electron/import/read.ts';
import { recognise } from '../../electron/import/recognise/recognise.ts';
import { Imported } from '../../shared/contract/calls/import.ts';

/** Mulberry32: the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const word = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styles = '<w:styles xmlns:w="x"><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>';
const numbering =
  '<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const sentences = ['A warning deserves a reader.', 'Several participants felt that silence is a reply.', 'States should answer within fourteen days.'];
const docx = () => {
  const body = word(Array.from({ length: 40 }, (_, n) => paragraph(sentences[n % 3] ?? '')).join(''));
  return zipSync({ 'word/document.xml': strToU8(body), 'word/styles.xml': strToU8(styles), 'word/numbering.xml': strToU8(numbering) }, { level: 6 });
};

/** A small PDF of one page, written by hand. */
const pdf = () => {
  const stream = `BT /F1 11 Tf 72 760 Td ${Array.from({ length: 30 }, (_, n) => `(${n + 1}. ${sentences[n % 3]}) Tj 0 -18 Td`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  return strToU8(`${out}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`);
};

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { source, table } = await read(bytes, name);
    Imported.parse(recognise(source, { file: name, template: 'auto', table: table ?? null }));
    return 'read';
  } catch (error) {
    return error instanceof Refused ? error.code : `thrown: ${String(error)}`;
  }
}
const typed = ['read', 'input/unreadable', 'input/too-large', 'input/unsupported'];

/** Flips, cuts, doubles, zeroes and swaps runs of bytes. */
function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  const out = new Uint8Array(bytes);
  const at = () => Math.floor(next() * out.length);
  for (let times = 1 + Math.floor(next() * 6); times > 0; times--) {
    const [from, length] = [at(), 1 + Math.floor(next() * 40)];
    const kind = Math.floor(next() * 5);
    if (kind === 0) out[from] = (out[from] ?? 0) ^ (1 << Math.floor(next() * 8));
    else if (kind === 1) out.fill(0, from, from + length);
    else if (kind === 2) out.set(out.slice(from, Math.min(out.length, from + length)), Math.max(0, Math.min(at(), out.length - length)));
    else if (kind === 3) out.fill(Math.floor(next() * 256), from, from + length);
    else return out.slice(0, Math.max(1, from));
  }
  return out;
}

/** Structure-aware: the XML inside a sound ZIP is broken, or its tags are repeated and nested. */
function brokenXml(next: () => number): Uint8Array {
  let text = word(Array.from({ length: 12 }, (_, n) => paragraph(sentences[n % 3] ?? '')).join(''));
  const at = Math.floor(next() * text.length);
  const inserts = [
    '</w:p>',
    '<w:tbl><w:tr><w:tc>',
    '&#0;',
    '&undefined;',
    '<w:numId w:val="__proto__"/>',
    '<w:ilvl w:val="-9e99"/>',
    '<w:pStyle w:val="constructor"/>',
    '\uffff',
    '<w:del>',
    '<w:footnoteReference w:id="1"/>',
    '<![CDATA[',
    '<?x?>',
  ];
  text = text.slice(0, at) + (inserts[Math.floor(next() * inserts.length)] ?? '') + text.slice(at);
  return zipSync({ 'word/document.xml': strToU8(text), 'word/numbering.xml': strToU8(numbering) });
}

const long = process.env['RAPPORTEUR_LONG'] === undefined ? 1 : 16;

describe('[SAF-IMP-1] mutated files end parsed or refused', () => {
  const seed = 20261120;
  it.each([
    ['docx', 'a.docx', 110 * long, (next: () => number) => mutated(docx(), next)],
    ['docx parts', 'b.docx', 90 * long, (next: () => number) => brokenXml(next)],
    ['pdf', 'c.pdf', 100 * long, (next: () => number) => mutated(pdf(), next)],
  ])(
    `%s, seed ${seed}`,
    async (_, name, count, make) => {
      const next = random(seed);
      const odd: string[] = [];
      for (let n = 0; n < count; n++) {
        const result = await outcome(make(next), name);
        if (!typed.includes(result)) odd.push(`case ${n}: ${result}`);
      }
      expect(odd).toEqual([]);
    },
    120_000,
  );

  it('the files that are mutated are read when they are whole', async () => {
    expect(await outcome(docx(), 'a.docx')).toBe('read');
    expect(await outcome(pdf(), 'c.pdf')).toBe('read');
  });
});

describe('[SAF-IMP-2] known attacks', () => {
  const parts = (entries: Record<string, Uint8Array>) => zipSync(entries);
  it('a ZIP bomb is refused before it is unpacked', async () => {
    const bomb = parts({ 'word/document.xml': new Uint8Array(30 * 2 ** 20) });
    expect(await outcome(bomb, 'bomb.docx')).toBe('input/too-large');
  });
  it('too many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.zipEntries + 1 }, (_, n) => [`word/x${n}.xml`, strToU8('x')]));
    expect(await outcome(parts(many), 'many.docx')).toBe('input/too-large');
  });
  it('names that climb or poison are never files', async () => {
    const bytes = parts({ '../../evil.xml': strToU8('x'), __proto__x: strToU8('x'), 'word/document.xml': strToU8(word(paragraph('Fine words stand here.'))) });
    expect(await outcome(bytes, 'names.docx')).toBe('read');
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined();
  });
  it('billion laughs and external entities', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await outcome(parts({ 'word/document.xml': strToU8(laughs) }), 'laughs.docx')).toBe('input/unreadable');
  });
  it('XML nested beyond measure', async () => {
    const deep = word(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`);
    expect(await outcome(parts({ 'word/document.xml': strToU8(deep) }), 'deep.docx')).toBe('input/unreadable');
  });
  it('text that makes patterns slow ends in time', async () => {
    const slow = [
      `${'a '.repeat(40_000)}!`,
      '“'.repeat(20_000),
      `${'*'.repeat(30_000)}x`,
      `${'(see '.repeat(20_000)}`,
      `${'1. '.repeat(30_000)}`,
      `${'One participant said that '.repeat(8000)}`,
      `${'['.repeat(20_000)}](`,
      `${'\t'.repeat(20_000)}1`,
    ];
    for (const text of slow) expect(await outcome(strToU8(text), 'slow.txt')).toBe('read');
  }, 60_000);
  it.each(['x.json', 'x.exe', 'x.doc', 'x.xlsx', 'x.zip'])('%s is refused with a code', async (name) => {
    expect(['input/unsupported', 'input/unreadable']).toContain(await outcome(strToU8('{"a":1}'), name));
  });
});

describe('[SAF-IMP-3] the disposable process', () => {
  it('answers for a sound file and refuses a broken one, with its name', async () => {
    const good = await readFile({ bytes: docx(), name: '/somewhere/else/a.docx' });
    expect(good.ok && good.value.imported.file).toBe('a.docx');
    const bad = await readFile({ bytes: strToU8('not a zip'), name: 'b.docx' });
    expect(bad).toMatchObject({ ok: false, error: { code: 'input/unreadable', detail: { file: 'b.docx' } } });
  });
  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const reading = readFile({ bytes: docx(), name: 'a.docx' }, { signal: stop.signal });
    stop.abort();
    expect(await reading).toMatchObject({ ok: false, error: { code: 'host/cancelled' } });
  });
});
