/** The content of a database as a number of rows and a hash, to compare a copy with what it was made from. */
import { createHash } from 'node:crypto';
import type { Job } from './archive.ts';
import { all, type Db } from './db.ts';

export interface Content {
  readonly rows: number;
  /** SHA-256 over every row of every table, in the order in which they are stored, hex. */
  readonly hash: string;
}

/** Null when the job was stopped. */
export function contentOf(db: Db, job: Job, step: string): Content | null {
  const hash = createHash('sha256');
  let rows = 0;
  const tables = all<{ name: string; sql: string }>(
    db,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
  );
  for (const { name, sql } of tables) {
    hash.update(`\n${name}\n${sql}\n`);
    for (const row of db.prepare(`SELECT * FROM "${name}"`).raw().iterate() as IterableIterator<unknown[]>) {
      for (const value of row) hash.update(value instanceof Uint8Array ? value : `${typeof value} ${String(value)}\u0000`);
      rows += 1;
      if (rows % 5000 !== 0) continue;
      if (job.isCancelled?.() === true) return null;
      job.onProgress?.(rows, 0, step);
    }
  }
  return { rows, hash: hash.digest('hex') };
}

/** Reads every page. Empty when all is well. */
export function faultsOf(db: Db, check: 'quick_check' | 'integrity_check'): string[] {
  const rows = db.pragma(check) as Record<string, string>[];
  return rows.map((row) => Object.values(row)[0] ?? '').filter((message) => message !== 'ok');
}
