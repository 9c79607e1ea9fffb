/** Bytes to text: UTF-8, UTF-16, Windows-1252, Mac Roman; line ends of every kind. */
import { Refused } from '../limits.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/** The text with "\n" line ends and no byte order mark, and the encoding that was found. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = detect(bytes);
  const text = new TextDecoder(encoding, { fatal: false }).decode(bytes).replace(/^\uFEFF/, '');
  if (looksBinary(text)) throw new Refused('input/unreadable', 'it is no text file');
  return { text: text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n'), encoding };
}

/** Byte order mark first; then UTF-16 by its zero bytes; then whether it is well-formed UTF-8; else the better of two 8-bit tables. */
export function detect(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const half = head.length / 2;
  if ((zeros[1] ?? 0) > half * 0.4 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.4 && (zeros[1] ?? 0) < half * 0.1) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return score(bytes, 'macintosh') > score(bytes, 'windows-1252') ? 'macintosh' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How plausible the bytes above 0x7f read: letters inside words, quotation marks at their edges. Mac files end lines with a bare CR. */
function score(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const inWords = text.match(/\p{Ll}[éèêëàâäçîïôöùûüñáíóúãõåøæœß’]\p{Ll}|\p{Ll}[éàçñ’](?=[\s,.])/gu)?.length ?? 0;
  const edges = text.match(/[\s(][“‘«–—•]|[”’»](?=[\s,.;)])/gu)?.length ?? 0;
  const wrong = text.match(/[\u0080-\u009f¬ˆ˜†‡‰Œﬂﬁ∆∂√∫Ω◊¶§¤¦]|\p{Ll}[ÀÈÉÊŠŽŸÕÒÓÔ]\p{Ll}/gu)?.length ?? 0;
  const macLines = encoding === 'macintosh' && /\r(?!\n)/.test(text) ? 1 : 0;
  return inWords + edges - 2 * wrong + macLines;
}

/** More than one control character in 200 is no text. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return controls > head.length / 200;
}
