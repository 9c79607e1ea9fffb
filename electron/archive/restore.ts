/** Restoring: the newest verified backup becomes the database; what was there is kept beside it under another name, and
 *  drafts that it still gives in a newer state are brought over beside the backup's. */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupInfo } from '../../shared/contract/calls/archive.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Job, RestoreOptions } from './archive.ts';
import { listBackups } from './backup-list.ts';
import { contentOf, faultsOf } from './content.ts';
import { backupFolder, databaseFile } from './context.ts';
import { openReadOnly } from './db.ts';
import { systemEnvironment } from './environment.ts';
import { failureOf, syncFile, syncFolder } from './files.ts';
import { unlockHeader } from './key/header.ts';
import { takeOwnership } from './owner.ts';
import { salvage } from './salvage.ts';

/** Restores; the archive must be closed. `kept` names the file that was set aside, empty where there was none.
 *  @fails archive/no-backup         none verifies, or none has this id
 *  @fails archive/wrong-passphrase, archive/in-use, archive/none, archive/disk-full: nothing was changed */
export async function restoreArchive(options: RestoreOptions): Promise<Result<{ readonly restored: BackupInfo; readonly kept: string }>> {
  const unlocked = await unlockHeader(options.folder, options.secret);
  if (!unlocked.ok) return unlocked;
  const environment = options.environment ?? systemEnvironment;
  const ownership = takeOwnership(options.folder, options.owner, environment.now());
  if (!ownership.ok) return ownership;
  let clean = false;
  try {
    const restored = restoreOwned(options.folder, unlocked.value.dataKey, options.from, options.job ?? {});
    clean = restored.ok;
    if (restored.ok) salvage(options.folder, restored.value.kept, unlocked.value.dataKey, environment);
    return restored;
  } catch (error) {
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  } finally {
    ownership.value.release(clean);
  }
}

function restoreOwned(folder: string, dataKey: Buffer, from: string | undefined, job: Job): Result<{ restored: BackupInfo; kept: string }> {
  const candidates = listBackups(folder).filter(({ id }) => from === undefined || id === from);
  const part = join(folder, `${databaseFile}.restoring`);
  for (const backup of candidates) {
    const copied = copyChecked(join(folder, backupFolder, `${backup.id}.db`), part, dataKey, job);
    if (!copied.ok && copied.error.code !== 'archive/damaged') return copied;
    if (!copied.ok) continue;
    const kept = setAside(folder);
    renameSync(part, join(folder, databaseFile));
    syncFolder(folder);
    return ok({ restored: backup, kept });
  }
  return fail('archive/no-backup');
}

/** Copies through the engine, so every page is authenticated on its way, and compares. */
function copyChecked(from: string, to: string, dataKey: Buffer, job: Job): Result<void> {
  rmSync(to, { force: true });
  const source = openReadOnly(from, dataKey);
  if (!source.ok) return source;
  try {
    job.onProgress?.(0, 0, 'checking the backup');
    if (faultsOf(source.value, 'integrity_check').length > 0) return fail('archive/damaged');
    source.value.prepare('VACUUM INTO ?').run(to);
    chmodSync(to, 0o600);
    syncFile(to);
    const copy = openReadOnly(to, dataKey);
    if (!copy.ok) return copy;
    const [before, after] = [contentOf(source.value, job, 'comparing'), contentOf(copy.value, job, 'comparing')];
    copy.value.close();
    if (before === null || after === null) return fail('host/cancelled');
    return before.hash === after.hash ? ok(undefined) : fail('archive/damaged');
  } catch (error) {
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  } finally {
    source.value.close();
  }
}

/** archive.db and its log become archive.damaged-N.db: renamed, never rewritten. */
function setAside(folder: string): string {
  const database = join(folder, databaseFile);
  let no = 1;
  while (existsSync(join(folder, `archive.damaged-${no}.db`)) || existsSync(join(folder, `archive.damaged-${no}.db-wal`))) no += 1;
  const kept = `archive.damaged-${no}.db`;
  for (const ending of ['-wal', '']) {
    if (existsSync(`${database}${ending}`)) renameSync(`${database}${ending}`, join(folder, `${kept}${ending}`));
  }
  syncFolder(folder);
  return existsSync(join(folder, kept)) ? kept : '';
}
