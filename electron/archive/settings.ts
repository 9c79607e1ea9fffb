/** Settings of this archive, and its own facts (name, sample). Values are JSON. */
import { ok } from '../../shared/contract/result.ts';
import type { Settings } from './archive.ts';
import type { Context } from './context.ts';
import { type Db, get, run } from './db.ts';

export function makeSettings(context: Context): Settings {
  return {
    get: (key) => ok(readSetting(context.db, key)),
    set: (key, value) => {
      writeSetting(context.db, key, value);
      return ok(undefined);
    },
  };
}

/** What an archive says of itself. */
export interface Facts {
  readonly name: string;
  readonly sample: boolean;
}

export function readFacts(db: Db): Facts {
  return { name: String(readSetting(db, 'archive.name') ?? ''), sample: readSetting(db, 'archive.sample') === true };
}

export function writeFacts(db: Db, facts: Facts): void {
  writeSetting(db, 'archive.name', facts.name);
  writeSetting(db, 'archive.sample', facts.sample);
}

/** Null where nothing was set. */
export function readSetting(db: Db, key: string): unknown {
  const row = get<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key);
  return row === undefined ? null : (JSON.parse(row.value) as unknown);
}

export function writeSetting(db: Db, key: string, value: unknown): void {
  run(db, 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, JSON.stringify(value ?? null));
}
