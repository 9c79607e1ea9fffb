/**
 * The encrypted bundle (.rapporteur): one draft, handed on under a passphrase.
 * "RAPPORTEUR BUNDLE 1\n", a line of JSON with the public parameters, then AES-256-GCM over the gzipped draft file.
 * The key is Argon2id of the passphrase; every public parameter is authenticated with the content.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { fail, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { parseDraft } from '../../shared/document/parse.ts';
import { derive, isCostAllowed, type KdfCost } from '../archive/key/kdf.ts';

const magic = 'RAPPORTEUR BUNDLE 1\n';
const tagBytes = 16;
/** A draft is refused above this many bytes once unpacked. */
const mostBytes = 400_000_000;

const base64 = z.base64().max(64);
const Header = z.strictObject({ cost: z.strictObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() }), salt: base64, nonce: base64 });

/** 256 MiB: what a laptop derives in under a second. */
export const bundleCost: KdfCost = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 };

/** Seals a draft. Each bundle has its own salt and nonce, so equal drafts give different bytes. */
export async function sealBundle(draft: Draft, passphrase: string, cost: KdfCost = bundleCost): Promise<Uint8Array> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const header = Buffer.from(`${magic}${JSON.stringify({ cost, salt: salt.toString('base64'), nonce: nonce.toString('base64') })}\n`);
  const key = await derive(passphrase, salt, cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
  const sealed = [cipher.update(gzipSync(Buffer.from(JSON.stringify(draft)))), cipher.final()];
  key.fill(0);
  return Buffer.concat([header, ...sealed, cipher.getAuthTag()]);
}

/** Opens a bundle. A wrong passphrase and a changed bundle look the same: both fail the authentication.
 *  @fails input/unreadable it is no bundle · bundle/wrong-passphrase · draft/* the draft in it */
export async function openBundle(bytes: Uint8Array, passphrase: string): Promise<Result<Draft>> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = split(whole);
  if (parts === null) return fail('input/unreadable', { file: '', reason: 'it is no bundle of Rapporteur' });
  const key = await derive(passphrase, Buffer.from(parts.header.salt, 'base64'), parts.header.cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(parts.header.nonce, 'base64')).setAAD(parts.bound).setAuthTag(parts.tag);
    const packed = Buffer.concat([decipher.update(parts.sealed), decipher.final()]);
    return parseDraft(JSON.parse(gunzipSync(packed, { maxOutputLength: mostBytes }).toString('utf8')));
  } catch {
    return fail('bundle/wrong-passphrase');
  } finally {
    key.fill(0);
  }
}

interface Parts {
  readonly header: z.infer<typeof Header>;
  readonly bound: Buffer;
  readonly sealed: Buffer;
  readonly tag: Buffer;
}

function split(whole: Buffer): Parts | null {
  if (whole.subarray(0, magic.length).toString('latin1') !== magic) return null;
  const end = whole.indexOf(0x0a, magic.length);
  if (end === -1 || end > 1000 || whole.byteLength < end + 1 + tagBytes) return null;
  try {
    const header = Header.parse(JSON.parse(whole.subarray(magic.length, end).toString('utf8')));
    if (!isCostAllowed(header.cost) || Buffer.from(header.nonce, 'base64').byteLength !== 12) return null;
    return { header, bound: whole.subarray(0, end + 1), sealed: whole.subarray(end + 1, -tagBytes), tag: whole.subarray(-tagBytes) };
  } catch {
    return null;
  }
}
