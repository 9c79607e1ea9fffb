/** Slots: the data key, wrapped once under the passphrase and once under the recovery key. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { derive, isCostAllowed, type KdfCost } from './kdf.ts';
import { Sealed, seal, subkey, unseal } from './seal.ts';

const salt = z.base64().refine((value) => Buffer.from(value, 'base64').length === 16);

export const PassphraseSlot = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({ name: z.literal('argon2id'), memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
  salt,
  wrapped: Sealed,
});
export const RecoverySlot = z.strictObject({ kind: z.literal('recovery'), salt, wrapped: Sealed });
export type PassphraseSlot = z.infer<typeof PassphraseSlot>;
export type RecoverySlot = z.infer<typeof RecoverySlot>;

/** All that is public about a slot, in one fixed order: an edit of any of it fails the tag. */
function bound(archive: string, slot: Omit<PassphraseSlot, 'wrapped'> | Omit<RecoverySlot, 'wrapped'>): string {
  const kdf = slot.kind === 'passphrase' ? [slot.kdf.name, slot.kdf.memoryKiB, slot.kdf.passes, slot.kdf.lanes] : [];
  return JSON.stringify(['rapporteur/slot', 1, archive, slot.kind, ...kdf, slot.salt]);
}

export async function makePassphraseSlot(archive: string, dataKey: Uint8Array, passphrase: string, cost: KdfCost): Promise<PassphraseSlot> {
  const saltBytes = randomBytes(16);
  const open = { kind: 'passphrase', kdf: { name: 'argon2id', ...cost }, salt: saltBytes.toString('base64') } as const;
  const key = await passphraseKey(passphrase, saltBytes, cost);
  const wrapped = seal(key, dataKey, bound(archive, open));
  key.fill(0);
  return { ...open, wrapped };
}

/** Null for a wrong passphrase, an edited slot, or a cost outside the bounds (which is never tried). */
export async function openPassphraseSlot(archive: string, slot: PassphraseSlot, passphrase: string): Promise<Buffer | null> {
  const cost: KdfCost = { memoryKiB: slot.kdf.memoryKiB, passes: slot.kdf.passes, lanes: slot.kdf.lanes };
  if (!isCostAllowed(cost)) return null;
  const key = await passphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), cost);
  const dataKey = unseal(key, slot.wrapped, bound(archive, slot));
  key.fill(0);
  return dataKey;
}

export function makeRecoverySlot(archive: string, dataKey: Uint8Array, recoveryKey: Uint8Array): RecoverySlot {
  const saltBytes = randomBytes(16);
  const open = { kind: 'recovery', salt: saltBytes.toString('base64') } as const;
  return { ...open, wrapped: seal(subkey(recoveryKey, saltBytes, 'rapporteur/recovery/1'), dataKey, bound(archive, open)) };
}

/** Null for a wrong recovery key or an edited slot. */
export function openRecoverySlot(archive: string, slot: RecoverySlot, recoveryKey: Uint8Array): Buffer | null {
  return unseal(subkey(recoveryKey, Buffer.from(slot.salt, 'base64'), 'rapporteur/recovery/1'), slot.wrapped, bound(archive, slot));
}

async function passphraseKey(passphrase: string, saltBytes: Uint8Array, cost: KdfCost): Promise<Buffer> {
  const stretched = await derive(passphrase, saltBytes, cost);
  const key = subkey(stretched, saltBytes, 'rapporteur/passphrase/1');
  stretched.fill(0);
  return key;
}
