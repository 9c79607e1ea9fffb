/** Writes a ZIP file whose bytes depend on nothing but its entries: fixed time, no extra fields, one compressor in plain JavaScript
 *  (zlib's own output differs between processors). What is the same in every document is compressed once. */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pictures are compressed already. */
  readonly store: boolean;
}

interface Packed {
  readonly data: Uint8Array;
  readonly crc: number;
}

/** 1 January 1980, the earliest day that the format can hold. */
const day = 33;

const packed = new WeakMap<Uint8Array, Packed>();

/** Entries in the order given. Names are plain ASCII, as those of a document's parts are. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const own = pack(entry);
    const head = header(entry, own);
    const name = Buffer.from(entry.name, 'latin1');
    local.push(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, name, own.data]));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, rest, name]));
    offset += 30 + name.length + own.data.length;
  }
  const size = central.reduce((all, part) => all + part.length, 0);
  return Buffer.concat([...local, ...central, end(entries.length, size, offset)]);
}

function pack({ bytes, store }: ZipEntry): Packed {
  const known = packed.get(bytes);
  if (known !== undefined) return known;
  const made = { data: store ? bytes : deflateSync(bytes, { level: 6 }), crc: crc32(bytes) };
  packed.set(bytes, made);
  return made;
}

/** The 26 bytes that both kinds of header share, from the version needed to the length of the extra field. */
function header({ name, bytes, store }: ZipEntry, { data, crc }: Packed): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(store ? 0 : 8, 4);
  head.writeUInt16LE(day, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\u0005\u0006', 'latin1');
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
