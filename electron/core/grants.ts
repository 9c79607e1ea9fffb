/**
 * One-use tokens. The page never sends a path: a host's dialog, an upload or the command line grants a token for a path or
 * for bytes, and a handler redeems it once. What an export made in memory waits here for its download in the same way.
 */
import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/contract/result.ts';

export type Grant =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string }
  /** An upload, or a finished file on its way to the page: never written to disk. */
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  /** Where exports go when the host hands files on as downloads. */
  | { readonly kind: 'downloads' };

/** How much may wait in memory: beyond it the oldest grants of bytes are dropped. */
const capBytes = 400_000_000;

export class Grants {
  readonly #granted = new Map<string, Grant>();

  /** Returns the token. */
  grant(grant: Grant): string {
    const token = randomUUID();
    this.#granted.set(token, grant);
    this.#shed();
    return token;
  }

  /** Gives what a token stands for, once. @fails host/forbidden unknown, used, or of another kind */
  redeem<K extends Grant['kind']>(token: string, ...kinds: readonly K[]): Result<Extract<Grant, { kind: K }>> {
    const grant = this.#granted.get(token);
    if (grant === undefined || !kinds.some((kind) => kind === grant.kind)) return fail('host/forbidden');
    this.#granted.delete(token);
    return ok(grant as Extract<Grant, { kind: K }>);
  }

  #shed(): void {
    let held = 0;
    for (const grant of this.#granted.values()) if (grant.kind === 'bytes') held += grant.bytes.byteLength;
    for (const [token, grant] of this.#granted) {
      if (held <= capBytes) return;
      if (grant.kind !== 'bytes') continue;
      held -= grant.bytes.byteLength;
      this.#granted.delete(token);
    }
  }
}
