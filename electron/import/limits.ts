/** Caps on hostile input (SAFETY: "Hostile input"), counted on real bytes while streaming. */
export const limits = {
  fileBytes: 50 * 2 ** 20,
  zipEntries: 2000,
  xmlPartBytes: 10 * 2 ** 20,
  unpackedBytes: 100 * 2 ** 20,
  /** Unpacked to packed, above `ratioFromBytes`. */
  ratio: 100,
  ratioFromBytes: 100 * 2 ** 10,
  xmlDepth: 100,
  pages: 2000,
  millis: 20_000,
  memoryMb: 1024,
} as const;

/** A limit was crossed or the bytes are no such file; turned into a Result at the reader's edge. */
export class Refused extends Error {
  readonly code: 'input/unreadable' | 'input/too-large' | 'input/unsupported';
  constructor(code: Refused['code'], reason: string) {
    super(reason);
    this.code = code;
  }
}
