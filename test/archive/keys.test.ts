import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArchive, kdfFloor, passphraseStrength } from '../../electron/archive/archive.ts';
import { type HeaderParts, headerFiles, unlockHeader, writeHeader } from '../../electron/archive/key/header.ts';
import { isCostAllowed, kdfCeiling } from '../../electron/archive/key/kdf.ts';
import { formatRecoveryKey, parseRecoveryKey } from '../../electron/archive/key/recovery.ts';
import { seal, unseal } from '../../electron/archive/key/seal.ts';
import { makePassphraseSlot } from '../../electron/archive/key/slots.ts';
import { bytesIn, code, draft, newArchive, passphrase, scratch, tryOpen, value } from './world.ts';

const other = 'velvet tunnel orchard bicycle 9';

describe('sealing', () => {
  it('[KEY-1] opens under the same key and the same bound text only', () => {
    const key = Buffer.alloc(32, 1);
    const sealed = seal(key, Buffer.from('text'), 'bound');
    expect(unseal(key, sealed, 'bound')?.toString()).toBe('text');
    expect(unseal(key, sealed, 'bounc')).toBeNull();
    expect(unseal(Buffer.alloc(32, 2), sealed, 'bound')).toBeNull();
    expect(unseal(key, { ...sealed, tag: Buffer.alloc(4).toString('base64') }, 'bound')).toBeNull();
  });
});

describe('recovery key', () => {
  it('[KEY-2] reads back in any case, with or without hyphens, with O for 0 and L for 1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const shown = formatRecoveryKey(bytes);
        expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
        const typed = shown.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
        expect(parseRecoveryKey(typed)).toEqual(Buffer.from(bytes));
      }),
    );
  });
  it('[KEY-3] one wrong letter, a letter more or less is refused', () => {
    const shown = formatRecoveryKey(Buffer.alloc(32, 77));
    for (let at = 0; at < shown.length; at++) {
      if (shown[at] === '-') continue;
      expect(parseRecoveryKey(shown.slice(0, at) + (shown[at] === 'A' ? 'B' : 'A') + shown.slice(at + 1)), `letter ${at}`).toBeNull();
    }
    expect(parseRecoveryKey(`${shown}A`)).toBeNull();
    expect(parseRecoveryKey(shown.slice(0, -1))).toBeNull();
    expect(parseRecoveryKey('')).toBeNull();
  });
});

describe('cost of the key derivation', () => {
  it.each([
    [kdfFloor, true],
    [kdfCeiling, true],
    [{ ...kdfFloor, memoryKiB: kdfFloor.memoryKiB - 1 }, false],
    [{ ...kdfFloor, passes: 2 }, false],
    [{ ...kdfFloor, lanes: 3 }, false],
    [{ ...kdfCeiling, memoryKiB: kdfCeiling.memoryKiB + 1 }, false],
    [{ ...kdfFloor, passes: 3.5 }, false],
  ])('[KEY-4] %j allowed: %s', (cost, allowed) => expect(isCostAllowed(cost)).toBe(allowed));
});

describe('strength gate', () => {
  it.each(['correct horse battery staple 42', 'velvet tunnel orchard bicycle', 'kX9#vTq2!mWz', 'violet lantern harbour sketch', 'Kq8vRz2mXw4tLp'])(
    '[KEY-5] lets through %s',
    (good) => expect(passphraseStrength(good)).toMatchObject({ ok: true, advice: '' }),
  );
  it.each([
    '',
    'a',
    'password',
    'Password123!',
    'qwertyuiop1234',
    'aaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    '12345678901234',
    'horse horse horse horse',
    'Jonathan1987',
    'two words',
  ])('[KEY-6] refuses “%s” and says what to do', (weak) => {
    const strength = passphraseStrength(weak);
    expect(strength.ok).toBe(false);
    expect(strength.advice).not.toBe('');
  });
  it('[KEY-7] more of anything never makes a passphrase weaker by a whole step', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.constantFrom(' lantern', ' 7', ' Öl'), (text, more) => {
        expect(passphraseStrength(text + more).score).toBeGreaterThanOrEqual(passphraseStrength(text).score);
      }),
    );
  });
  it('[KEY-8] an archive is not created with a weak passphrase, and no folder is made', async () => {
    const folder = join(scratch(), 'archive');
    const made = await createArchive({ folder, name: '', passphrase: 'password1', owner: 'test', kdf: kdfFloor });
    expect(code(made)).toBe('archive/weak-passphrase');
    expect(bytesIn(scratch())).toEqual({});
  });
});

