/** A bounded unzip: names, sizes and ratio are counted on real bytes, never believed. Only wanted parts are inflated. */
import { Unzip, UnzipInflate } from 'fflate';
import { limits, Refused } from '../limits.ts';

/** The wanted parts of a ZIP file by name.
 *  @throws Refused  too many entries, too large, too dense, or no ZIP file at all */
export function unzipBounded(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04)) throw new Refused('input/unreadable', 'it is no Word document');
  if (!hasDirectory(bytes)) throw new Refused('input/unreadable', 'it is incomplete: its directory is missing');
  const parts = new Map<string, Uint8Array>();
  let entries = 0;
  let total = 0;
  // Kept, not thrown: the inflater catches what its listeners throw.
  let refused: Refused | null = null;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > limits.zipEntries) throw new Refused('input/too-large', 'it holds too many parts');
    if (!wanted(file.name) || parts.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (refused !== null) return;
      size += chunk?.length ?? 0;
      total += chunk?.length ?? 0;
      refused = error === null ? overLimit(size, total, bytes.length) : new Refused('input/unreadable', 'a part of it is damaged');
      if (refused !== null) return;
      chunks.push(chunk);
      if (final) parts.set(file.name, join(chunks, size));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  pushAll(unzip, bytes, () => refused);
  return parts;
}

function overLimit(size: number, total: number, packed: number): Refused | null {
  if (size > limits.xmlPartBytes || total > limits.unpackedBytes) return new Refused('input/too-large', 'a part of it is too large');
  return total > limits.ratioFromBytes && total > packed * limits.ratio ? new Refused('input/too-large', 'it is packed too densely') : null;
}

/** In slices, so that a dense stream is stopped early. */
function pushAll(unzip: Unzip, bytes: Uint8Array, refused: () => Refused | null): void {
  const slice = 16 * 1024;
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
      const why = refused();
      if (why !== null) throw why;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('input/unreadable', 'it is damaged');
  }
}

/** The end-of-directory record stands within the last 64 KB. */
function hasDirectory(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 0x05 && bytes[at + 3] === 0x06) return true;
  }
  return false;
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
