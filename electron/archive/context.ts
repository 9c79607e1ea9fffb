/** What every part of an open archive works with. */
import type { Environment } from './archive.ts';
import type { Db } from './db.ts';

export interface Context {
  readonly folder: string;
  readonly db: Db;
  /** Kept in memory while the archive is open; ending the process is what wipes it. */
  readonly dataKey: Buffer;
  readonly environment: Environment;
}

export const databaseFile = 'archive.db';
export const backupFolder = 'backups';
/** What was thrown away is kept this long. */
export const keepTrashMs = 90 * 24 * 3600 * 1000;
