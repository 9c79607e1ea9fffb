/** Files of an archive folder: whole or not at all, readable by their owner only. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts';

/** Forces a folder's list of names to the disk; where the system has no such call (Windows), nothing is done. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems refuse to sync a folder; the rename stands either way.
  } finally {
    closeSync(handle);
  }
}

/** Reading a database with a log leaves the engine's own two files beside it; an empty log says nothing. */
export function removeEngineFiles(database: string): void {
  rmSync(`${database}-shm`, { force: true });
  if (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size === 0) rmSync(`${database}-wal`);
}

/** Forces a file's bytes to the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes beside the target, syncs, renames over it, syncs the folder: a reader sees the old bytes or the new. */
export function replaceFile(path: string, bytes: Uint8Array): Result<void> {
  const beside = `${path}.part`;
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
    syncFolder(dirname(path));
    return ok(undefined);
  } catch (error) {
    rmSync(beside, { force: true });
    return failureOf(error) ?? fail('archive/not-writable', { reason: 'the file could not be replaced' });
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL']);
const refused = new Set(['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ESTALE', 'ENODEV']);
/** A page that does not authenticate, a file cut short: what is there cannot be believed. */
const broken = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|IOERR_READ|IOERR_AUTH|IOERR_DATA|IOERR_CORRUPTFS)/;

/** What an error of the system or of the database means to the user; null for one that is a fault of ours. */
export function failureOf(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (full.has(code)) return fail('archive/disk-full');
  if (broken.test(code)) return fail('archive/damaged');
  if (refused.has(code) || /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(code)) return fail('archive/not-writable', { reason: code });
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') ? fail('archive/in-use') : null;
}
