/** What a PDF holds: its streams unpacked, its strings decoded, and its text as a reader sees it. */
import { inflateSync } from 'node:zlib';

/** Every stream, unpacked where it is Flate (object streams included), as bytes. */
export function pdfStreams(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') continue;
    const from = at + 6 + (buffer[at + 6] === 0x0d ? (buffer[at + 7] === 0x0a ? 2 : 1) : 1);
    const end = buffer.indexOf('endstream', from);
    if (end < 0) break;
    found.push(inflated(buffer.subarray(from, end)));
    at = end;
  }
  return found;
}

/** The objects of a PDF without the contents of their streams. */
export function outsideStreams(source: string): string {
  return source.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream');
}

/** Flate data unpacked, as far as it goes; anything else as it is. */
function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { finishFlush: 2 });
  } catch {
    return data;
  }
}

/** Literal and hexadecimal strings and names in a piece of PDF, decoded (escapes, UTF-16). Strings of one text operator are joined. */
export function pdfStrings(source: string): string[] {
  const literal = [...source.matchAll(/\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)/g)].map((match) => decode(unescaped(match[1] ?? '')));
  const hex = [...source.matchAll(/<([0-9a-fA-F\s]{4,})>/g)].map((match) => decode(Buffer.from((match[1] ?? '').replace(/\s/g, ''), 'hex').toString('latin1')));
  const names = [...source.matchAll(/\/([^\s/()<>[\]{}%]*#[0-9a-fA-F]{2}[^\s/()<>[\]{}%]*)/g)].map((match) =>
    decode((match[1] ?? '').replace(/#([0-9a-fA-F]{2})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))),
  );
  return [...literal, ...hex, ...names, literal.join(''), hex.join('')];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_all, octal: string | undefined, sign: string | undefined) =>
    octal !== undefined ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : sign === undefined ? '' : (escapes[sign] ?? sign),
  );
}

/** PDFDocEncoding is near enough to Latin-1 for names; UTF-16 and UTF-8 begin with their marks. */
function decode(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff'))
    return Buffer.from(buffer.subarray(2, 2 + ((buffer.length - 2) & ~1)))
      .swap16()
      .toString('utf16le');
  if (bytes.startsWith('\xff\xfe')) return buffer.subarray(2).toString('utf16le');
  return bytes.startsWith('\xef\xbb\xbf') ? buffer.subarray(3).toString('utf8') : bytes;
}

export interface ReadPdf {
  /** Text of each page, in order, through the fonts' own tables. */
  readonly pages: readonly string[];
  /** Document information, outline, attachments, annotations: where, and what. */
  readonly facts: readonly (readonly [string, string])[];
}

/** What a reader sees. @throws where pdf.js cannot open the file */
export async function pdfFacts(bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const { info, metadata } = await pdf.getMetadata();
    const facts: [string, string][] = [
      ['the document information', JSON.stringify([info, metadata?.getRaw()])],
      ['the outline', JSON.stringify(await pdf.getOutline())],
      ['the attachments', JSON.stringify(await pdf.getAttachments())],
    ];
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      const annotations = await page.getAnnotations();
      if (annotations.length > 0) facts.push([`the annotations of page ${number}`, JSON.stringify(annotations)]);
      page.cleanup();
    }
    return { pages, facts };
  } finally {
    await task.destroy();
  }
}
