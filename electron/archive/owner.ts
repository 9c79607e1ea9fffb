/** Who has an archive: a lock that the system releases when its process ends, and a note that names the owner. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { failureOf } from './files.ts';

/** An empty file, locked through the database engine (POSIX or Windows byte-range locks): it needs no clean-up after a crash.
 *  Nothing in this process may open it or archive.db by other means while the archive is open: on POSIX systems, closing any
 *  handle of a file gives up all of the process's locks on it. */
const lockFile = 'owner.lock';
const noteFile = 'owner.json';
const Note = z.strictObject({ owner: z.string(), pid: z.int(), sinceMs: z.int() });

export interface Ownership {
  /** True: the last owner did not close the archive (killed, power cut). */
  readonly unclean: boolean;
  /** Gives the archive free. `clean` false leaves the note, so that the next owner checks every page. */
  release(clean: boolean): void;
}

/** Takes the archive for this process.
 *  @param owner told to whoever comes second
 *  @fails archive/in-use  detail.owner names the program and its process */
export function takeOwnership(folder: string, owner: string, nowMs: number): Result<Ownership> {
  let lock: InstanceType<typeof Database> | null = null;
  try {
    const path = join(folder, lockFile);
    // The engine would make it readable for others.
    if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600 });
    lock = new Database(path, { timeout: 0 });
    // The lock is held on an empty file: nothing is ever written to it.
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    const unclean = readNote(folder) !== null || hasLog(folder);
    writeFileSync(join(folder, noteFile), JSON.stringify({ owner, pid: process.pid, sinceMs: nowMs }), { mode: 0o600 });
    return ok({
      unclean,
      release: (clean) => {
        if (clean) rmSync(join(folder, noteFile), { force: true });
        held.close();
      },
    });
  } catch (error) {
    lock?.close();
    const known = failureOf(error);
    if (known?.error.code === 'archive/in-use') return fail('archive/in-use', { owner: ownerNamed(folder) });
    if (known !== null) return known;
    throw error;
  }
}

function ownerNamed(folder: string): string {
  const note = readNote(folder);
  return note === null ? 'another program' : `${note.owner}, process ${note.pid}`;
}

function readNote(folder: string): z.infer<typeof Note> | null {
  try {
    return Note.parse(JSON.parse(readFileSync(join(folder, noteFile), 'utf8')));
  } catch {
    return null;
  }
}

/** A write-ahead log that was not folded in: its owner did not get to close. */
function hasLog(folder: string): boolean {
  return (statSync(join(folder, 'archive.db-wal'), { throwIfNoEntry: false })?.size ?? 0) > 0;
}
