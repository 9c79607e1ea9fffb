/** Creating an archive: a folder of our own, keys, an empty database. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Archive, CreateOptions } from './archive.ts';
import { assemble } from './assemble.ts';
import { backupFolder, databaseFile } from './context.ts';
import { type Db, openDatabase } from './db.ts';
import { systemEnvironment } from './environment.ts';
import { failureOf, syncFolder } from './files.ts';
import { type HeaderParts, headerFiles, writeHeader } from './key/header.ts';
import { calibrate, isCostAllowed } from './key/kdf.ts';
import { formatRecoveryKey } from './key/recovery.ts';
import { makePassphraseSlot, makeRecoverySlot } from './key/slots.ts';
import { passphraseStrength } from './key/strength.ts';
import { migrate } from './migrate.ts';
import { takeOwnership } from './owner.ts';
import { writeFacts } from './settings.ts';

/** Creates and opens an archive. The recovery key is told here once and never again.
 *  @fails archive/exists           there is one here already
 *  @fails archive/foreign          the folder holds other files
 *  @fails archive/weak-passphrase  detail.reason says what to do about it
 *  @fails archive/not-writable, archive/disk-full: nothing half-made is left */
export async function createArchive(options: CreateOptions): Promise<Result<{ readonly archive: Archive; readonly recoveryKey: string }>> {
  const strength = passphraseStrength(options.passphrase);
  if (!strength.ok) return fail('archive/weak-passphrase', { reason: strength.advice });
  const folder = prepareFolder(options.folder);
  if (!folder.ok) return folder;
  const environment = options.environment ?? systemEnvironment;
  const keys = await makeKeys(options);
  const ownership = takeOwnership(options.folder, options.owner, environment.now());
  if (!ownership.ok) return ownership;
  const made = makeDatabase(options, keys);
  if (!made.ok) {
    ownership.value.release(true);
    for (const name of [databaseFile, ...headerFiles, 'owner.lock']) rmSync(join(options.folder, name), { force: true });
    return made;
  }
  const context = { folder: options.folder, db: made.value, dataKey: keys.dataKey, environment };
  return ok({
    archive: assemble(context, { name: options.name, sample: options.sample === true, ownership: ownership.value, onDamaged: options.onDamaged }),
    recoveryKey: keys.recoveryKey,
  });
}

interface Keys {
  readonly dataKey: Buffer;
  readonly parts: HeaderParts;
  readonly recoveryKey: string;
}

async function makeKeys(options: CreateOptions): Promise<Keys> {
  const cost = options.kdf ?? (await calibrate());
  if (!isCostAllowed(cost)) throw new Error('the cost of the key derivation is out of bounds');
  const [dataKey, recovery] = [randomBytes(32), randomBytes(32)];
  const archive = randomBytes(16).toString('hex');
  const parts: HeaderParts = {
    format: 'rapporteur/archive',
    version: 1,
    archive,
    generation: 1,
    passphrase: await makePassphraseSlot(archive, dataKey, options.passphrase, cost),
    recovery: makeRecoverySlot(archive, dataKey, recovery),
  };
  return { dataKey, parts, recoveryKey: formatRecoveryKey(recovery) };
}

/** The header comes last: without it there is no archive, and creating may begin again. */
function makeDatabase(options: CreateOptions, keys: Keys): Result<Db> {
  const path = join(options.folder, databaseFile);
  try {
    const opened = openDatabase(path, keys.dataKey, 'new');
    if (!opened.ok) return opened;
    chmodSync(path, 0o600);
    const migrated = migrate(opened.value);
    writeFacts(opened.value, { name: options.name, sample: options.sample === true });
    mkdirSync(join(options.folder, backupFolder), { recursive: true, mode: 0o700 });
    const written = migrated.ok ? writeHeader(options.folder, keys.dataKey, keys.parts) : migrated;
    if (written.ok) return opened;
    opened.value.close();
    return written;
  } catch (error) {
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  }
}

/** Names that a creation which was cut short may have left. */
const ours = new Set<string>([
  databaseFile,
  `${databaseFile}-wal`,
  `${databaseFile}-journal`,
  backupFolder,
  'owner.lock',
  'owner.json',
  ...headerFiles.map((name) => `${name}.part`),
]);
/** What systems put into every folder unasked. */
const systems = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

function prepareFolder(folder: string): Result<void> {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) return fail('archive/foreign');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(folder).filter((name) => !systems.has(name));
    if (headerFiles.some((name) => names.includes(name))) return fail('archive/exists');
    if (names.some((name) => !ours.has(name)) || (names.includes(backupFolder) && readdirSync(join(folder, backupFolder)).length > 0))
      return fail('archive/foreign');
    for (const name of names) if (name.startsWith(databaseFile)) rmSync(join(folder, name));
    chmodSync(folder, 0o700);
    syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  }
}
