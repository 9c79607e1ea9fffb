/** What a picture holds besides its pixels. */
import { inflateSync } from 'node:zlib';

/** Unpacked text chunks of a PNG (zTXt, iTXt, iCCP, and any other chunk whose data is Flate). Plain chunks are read with the whole file. */
export function pngTexts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'zTXt' || type === 'iTXt' || type === 'iCCP') found.push(...unpacked(data));
    at += 12 + length;
  }
  return found;
}

/** Flate data begins after a keyword and its marks; where it begins is tried out. */
function unpacked(data: Uint8Array): Uint8Array[] {
  for (let from = 1; from < Math.min(data.length, 200); from += 1) {
    if ((data[from] ?? 0) !== 0x78) continue;
    try {
      return [inflateSync(data.subarray(from), { finishFlush: 2 })];
    } catch {}
  }
  return [];
}
