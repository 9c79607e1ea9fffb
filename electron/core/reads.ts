/** What was read from files and waits to be filed or made a draft. In memory only; the oldest go when it is too much. */
import type { ReadFile } from '../import/process.ts';

export interface Kept extends ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mostFiles = 500;
const mostBytes = 600_000_000;

export class Reads {
  readonly #kept = new Map<string, Kept>();

  keep(key: string, read: Kept): void {
    this.#kept.set(key, read);
    let bytes = [...this.#kept.values()].reduce((sum, one) => sum + one.bytes.byteLength, 0);
    for (const [old, { bytes: size }] of this.#kept) {
      if (this.#kept.size <= mostFiles && bytes <= mostBytes) return;
      this.#kept.delete(old);
      bytes -= size.byteLength;
    }
  }

  get(key: string): Kept | undefined {
    return this.#kept.get(key);
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}