describe('header', () => {
  it('[KEY-9] passphrase (in any Unicode form) and recovery key open; a wrong one changes nothing in the folder', async () => {
    const { archive, folder, recoveryKey } = await newArchive();
    value(archive.drafts.create(draft()));
    value(archive.close());
    const before = bytesIn(folder);
    expect(code(await tryOpen(folder, { secret: { passphrase: 'wrong' } }))).toBe('archive/wrong-passphrase');
    expect(code(await tryOpen(folder, { secret: { recoveryKey: 'AAAA' } }))).toBe('archive/wrong-passphrase');
    expect(code(await tryOpen(folder, { secret: { recoveryKey: formatRecoveryKey(Buffer.alloc(32)) } }))).toBe('archive/wrong-passphrase');
    expect(bytesIn(folder)).toEqual(before);
    value(value(await tryOpen(folder, { secret: { recoveryKey: recoveryKey.toLowerCase() } })).close());
    value(value(await tryOpen(folder, { secret: { passphrase: 'ｃorrect horse battery staple 42' } })).close());
  });

  it('[KEY-10] any edited field of both headers is refused; of one header, the other opens and heals it', async () => {
    const { archive, folder } = await newArchive();
    value(archive.close());
    const text = readFileSync(join(folder, 'header.a.json'), 'utf8');
    const places = fieldsOf(JSON.parse(text));
    expect(places.length).toBeGreaterThan(14);
    for (const place of places) {
      const edited = JSON.stringify(withEdit(JSON.parse(text), place));
      for (const name of headerFiles) writeFileSync(join(folder, name), edited);
      const unlocked = await unlockHeader(folder, { passphrase });
      expect(code(unlocked), place.join('.')).not.toBe('ok');
      if (!place.includes('kdf')) continue;
      writeFileSync(join(folder, 'header.b.json'), text);
      expect(value(await unlockHeader(folder, { passphrase })).stale).toEqual(['header.a.json']);
    }
    writeFileSync(join(folder, 'header.a.json'), '{"half":');
    writeFileSync(join(folder, 'header.b.json'), text);
    value(value(await tryOpen(folder)).close());
    rmSync(join(folder, 'header.b.json'));
    value(value(await tryOpen(folder)).close());
    expect(readFileSync(join(folder, 'header.b.json'), 'utf8')).toBe(readFileSync(join(folder, 'header.a.json'), 'utf8'));
  });

  it('[KEY-11] no header, broken headers, a header of a newer version: three different answers', async () => {
    const { archive, folder } = await newArchive();
    value(archive.close());
    const newer = { ...(JSON.parse(readFileSync(join(folder, 'header.a.json'), 'utf8')) as object), version: 2 };
    const set = (text: string) => {
      for (const name of headerFiles) writeFileSync(join(folder, name), text);
    };
    set(JSON.stringify(newer));
    expect(code(await tryOpen(folder))).toBe('archive/newer-version');
    set('not JSON');
    expect(code(await tryOpen(folder))).toBe('archive/damaged');
    for (const name of headerFiles) rmSync(join(folder, name));
    expect(code(await tryOpen(folder))).toBe('archive/foreign');
    expect(code(await tryOpen(join(folder, 'nowhere')))).toBe('archive/none');
  });

  it('[KEY-12] a header that asks for more than the ceiling, or less than the floor, is never computed', async () => {
    const { archive, folder } = await newArchive();
    value(archive.close());
    const { dataKey, parts } = value(await unlockHeader(folder, { passphrase }));
    const forged = { ...parts, passphrase: { ...parts.passphrase, kdf: { ...parts.passphrase.kdf, memoryKiB: 64 * 1024 * 1024 } } };
    value(writeHeader(folder, dataKey, forged));
    expect(code(await tryOpen(folder, { secret: { passphrase } }))).toBe('archive/wrong-passphrase');
    const cheap = { memoryKiB: 8, passes: 1, lanes: 1 };
    value(writeHeader(folder, dataKey, { ...parts, passphrase: await makePassphraseSlot(parts.archive, dataKey, passphrase, cheap) }));
    expect(code(await tryOpen(folder, { secret: { passphrase } }))).toBe('archive/wrong-passphrase');
  });
});

describe('change of passphrase', () => {
  it('[KEY-13] the new one opens, the old one and a wrong current one do not; the recovery key stays', async () => {
    const { archive, folder, recoveryKey } = await newArchive();
    const before = bytesIn(folder);
    expect(code(await archive.changePassphrase('wrong', other))).toBe('archive/wrong-passphrase');
    expect(code(await archive.changePassphrase(passphrase, 'password'))).toBe('archive/weak-passphrase');
    expect(bytesIn(folder)).toEqual(before);
    value(await archive.changePassphrase(passphrase, other));
    value(archive.close());
    expect(code(await archive.changePassphrase(other, passphrase))).toBe('archive/locked');
    expect(code(await tryOpen(folder, { secret: { passphrase } }))).toBe('archive/wrong-passphrase');
    value(value(await tryOpen(folder, { secret: { passphrase: other } })).close());
    value(value(await tryOpen(folder, { secret: { recoveryKey } })).close());
  });

  it('[KEY-14] cut short between the two files, the new passphrase opens and finishes the change', async () => {
    const { archive, folder } = await newArchive();
    value(archive.close());
    const { dataKey, parts } = value(await unlockHeader(folder, { passphrase }));
    const slot = await makePassphraseSlot(parts.archive, dataKey, other, kdfFloor);
    const next: HeaderParts = { ...parts, generation: parts.generation + 1, passphrase: slot };
    value(writeHeader(folder, dataKey, next, ['header.a.json']));
    value(value(await tryOpen(folder, { secret: { passphrase: other } })).close());
    expect(code(await tryOpen(folder, { secret: { passphrase } }))).toBe('archive/wrong-passphrase');
  });
});

type Path = readonly string[];
function fieldsOf(node: unknown, path: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, child]) => fieldsOf(child, [...path, key]));
}

/** The same value but for one field: a number one higher, a text with its first letter changed. */
function withEdit(node: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key !== undefined) return { ...(node as Record<string, unknown>), [key]: withEdit((node as Record<string, unknown>)[key], rest) };
  if (typeof node === 'number') return node + 1;
  const text = String(node);
  return (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
}
