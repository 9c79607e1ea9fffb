/** Whether a folder holds an archive, told without loading the database. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** True where there is a key header or a database; damaged ones count: opening says what is wrong. */
export function isArchiveFolder(folder: string): boolean {
  return ['header.a.json', 'header.b.json', 'archive.db'].some((name) => existsSync(join(folder, name)));
}
