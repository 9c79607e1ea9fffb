/** Writes the files of one export: all of them, or none, and never half of one. */
import { type FileHandle, link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts';

export interface OutputFile {
  /** A bare name; a name that would leave the folder is refused. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Looks at what was really written, read back from the disk. A failure means that no file appears. */
export type Verify = (file: OutputFile) => Promise<Result<unknown>>;

/** Writes each file to `.part` beside its target, syncs it, reads it back, has it verified, and only when all have passed renames
 *  them into place and syncs the folder. Files of the same names that were there before come back if anything fails.
 *  @fails export/disk-full     no room; nothing is left behind
 *  @fails export/not-writable  folder missing, read-only or refused
 *  @fails whatever `verify` answers, e.g. verify/leak */
export async function writeAtomically(folder: string, files: readonly OutputFile[], verify: Verify): Promise<Result<string[]>> {
  const bad = files.find((file) => !/^[^/\\:\0]+$/.test(file.name) || /^\.\.?$/.test(file.name));
  if (bad !== undefined) return fail('export/not-writable', { reason: 'the name of a file is not allowed' });
  const parts = files.map((file) => ({ ...file, part: join(folder, `${file.name}.part`), target: join(folder, file.name) }));
  try {
    for (const file of parts) {
      const written = await writePart(file.part, file.bytes);
      const checked = await verify({ name: file.name, bytes: written });
      if (!checked.ok) return await undo(parts, checked);
    }
    await renameAll(parts);
    await syncFolder(folder);
    return ok(parts.map((file) => file.target));
  } catch (error) {
    return undo(parts, failureOf(error));
  }
}

/** The bytes as they stand on the disk after the sync. */
async function writePart(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const handle: FileHandle = await open(path, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return readFile(path);
}

interface Part {
  readonly part: string;
  readonly target: string;
}

/** Earlier files of the same names stand aside as `.before` until all have been renamed. */
async function renameAll(parts: readonly Part[]): Promise<void> {
  const done: { readonly target: string; readonly before: boolean }[] = [];
  try {
    for (const { part, target } of parts) {
      const before = await setAside(target);
      done.push({ target, before });
      await rename(part, target);
    }
  } catch (error) {
    for (const { target, before } of done.reverse()) {
      if (before) await rename(`${target}.before`, target).catch(() => undefined);
      else await rm(target, { force: true }).catch(() => undefined);
    }
    throw error;
  }
  for (const { target, before } of done) if (before) await rm(`${target}.before`, { force: true }).catch(() => undefined);
}

/** A hard link where the disk has them: the old file then never leaves its place; else a rename. */
async function setAside(target: string): Promise<boolean> {
  const there = await stat(target).catch(() => null);
  if (there === null) return false;
  if (there.isDirectory()) throw Object.assign(new Error('a folder has this name'), { code: 'EISDIR' });
  await rm(`${target}.before`, { force: true });
  await link(target, `${target}.before`).catch(() => rename(target, `${target}.before`));
  return true;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  // Windows opens no folder; there the rename itself is durable.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Takes the `.part` files away and hands the failure on. */
async function undo(parts: readonly Part[], failure: Failure): Promise<Failure> {
  for (const { part } of parts) await rm(part, { force: true }).catch(() => undefined);
  return failure;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'this is no folder',
  EROFS: 'the disk is read-only',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EISDIR: 'a folder has this name',
  EBUSY: 'the file is open in another program',
  ENAMETOOLONG: 'the name is too long',
};

/** A system error as a coded failure; anything else is a fault of ours and is thrown on. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return fail('export/disk-full');
  if (code === '') throw error;
  return fail('export/not-writable', { reason: reasons[code] ?? `the system answered ${code}` });
}
