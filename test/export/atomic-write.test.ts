import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf, type Verify, writeAtomically } from '../../electron/export/atomic-write.ts';
import { fail, ok } from '../../shared/contract/result.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pass: Verify = async () => ok(undefined);
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

it('[ATW-1] all files appear, whole, after each was read back and verified', async () => {
  const seen: string[] = [];
  const written = await writeAtomically(
    folder,
    [
      { name: 'a.docx', bytes: bytes('one') },
      { name: 'b.pdf', bytes: bytes('two') },
    ],
    async (file) => {
      seen.push(`${file.name}: ${new TextDecoder().decode(file.bytes)}; there: ${existsSync(join(folder, file.name))}`);
      return ok(undefined);
    },
  );
  expect(written.ok && written.value).toEqual([join(folder, 'a.docx'), join(folder, 'b.pdf')]);
  expect(seen).toEqual(['a.docx: one; there: false', 'b.pdf: two; there: false']);
  expect(readdirSync(folder).sort()).toEqual(['a.docx', 'b.pdf']);
  expect(readFileSync(join(folder, 'b.pdf'), 'utf8')).toBe('two');
});

it('[ATW-2] when the second file fails its verification, no file appears and earlier ones stay as they were', async () => {
  writeFileSync(join(folder, 'a.docx'), 'before');
  const written = await writeAtomically(
    folder,
    [
      { name: 'a.docx', bytes: bytes('one') },
      { name: 'b.pdf', bytes: bytes('two') },
    ],
    async (file) => (file.name === 'b.pdf' ? fail('verify/leak', { stream: 'page 2' }) : ok(undefined)),
  );
  expect(written).toEqual(fail('verify/leak', { stream: 'page 2' }));
  expect(readdirSync(folder)).toEqual(['a.docx']);
  expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('before');
});

it('[ATW-3] when the last rename fails, files renamed before it are taken back', async () => {
  writeFileSync(join(folder, 'a.docx'), 'before');
  mkdirSync(join(folder, 'b.pdf'));
  writeFileSync(join(folder, 'b.pdf', 'inside'), 'x');
  const written = await writeAtomically(
    folder,
    [
      { name: 'a.docx', bytes: bytes('one') },
      { name: 'new.txt', bytes: bytes('n') },
      { name: 'b.pdf', bytes: bytes('two') },
    ],
    pass,
  );
  expect(written.ok ? 'ok' : written.error.code).toBe('export/not-writable');
  expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('before');
  expect(readdirSync(folder).sort()).toEqual(['a.docx', 'b.pdf']);
  expect(readdirSync(join(folder, 'b.pdf'))).toEqual(['inside']);
});

it('[ATW-4] files of the same names are replaced, and nothing is left beside them', async () => {
  writeFileSync(join(folder, 'a.docx'), 'before');
  expect((await writeAtomically(folder, [{ name: 'a.docx', bytes: bytes('after') }], pass)).ok).toBe(true);
  expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('after');
  expect(readdirSync(folder)).toEqual(['a.docx']);
});

it('[ATW-5] a folder that is not there, or is a file, is a coded failure', async () => {
  const missing = await writeAtomically(join(folder, 'gone'), [{ name: 'a', bytes: bytes('x') }], pass);
  expect(missing.ok ? null : missing.error).toEqual({ code: 'export/not-writable', detail: { reason: 'the folder is not there' } });
  writeFileSync(join(folder, 'file'), '');
  const file = await writeAtomically(join(folder, 'file'), [{ name: 'a', bytes: bytes('x') }], pass);
  expect(file.ok ? null : file.error.code).toBe('export/not-writable');
});

it.skipIf(process.getuid?.() === 0)('[ATW-6] a read-only folder is a coded failure', async () => {
  chmodSync(folder, 0o500);
  const written = await writeAtomically(folder, [{ name: 'a', bytes: bytes('x') }], pass);
  expect(written.ok ? null : written.error).toEqual({ code: 'export/not-writable', detail: { reason: 'permission is missing' } });
});

it.each([
  ['ENOSPC', 'export/disk-full'],
  ['EDQUOT', 'export/disk-full'],
  ['EROFS', 'export/not-writable'],
  ['EACCES', 'export/not-writable'],
  ['EIO', 'export/not-writable'],
])('[ATW-7] %s becomes %s', (code, expected) => {
  expect(failureOf(Object.assign(new Error(code), { code })).error.code).toBe(expected);
});

it.each(['../a', 'a/b', 'a\\b', '..', '.', '', 'c:a'])('[ATW-8] the name %j is refused', async (name) => {
  const written = await writeAtomically(folder, [{ name, bytes: bytes('x') }], pass);
  expect(written.ok ? 'ok' : written.error.code).toBe('export/not-writable');
  expect(readdirSync(folder)).toEqual([]);
});

it.skipIf(!existsSync('/dev/full'))('[ATW-9] a disk that is full leaves nothing half-written', async () => {
  // The .part of this name is a device that takes no byte.
  const { symlinkSync } = await import('node:fs');
  symlinkSync('/dev/full', join(folder, 'a.docx.part'));
  const written = await writeAtomically(folder, [{ name: 'a.docx', bytes: bytes('x') }], pass);
  expect(written.ok ? null : written.error.code).toBe('export/disk-full');
  expect(readdirSync(folder)).toEqual([]);
});
