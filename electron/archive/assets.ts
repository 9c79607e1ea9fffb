/** Bytes kept once, under their SHA-256: pictures of drafts, imported files. */
import { createHash } from 'node:crypto';
import { type Db, get, run } from './db.ts';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps the bytes; those that are there already are not written again. */
export function putAsset(db: Db, bytes: Uint8Array): string {
  const hash = sha256(bytes);
  run(db, 'INSERT OR IGNORE INTO asset (sha256, bytes) VALUES (?, ?)', hash, bytes);
  return hash;
}

/** Null where nothing has this hash. */
export function getAsset(db: Db, hash: string): Buffer | null {
  return get<{ bytes: Buffer }>(db, 'SELECT bytes FROM asset WHERE sha256 = ?', hash)?.bytes ?? null;
}

/** Deletes what no draft and no report names any more. */
export function dropUnusedAssets(db: Db): void {
  run(
    db,
    `DELETE FROM asset WHERE sha256 NOT IN (SELECT sha256 FROM draft_asset)
     AND sha256 NOT IN (SELECT source_sha256 FROM report WHERE source_sha256 IS NOT NULL)`,
  );
}

/** Says which assets a draft's states show. */
export function linkAssets(db: Db, draft: string, hashes: Iterable<string>): void {
  for (const hash of hashes) run(db, 'INSERT OR IGNORE INTO draft_asset (draft, sha256) VALUES (?, ?)', draft, hash);
}
