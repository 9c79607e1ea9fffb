/** What a damaged database still gives: every page authenticates or fails, so what can be read is right. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { Environment } from './archive.ts';
import { type Context, databaseFile } from './context.ts';
import { all, get, inTransaction, openDatabase, openReadOnly, run } from './db.ts';
import { emptyLog } from './destroy.ts';
import { removeEngineFiles } from './files.ts';
import { stateAt } from './journal.ts';
import { newestVersion, versionOf } from './migrate.ts';
import { writeRegister } from './register.ts';
import { addAside, addRevision } from './revisions.ts';

interface Row {
  readonly id: string;
  readonly sequence: number;
  readonly created_ms: number;
  readonly changed_ms: number;
}

/** Brings what was written after the backup back from the file that was set aside: a draft that the backup has gets the
 *  newer state as an aside (both are kept, nothing is overwritten), one that it does not have comes back whole.
 *  Never fails: what cannot be read stays where it is, in the file that is kept.
 *  @returns how many drafts had something newer that could be read */
export function salvage(folder: string, kept: string, dataKey: Buffer, environment: Environment): number {
  if (kept === '' || !existsSync(join(folder, kept))) return 0;
  const damaged = openReadOnly(join(folder, kept), dataKey);
  if (!damaged.ok) return 0;
  const restored = openDatabase(join(folder, databaseFile), dataKey, 'existing');
  if (!restored.ok) {
    damaged.value.close();
    return 0;
  }
  const from: Context = { folder, db: damaged.value, dataKey, environment };
  const to: Context = { ...from, db: restored.value };
  try {
    if (versionOf(from.db) !== newestVersion || versionOf(to.db) !== newestVersion) return 0;
    const rows = attempt(() => all<Row>(from.db, 'SELECT id, sequence, created_ms, changed_ms FROM draft')) ?? [];
    const brought = rows.filter((row) => attempt(() => bring(from, to, row)) === true).length;
    emptyLog(to);
    return brought;
  } catch {
    return 0;
  } finally {
    damaged.value.close();
    restored.value.close();
    removeEngineFiles(join(folder, kept));
  }
}

/** True where a newer state was read and kept. */
function bring(from: Context, to: Context, row: Row): boolean {
  const there = get<{ sequence: number }>(to.db, 'SELECT sequence FROM draft WHERE id = ?', row.id);
  if (there !== undefined && there.sequence >= row.sequence) return false;
  const state = stateAt(from, row.id, row.sequence);
  if (!state.ok) return false;
  return inTransaction(to.db, () => ok(keep(to, row, there?.sequence ?? null, state.value))).ok;
}

function keep(to: Context, row: Row, backedUp: number | null, state: Draft): true {
  if (backedUp !== null) {
    addAside(to, { draft: row.id, sequence: backedUp, savedMs: row.changed_ms }, state);
    return true;
  }
  run(to.db, 'INSERT INTO draft (id, created_ms, changed_ms, sequence) VALUES (?, ?, ?, ?)', row.id, row.created_ms, row.changed_ms, row.sequence);
  writeRegister(to, { draft: row.id, sequence: row.sequence, aside: 0 }, state.people);
  addRevision(to, { draft: row.id, sequence: row.sequence, savedMs: row.changed_ms }, state);
  return true;
}

/** Null where a page on the way does not authenticate. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
