/** Opening an archive: key first, then the lock, then the database. A wrong passphrase touches nothing. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Archive, OpenOptions } from './archive.ts';
import { assemble } from './assemble.ts';
import { makeBackup } from './backup.ts';
import { faultsOf } from './content.ts';
import { type Context, databaseFile } from './context.ts';
import { type Db, openDatabase } from './db.ts';
import { systemEnvironment } from './environment.ts';
import { failureOf } from './files.ts';
import { headerFiles, type Unlocked, unlockHeader, writeHeader } from './key/header.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';
import { type Ownership, takeOwnership } from './owner.ts';
import { type Facts, readFacts } from './settings.ts';

/** Whether a folder looks like an archive: it has a key header. Opens nothing. */
export function isArchiveFolder(folder: string): boolean {
  return headerFiles.some((name) => existsSync(join(folder, name)));
}

/** Opens an archive.
 *  @fails archive/none, archive/foreign   no archive in this folder
 *  @fails archive/wrong-passphrase        nothing in the folder was changed
 *  @fails archive/in-use                  detail.owner names who has it
 *  @fails archive/newer-version           nothing was changed
 *  @fails archive/damaged                 a page does not authenticate, or the database is gone; nothing was changed */
export async function openArchive(options: OpenOptions): Promise<Result<Archive>> {
  const here = lookAt(options.folder);
  if (!here.ok) return here;
  const unlocked = await unlockHeader(options.folder, options.secret);
  if (!unlocked.ok) return unlocked;
  const environment = options.environment ?? systemEnvironment;
  const ownership = takeOwnership(options.folder, options.owner, environment.now());
  if (!ownership.ok) return ownership;
  const opened = openOwned(options.folder, unlocked.value, ownership.value, environment);
  if (!opened.ok) {
    // Without the note the next opening would skip the check of every page.
    ownership.value.release(opened.error.code !== 'archive/damaged');
    return opened;
  }
  return ok(assemble(opened.value.context, { ...opened.value.facts, ownership: ownership.value, onDamaged: options.onDamaged }));
}

function lookAt(folder: string): Result<void> {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return fail('archive/none');
  if (!found.isDirectory()) return fail('archive/foreign');
  if (isArchiveFolder(folder)) return ok(undefined);
  try {
    return readdirSync(folder).length === 0 ? fail('archive/none') : fail('archive/foreign');
  } catch (error) {
    return failureOf(error) ?? fail('archive/none');
  }
}

function openOwned(folder: string, unlocked: Unlocked, ownership: Ownership, environment: Context['environment']): Result<{ context: Context; facts: Facts }> {
  const path = join(folder, databaseFile);
  if (!existsSync(path)) return fail('archive/damaged', { at: databaseFile });
  const opened = openDatabase(path, unlocked.dataKey, 'existing');
  if (!opened.ok) return opened;
  const context: Context = { folder, db: opened.value, dataKey: unlocked.dataKey, environment };
  const ready = makeReady(context, unlocked, ownership.unclean);
  if (!ready.ok) opened.value.close();
  return ready.ok ? ok({ context, facts: ready.value }) : ready;
}

/** After an unclean end every page is read; then the schema is brought up to date, behind a verified backup. */
function makeReady(context: Context, unlocked: Unlocked, unclean: boolean): Result<Facts> {
  try {
    if (versionOf(context.db) > newestVersion) return fail('archive/newer-version', { version: versionOf(context.db) });
    if ((unclean || versionOf(context.db) < newestVersion) && !isWhole(context.db)) return fail('archive/damaged', { at: databaseFile });
    const migrated = migrate(context.db, undefined, undefined, () => makeBackup(context, 'before update', {}));
    if (!migrated.ok) return migrated;
    // A header file that was lost, or not reached by the last change of passphrase, is made whole again.
    const healed = unlocked.stale.length === 0 ? ok(undefined) : writeHeader(context.folder, unlocked.dataKey, unlocked.parts, unlocked.stale);
    return healed.ok ? ok(readFacts(context.db)) : healed;
  } catch (error) {
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  }
}

function isWhole(db: Db): boolean {
  return faultsOf(db, 'quick_check').length === 0;
}
