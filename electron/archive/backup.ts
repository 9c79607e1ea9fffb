/** Backups: whole encrypted copies, each reopened and compared before it counts, thinned as they grow old. */
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupInfo } from '../../shared/contract/calls/archive.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Job } from './archive.ts';
import { backupName, listBackups, toThin } from './backup-list.ts';
import { contentOf, faultsOf } from './content.ts';
import { backupFolder, type Context, databaseFile } from './context.ts';
import { type Db, get, openReadOnly } from './db.ts';
import { failureOf, removeEngineFiles, syncFile, syncFolder } from './files.ts';

/** Makes one. A copy that does not read back equal is deleted and told; the older ones stay.
 *  @fails archive/disk-full, archive/not-writable, host/cancelled: nothing half-made is left */
export function makeBackup(context: Context, reason: string, job: Job): Result<BackupInfo> {
  const folder = join(context.folder, backupFolder);
  const name = backupName(context.folder, context.environment.now(), reason);
  const part = join(folder, `${name}.part`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // What a killed process left half-made; nobody else has the archive.
    for (const left of readdirSync(folder).filter((file) => file.endsWith('.part'))) rmSync(join(folder, left), { force: true });
    job.onProgress?.(0, 0, 'checking');
    // A copy of a damaged archive must not push out an older one that is whole.
    if (faultsOf(context.db, 'quick_check').length > 0) return fail('archive/damaged', { at: databaseFile });
    job.onProgress?.(0, 0, 'copying');
    // Encrypted under the same key, page by page. db.backup() fails on encrypted files, a file copy may be torn.
    context.db.prepare('VACUUM INTO ?').run(part);
    chmodSync(part, 0o600);
    syncFile(part);
    const checked = compare(context, part, job);
    if (!checked.ok) {
      rmSync(part, { force: true });
      return checked;
    }
    renameSync(part, join(folder, `${name}.db`));
    syncFolder(folder);
  } catch (error) {
    rmSync(part, { force: true });
    const known = failureOf(error);
    if (known !== null && known.error.code !== 'archive/damaged') return known;
    throw error;
  }
  for (const { id } of toThin(listBackups(context.folder))) rmSync(join(folder, `${id}.db`), { force: true });
  const made = listBackups(context.folder).find(({ id }) => id === name);
  return made === undefined ? fail('archive/not-writable', { reason: 'the backup is gone' }) : ok(made);
}

/** Reopens the copy: every page authenticates, the structure holds, and it has the same rows with the same bytes. */
function compare(context: Context, path: string, job: Job): Result<void> {
  job.onProgress?.(0, 0, 'checking');
  const opened = openReadOnly(path, context.dataKey);
  if (!opened.ok) return opened.error.code === 'archive/damaged' ? fail('archive/not-writable', { reason: 'the backup did not read back' }) : opened;
  try {
    const faults = faultsOf(opened.value, 'integrity_check');
    const here = contentOf(context.db, job, 'comparing');
    const there = here === null ? null : contentOf(opened.value, job, 'comparing');
    if (here === null || there === null) return fail('host/cancelled');
    const equal = faults.length === 0 && here.rows === there.rows && here.hash === there.hash;
    return equal ? ok(undefined) : fail('archive/not-writable', { reason: 'the backup did not read back equal' });
  } finally {
    opened.value.close();
  }
}

/** Backups that still hold a draft's register, and damaged databases that were set aside. One that cannot be read is named too. */
export function backupsWithRegister(context: Context, draft: string): string[] {
  const backups = listBackups(context.folder).map(({ id }) => ({ name: id, path: join(context.folder, backupFolder, `${id}.db`) }));
  const damaged = readdirSync(context.folder).filter((name) => /^archive\.damaged-\d+\.db$/.test(name));
  const aside = damaged.map((name) => ({ name, path: join(context.folder, name) }));
  return [...backups, ...aside].filter(({ path }) => mayHold(path, context.dataKey, draft)).map(({ name }) => name);
}

function mayHold(path: string, dataKey: Buffer, draft: string): boolean {
  const opened = openReadOnly(path, dataKey);
  if (!opened.ok) return true;
  try {
    return holdsRegister(opened.value, draft);
  } finally {
    opened.value.close();
    removeEngineFiles(path);
  }
}

function holdsRegister(db: Db, draft: string): boolean {
  try {
    return get(db, 'SELECT 1 FROM register_key WHERE draft = ?', draft) !== undefined;
  } catch {
    return true;
  }
}
