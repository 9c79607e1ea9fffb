/** Migrations: numbered, run once each in order, each in one transaction. A shipped one is never edited. */
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Db } from './db.ts';
import first from './migrations/0001.ts';

export interface Migration {
  /** From 1, without gaps; becomes the database's user_version. */
  readonly version: number;
  readonly up: (db: Db) => unknown;
}

export const migrations: readonly Migration[] = [first];

/** The schema that this program writes. */
export const newestVersion = migrations.length;

export function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings the schema up to `to`. Each step is whole or not at all.
 *  @param before called once before the first step that changes rows of users: makes and verifies a backup
 *  @fails archive/newer-version  the database was written by a later version; nothing is changed */
export function migrate(db: Db, steps: readonly Migration[] = migrations, to = steps.length, before: () => Result<unknown> = () => ok(null)): Result<number> {
  const from = versionOf(db);
  if (from > steps.length) return fail('archive/newer-version', { version: from });
  if (from >= to) return ok(from);
  if (from > 0) {
    const kept = before();
    if (!kept.ok) return kept;
  }
  for (const step of steps.slice(from, to)) {
    db.exec('BEGIN IMMEDIATE');
    try {
      step.up(db);
      db.pragma(`user_version=${step.version}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
  return ok(to);
}
