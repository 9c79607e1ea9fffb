/** Unpacks a file to its last byte stream, whatever lies in whatever. */
import { isUtf8 } from 'node:buffer';
import { gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { isHouseFont } from '../docx/fonts.ts';
import { base64Parts, bytesToText, charactersInNoise, charactersOf, entities, hexParts, readings, withoutTags, withoutTypefaces } from './encodings.ts';
import { pngTexts } from './image-streams.ts';
import { outsideStreams, pdfFacts, pdfStreams, pdfStrings, type ReadPdf } from './pdf-streams.ts';
import type { Stream } from './stream.ts';

export interface Opened {
  readonly streams: readonly Stream[];
  /** Text of each page, for a PDF; null for formats without pages. */
  readonly pages: readonly string[] | null;
}

const depthCap = 6;

/** All readings of all streams of a file, its name included.
 *  @throws where a container or a PDF cannot be opened again: then it is not the document that was meant */
export async function openFile(bytes: Uint8Array, name: string): Promise<Opened> {
  const found: Stream[] = [{ name: 'the file name', text: name.replace(/[-_.]/g, ' '), kind: 'words' }];
  const pdf: ReadPdf[] = [];
  await unpack(bytes, name, 0, { found, pdf });
  return { streams: found, pages: pdf[0]?.pages ?? null };
}

interface Collected {
  readonly found: Stream[];
  readonly pdf: ReadPdf[];
}

async function unpack(bytes: Uint8Array, name: string, depth: number, into: Collected): Promise<void> {
  if (depth > depthCap || bytes.length === 0 || isHouseFont(bytes)) return;
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === 'PK\u0003\u0004') await unpackZip(bytes, name, depth, into);
  else if (head === '%PDF') await unpackPdf(bytes, name, depth, into);
  else if (head === '\x89PNG') {
    into.found.push(...bare(bytes, name));
    for (const data of pngTexts(bytes)) await unpack(data, `${name} (text chunk)`, depth + 1, into);
  } else if (head.startsWith('\xff\xd8\xff')) into.found.push(...bare(bytes, name));
  else await unpackOther(bytes, name, depth, into);
}

/** The characters in bytes that are no text. */
function bare(bytes: Uint8Array, name: string): Stream[] {
  return [{ name, text: charactersInNoise(bytes), kind: 'noise' }];
}

/** Parts, their names, and what stands between them: comments and extra fields of the directory. */
async function unpackZip(bytes: Uint8Array, name: string, depth: number, into: Collected): Promise<void> {
  const parts = Object.entries(unzipSync(bytes));
  const directory = Buffer.from(bytes).lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const from = directory < 0 ? 0 : Buffer.from(bytes).readUInt32LE(directory + 16);
  into.found.push({ name: `${name} (directory)`, text: Buffer.from(bytes.subarray(from)).toString('latin1'), kind: 'syntax' });
  for (const [part, data] of parts) {
    into.found.push({ name: `${part} (its name)`, text: part.replace(/[-_.]/g, ' '), kind: 'syntax' });
    await unpack(data, part, depth + 1, into);
  }
}

async function unpackPdf(bytes: Uint8Array, name: string, depth: number, into: Collected): Promise<void> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const streams = pdfStreams(bytes);
  const outside = outsideStreams(source);
  into.found.push({ name, text: outside, kind: 'syntax' }, { name: `${name} (strings)`, text: pdfStrings(outside).join('\n'), kind: 'syntax' });
  for (const [n, data] of streams.entries()) {
    const label = `stream ${n + 1} of ${name}`;
    const content = Buffer.from(data).toString('latin1');
    if (!printable(content)) into.found.push(...bare(data, label));
    else
      into.found.push(
        { name: label, text: bytesToText(content), kind: 'syntax' },
        { name: `${label} (strings)`, text: pdfStrings(content).join('\n'), kind: 'syntax' },
      );
    if (/^(PK|%PDF|\x89PNG|\xff\xd8\xff)/.test(content.slice(0, 4)) || (printable(content) && content.includes('<')))
      await unpack(data, label, depth + 1, into);
  }
  const read = await pdfFacts(bytes);
  into.pdf.push(read);
  for (const [n, text] of read.pages.entries()) {
    const joined = text.replace(/-\n/g, '').replace(/\n/g, ' ');
    for (const words of new Set([text, joined])) into.found.push({ name: `page ${n + 1}`, text: words, kind: 'words' });
  }
  for (const [fact, text] of read.facts) into.found.push({ name: fact, text, kind: 'syntax' });
}

/** Mostly signs that are meant to be read; fonts and pixels are not. */
function printable(text: string): boolean {
  const sample = text.slice(0, 4000);
  return sample.replace(/[^\x20-\x7e\s]/g, '').length > sample.length * 0.8;
}

/** UTF-8 to the last byte, or UTF-16 that says so. */
function isText(bytes: Uint8Array): boolean {
  const mark = ((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff || isUtf8(bytes);
}

async function unpackOther(bytes: Uint8Array, name: string, depth: number, into: Collected): Promise<void> {
  const inner = decompressed(bytes);
  if (inner !== null) return unpack(inner, `${name} (unpacked)`, depth + 1, into);
  const texts = charactersOf(bytes);
  const first = texts[0] ?? '';
  if (!printable(first) && !isText(bytes)) return void into.found.push(...bare(bytes, name));
  for (const text of texts.map(withoutTypefaces)) {
    const marked = /<[a-z!?/]/i.test(text);
    into.found.push({ name, text, kind: marked || /\.json$/.test(name) ? 'syntax' : 'words' });
    if (marked) into.found.push({ name, text: entities(text), kind: 'syntax' }, { name: `${name} (words)`, text: withoutTags(text), kind: 'words' });
    for (const reading of readings(text)) into.found.push({ name: `${name} (decoded)`, text: reading, kind: 'syntax' });
  }
  for (const part of [...base64Parts(first), ...hexParts(first)]) await unpackPart(part, name, depth, into);
}

/** What base64 or hexadecimal yields is read where it is a file of a known kind, or text; anything else is chance. */
async function unpackPart(part: Uint8Array, name: string, depth: number, into: Collected): Promise<void> {
  const head = Buffer.from(part.subarray(0, 4)).toString('latin1');
  if (['PK\u0003\u0004', '%PDF', '\x89PNG'].includes(head) || head.startsWith('\xff\xd8\xff')) return unpack(part, `${name} (embedded)`, depth + 1, into);
  for (const text of charactersOf(part)) if (text.length >= 4 && printable(text)) into.found.push({ name: `${name} (encoded)`, text, kind: 'syntax' });
}

function decompressed(bytes: Uint8Array): Uint8Array | null {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (bytes[0] === 0x78 && ((bytes[0] << 8) + (bytes[1] ?? 0)) % 31 === 0) return inflateSync(bytes);
  } catch {}
  return null;
}
