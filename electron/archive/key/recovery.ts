/** The recovery key: 256 random bits, written as 14 groups of four letters and digits (Crockford's base32, no I, L, O, U). */
import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 32;
/** 256 bits and 24 bits of checksum are 56 characters exactly. */
const checksumBytes = 3;
const characters = ((keyBytes + checksumBytes) * 8) / 5;

/** "7KQ2-M4TX-…": shown once, then only its slot in the header remains. */
export function formatRecoveryKey(key: Uint8Array): string {
  const letters = toBase32(Buffer.concat([key, checksum(key)]));
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** Reads what a person typed: any case, spaces or hyphens anywhere, O for 0, I and L for 1. Null when a letter is wrong. */
export function parseRecoveryKey(typed: string): Buffer | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== characters || [...letters].some((letter) => !alphabet.includes(letter))) return null;
  const bytes = fromBase32(letters);
  const key = bytes.subarray(0, keyBytes);
  return checksum(key).equals(bytes.subarray(keyBytes)) ? key : null;
}

function checksum(key: Uint8Array): Buffer {
  return createHash('sha256').update('rapporteur/recovery/checksum').update(key).digest().subarray(0, checksumBytes);
}

function toBase32(bytes: Uint8Array): string {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return letters;
}

function fromBase32(letters: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    held = (held << 5) | alphabet.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
