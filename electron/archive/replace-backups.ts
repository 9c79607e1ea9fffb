/** The backups as the core sees them; after a register is destroyed, a new one takes the place of those that still hold it. */
import { renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Backups } from './archive.ts';
import { backupsWithRegister, makeBackup } from './backup.ts';
import { listBackups } from './backup-list.ts';
import { backupFolder, type Context } from './context.ts';
import { get } from './db.ts';
import { failureOf, syncFolder } from './files.ts';

export function makeBackups(context: Context): Backups {
  return {
    list: () => ok(listBackups(context.folder)),
    make: (reason, job) => makeBackup(context, reason, job ?? {}),
    replace: (draft) => replaceBackups(context, draft),
  };
}

/** The new copy first, reopened and compared: until it is there, nothing is deleted (SAFETY: no write destroys the only copy).
 *  @fails draft/invalid          the register is still there, so that a new backup would hold it too
 *  @fails archive/not-writable   some could not be deleted: they are listed as before; archive/disk-full, archive/damaged as a backup */
function replaceBackups(context: Context, draft: string): Result<Output<'archive.replaceBackups'>> {
  if (get(context.db, 'SELECT 1 FROM register_key WHERE draft = ?', draft) !== undefined)
    return fail('draft/invalid', { at: 'people', reason: 'its register is not destroyed yet, and a new backup would hold it too' });
  const made = makeBackup(context, 'register destroyed', {});
  if (!made.ok) return made;
  const holding = backupsWithRegister(context, draft);
  const backups = new Set(listBackups(context.folder).map(({ id }) => id));
  const going = holding.filter((name) => backups.has(name) && name !== made.value.id);
  const gone = deleteAll(join(context.folder, backupFolder), going);
  return gone.ok ? ok({ made: made.value, deleted: going, kept: holding.filter((name) => !backups.has(name)) }) : gone;
}

/** Renamed first, since that can be taken back: what a system refuses, it mostly refuses there. The name is one that the next backup clears away
 *  if the program is killed in between. */
function deleteAll(folder: string, names: readonly string[]): Result<void> {
  const path = (name: string) => join(folder, `${name}.db`);
  const aside = (name: string) => `${path(name)}.part`;
  const moved: string[] = [];
  const left = new Set(names);
  try {
    for (const name of names) {
      renameSync(path(name), aside(name));
      moved.push(name);
    }
    for (const name of names) {
      unlinkSync(aside(name));
      left.delete(name);
    }
  } catch (error) {
    if (failureOf(error) === null) throw error;
  } finally {
    for (const name of moved) if (left.has(name)) putBack(aside(name), path(name));
    syncFolder(folder);
  }
  const reason = `the new backup is made, but ${left.size === 1 ? 'one older backup' : `${left.size} older backups`} could not be deleted`;
  return left.size === 0 ? ok(undefined) : fail('archive/not-writable', { reason });
}

function putBack(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // What cannot be named as before is cleared away by the next backup.
  }
}
