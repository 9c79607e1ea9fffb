/** AES-256-GCM with public parameters as additional data, and keys derived from keys by HKDF-SHA256. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

const base64 = z.base64();

/** A sealed value as it is stored in JSON; all three parts are base64. */
export const Sealed = z.strictObject({ nonce: base64, data: base64, tag: base64 });
export type Sealed = z.infer<typeof Sealed>;

/** A key for one purpose; `info` names the purpose, so no key ever serves two. */
export function subkey(key: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, 32));
}

/** Encrypts under a fresh nonce. `bound` is not encrypted, but opening fails when it differs by a byte. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce: nonce.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

/** Null when the key, the text or what it was bound to is not the same as at sealing. */
export function unseal(key: Uint8Array, sealed: Sealed, bound: string): Buffer | null {
  const [nonce, tag] = [Buffer.from(sealed.nonce, 'base64'), Buffer.from(sealed.tag, 'base64')];
  if (nonce.length !== 12 || tag.length !== 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]);
  } catch {
    return null;
  }
}
