/** Text hidden in encodings: entities, percent signs, quoted-printable, base64, hexadecimal, UTF-16. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', zwj: '', zwnj: '' };

/** Entities of XML and HTML decoded. */
export function entities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? all;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

/** The words of a marked-up text, with tags taken out so that runs join; the ends of paragraphs and cells stay ends. */
export function withoutTags(markup: string): string {
  const ends = /<\/(?:w:p|w:tc|p|li|td|th|h\d|div|dd|dt|figcaption|caption|title|option)\s*>|<(?:w:br|w:tab|w:cr|br|hr)\b[^>]*>/gi;
  return entities(
    markup
      .replace(/<(script|style|w:instrText)\b[^>]*>.*?<\/\1>/gis, ' ')
      .replace(ends, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}

/** All further readings of a text: each decoding that changes it. */
export function readings(text: string): string[] {
  const found: string[] = [];
  if (/&[#a-z]/i.test(text)) found.push(entities(text));
  if (/%[0-9a-f]{2}/i.test(text))
    found.push(bytesToText(text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))));
  if (/=[0-9A-F]{2}/.test(text))
    found.push(bytesToText(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))));
  if (/\\u[0-9a-f]{4}/i.test(text)) found.push(text.replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  return found;
}

/** Bytes of base64 (8 characters or more, also with line ends) found in a text. */
export function base64Parts(text: string): Uint8Array[] {
  return [...text.matchAll(/(?:[A-Za-z0-9+/_-]{4}(?:\r?\n)?){2,}(?:[A-Za-z0-9+/_-]{2,3}={0,2})?/g)].map(([part]) =>
    Buffer.from(part.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/'), 'base64'),
  );
}

/** Bytes of hexadecimal strings of 8 digits or more. */
export function hexParts(text: string): Uint8Array[] {
  return [...text.matchAll(/(?:[0-9a-f]{2}[ \r\n]?){4,}/gi)].map(([part]) => Buffer.from(part.replace(/[ \r\n]/g, ''), 'hex'));
}

/** A string whose characters are bytes, read as UTF-8 where it is that. */
export function bytesToText(bytes: string): string {
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? bytes : text;
}

/** Every reading of bytes as characters: UTF-8 or Latin-1, and UTF-16 in both orders where zero bytes speak for it. */
export function charactersOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf8 = buffer.toString('utf8');
  const texts = [utf8.includes('\ufffd') ? buffer.toString('latin1') : utf8];
  if (bytes.includes(0)) {
    const even = Buffer.from(buffer.subarray(0, buffer.length & ~1));
    const shifted = Buffer.from(buffer.subarray(1, 1 + ((buffer.length - 1) & ~1)));
    texts.push(even.toString('utf16le'), shifted.toString('utf16le'));
  }
  return texts;
}

/** Takes the names of typefaces out of markup where formats put them: "Georgia" is also a State. */
export function withoutTypefaces(text: string): string {
  return text
    .replace(/font(?:-family)?:[^;}]*/g, 'font:')
    .replace(/(["'])(?:Georgia|Calibri|Cambria|SimSun|Symbol|Courier New|Times New Roman|Source \w+ \d|Noto [\w ]+)\1/g, '""');
}

/** Runs of six signs or more among bytes that are no text: ASCII with the two-byte letters of UTF-8, and UTF-16 in both orders. */
export function charactersInNoise(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const utf8 = (latin.match(/(?:[ -~]|[\u00c3-\u00c5][\u0080-\u00bf]){6,}/g) ?? []).map(bytesToText);
  const little = (latin.match(/(?:[ -~]\0){6,}/g) ?? []).map((run) => run.replaceAll('\0', ''));
  const big = (latin.match(/(?:\0[ -~]){6,}/g) ?? []).map((run) => run.replaceAll('\0', ''));
  return [...utf8, ...little, ...big].join('\n');
}
