/** The key header: two files with generation numbers, written in turn, so that one whole header always stands. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Secret } from '../archive.ts';
import { replaceFile } from '../files.ts';
import { parseRecoveryKey } from './recovery.ts';
import { subkey } from './seal.ts';
import { openPassphraseSlot, openRecoverySlot, PassphraseSlot, RecoverySlot } from './slots.ts';

export const headerFiles = ['header.a.json', 'header.b.json'] as const;
type HeaderFile = (typeof headerFiles)[number];

const Parts = z.strictObject({
  format: z.literal('rapporteur/archive'),
  version: z.literal(1),
  archive: z.string(),
  generation: z.int().min(1),
  passphrase: PassphraseSlot,
  recovery: RecoverySlot,
});
export type HeaderParts = z.infer<typeof Parts>;

/** `seal`: HMAC-SHA256 over all parts under a key made from the data key, so that no part can be exchanged. */
const Header = Parts.extend({ seal: z.base64() });
type Header = z.infer<typeof Header>;

interface Found {
  readonly file: HeaderFile;
  readonly header: Header;
}

/** What a folder's header opened to. `stale` names header files that do not hold this newest state. */
export interface Unlocked {
  readonly dataKey: Buffer;
  readonly parts: HeaderParts;
  readonly stale: readonly HeaderFile[];
}

/** Writes both files, one after the other; `newest` last is the higher generation. Each write is whole or not at all. */
export function writeHeader(folder: string, dataKey: Uint8Array, parts: HeaderParts, files: readonly HeaderFile[] = headerFiles): Result<void> {
  for (const file of files) {
    const written = replaceFile(join(folder, file), Buffer.from(`${JSON.stringify(sealed(parts, dataKey), null, 1)}\n`));
    if (!written.ok) return written;
    const again = readOne(folder, file);
    if (again.state !== 'whole' || !isSealed(again.found.header, dataKey)) return fail('archive/not-writable', { reason: 'the key header did not read back' });
  }
  return ok(undefined);
}

/** Changes the header in turn: the older file first, and only when that one reads back, the other. */
export function rewriteHeader(folder: string, dataKey: Uint8Array, unlocked: Unlocked, changed: Pick<HeaderParts, 'passphrase'>): Result<HeaderParts> {
  const parts = { ...unlocked.parts, ...changed, generation: unlocked.parts.generation + 1 };
  const [first, second] = unlocked.stale.includes('header.b.json') ? (['header.b.json', 'header.a.json'] as const) : headerFiles;
  const written = writeHeader(folder, dataKey, parts, [first, second]);
  return written.ok ? ok(parts) : written;
}

/** Opens the newest header that the secret fits.
 *  @fails archive/none              no header here
 *  @fails archive/newer-version     written by a later version of the program
 *  @fails archive/damaged           header files, but none that is whole
 *  @fails archive/wrong-passphrase  no slot opens; nothing was written */
export async function unlockHeader(folder: string, secret: Secret): Promise<Result<Unlocked>> {
  const read = headerFiles.map((file) => readOne(folder, file));
  if (read.every((one) => one.state === 'absent')) return fail('archive/none');
  const found = read.flatMap((one) => (one.state === 'whole' ? [one.found] : [])).sort((a, b) => b.header.generation - a.header.generation);
  if (found.length === 0) return read.some((one) => one.state === 'newer') ? fail('archive/newer-version') : fail('archive/damaged', { at: 'key header' });
  const opened = new Map<string, Buffer | null>();
  for (const { header } of found) {
    const slot = JSON.stringify('passphrase' in secret ? header.passphrase : header.recovery);
    const dataKey = opened.get(slot) ?? (opened.has(slot) ? null : await openSlot(header, secret));
    opened.set(slot, dataKey);
    if (dataKey === null || dataKey.length !== 32 || !isSealed(header, dataKey)) continue;
    const { seal: _, ...parts } = header;
    return ok({ dataKey, parts, stale: headerFiles.filter((file) => !found.some((one) => one.file === file && isSame(one.header, header))) });
  }
  return fail('archive/wrong-passphrase');
}

function isSame(a: Header, b: Header): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function openSlot(header: Header, secret: Secret): Promise<Buffer | null> {
  if ('passphrase' in secret) return openPassphraseSlot(header.archive, header.passphrase, secret.passphrase);
  const key = parseRecoveryKey(secret.recoveryKey);
  return key === null ? null : openRecoverySlot(header.archive, header.recovery, key);
}

type Read = { readonly state: 'absent' | 'broken' | 'newer' } | { readonly state: 'whole'; readonly found: Found };

function readOne(folder: string, file: HeaderFile): Read {
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    return { state: 'absent' };
  }
  try {
    const value: unknown = JSON.parse(text);
    const parsed = Header.safeParse(value);
    if (parsed.success) return { state: 'whole', found: { file, header: parsed.data } };
    const version = z.looseObject({ format: z.literal('rapporteur/archive'), version: z.number() }).safeParse(value);
    return { state: version.success && version.data.version > 1 ? 'newer' : 'broken' };
  } catch {
    return { state: 'broken' };
  }
}

function sealed(parts: HeaderParts, dataKey: Uint8Array): Header {
  return { ...parts, seal: sealOf(parts, dataKey).toString('base64') };
}

function sealOf(parts: HeaderParts, dataKey: Uint8Array): Buffer {
  const key = subkey(dataKey, Buffer.from(parts.archive), 'rapporteur/header/1');
  return createHmac('sha256', key)
    .update(JSON.stringify(Parts.parse(parts)))
    .digest();
}

function isSealed(header: Header, dataKey: Uint8Array): boolean {
  const { seal: given, ...parts } = header;
  const bytes = Buffer.from(given, 'base64');
  return bytes.length === 32 && timingSafeEqual(bytes, sealOf(parts, dataKey));
}
