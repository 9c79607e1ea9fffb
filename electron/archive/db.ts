/** The database: how it is opened, and short forms for asking it. Nothing outside this folder sees it. */
import Database from 'better-sqlite3';
import { ok, type Result } from '../../shared/contract/result.ts';
import { failureOf } from './files.ts';

export type Db = InstanceType<typeof Database>;
type Value = string | number | bigint | Uint8Array | null;

/** Every setting of an open archive, and how it reads back. A build or a file on which one does not hold is refused. */
const settings: readonly (readonly [pragma: string, set: string, reads: string | number])[] = [
  // ORDER BY would otherwise spill rows in clear to a temp file.
  ['temp_store', 'MEMORY', 2],
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // The build's default in WAL mode is NORMAL, which may lose the last commits at a power cut.
  ['synchronous', 'FULL', 2],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
];

/** Opens with the raw key; pages are ChaCha20-Poly1305, so a changed page fails instead of giving wrong text.
 *  @param mode new: the file must not matter yet · existing: it must be there
 *  @fails archive/in-use    another process has it
 *  @fails archive/damaged   the first page does not authenticate (the key is right: it came from the header) */
export function openDatabase(path: string, dataKey: Uint8Array, mode: 'new' | 'existing'): Result<Db> {
  let db: Db | null = null;
  try {
    db = new Database(path, { timeout: 0, fileMustExist: mode === 'existing' });
    unlock(db, dataKey);
    for (const [pragma, set, reads] of settings) {
      db.pragma(`${pragma}=${set}`);
      const now = db.pragma(pragma, { simple: true });
      if (now !== reads) throw new Error(`the database did not take ${pragma}=${set}`);
    }
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return ok(db);
  } catch (error) {
    db?.close();
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  }
}

/** Opens a file that is only looked at: a backup, or what a damaged archive still holds. */
export function openReadOnly(path: string, dataKey: Uint8Array): Result<Db> {
  let db: Db | null = null;
  try {
    db = new Database(path, { timeout: 0, fileMustExist: true, readonly: true });
    unlock(db, dataKey);
    for (const pragma of ['temp_store=MEMORY', 'trusted_schema=OFF', 'cell_size_check=ON']) db.pragma(pragma);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return ok(db);
  } catch (error) {
    db?.close();
    const known = failureOf(error);
    if (known !== null) return known;
    throw error;
  }
}

/** Gives the raw key before anything is read. */
export function unlock(db: Db, dataKey: Uint8Array): void {
  db.pragma("cipher='chacha20'");
  if (db.pragma('cipher', { simple: true }) !== 'chacha20') throw new Error('the database did not take the cipher');
  // The published types are those of the unencrypted package.
  (db as Db & { key(key: Buffer): number }).key(Buffer.from(`raw:${Buffer.from(dataKey).toString('hex')}`));
}

const prepared = new WeakMap<Db, Map<string, ReturnType<Db['prepare']>>>();

/** Prepares once per database and text. */
function statement(db: Db, sql: string) {
  const known = prepared.get(db) ?? new Map<string, ReturnType<Db['prepare']>>();
  prepared.set(db, known);
  const found = known.get(sql) ?? db.prepare(sql);
  known.set(sql, found);
  return found;
}

/** All rows. The type is the caller's word for what the statement selects. */
export function all<Row>(db: Db, sql: string, ...values: Value[]): Row[] {
  return statement(db, sql).all(...values) as Row[];
}

export function get<Row>(db: Db, sql: string, ...values: Value[]): Row | undefined {
  return statement(db, sql).get(...values) as Row | undefined;
}

export function run(db: Db, sql: string, ...values: Value[]): { readonly changes: number; readonly row: number } {
  const { changes, lastInsertRowid } = statement(db, sql).run(...values);
  return { changes, row: Number(lastInsertRowid) };
}

/** Rows one by one, for tables that do not fit in memory. The database answers nothing else meanwhile. */
export function each<Row>(db: Db, sql: string, ...values: Value[]): IterableIterator<Row> {
  return db.prepare(sql).iterate(...values) as IterableIterator<Row>;
}

/** Runs `work` in one transaction: a failure or a thrown error undoes all of it. */
export function inTransaction<T>(db: Db, work: () => Result<T>): Result<T> {
  if (db.inTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
