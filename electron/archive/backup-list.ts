/** The backups of a folder, as their names tell them: they must be found when the database itself is gone. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupInfo } from '../../shared/contract/calls/archive.ts';
import { backupFolder } from './context.ts';

/** Number, time (UTC), reason. The number gives the order; the time may jump. */
const form = /^(\d{6})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z0-9-]*)$/;

/** Newest first. Only what was reopened and compared bears the ending .db, so every backup listed is verified. */
export function listBackups(folder: string): BackupInfo[] {
  return names(folder)
    .filter((name) => name.endsWith('.db') && form.test(name.slice(0, -3)))
    .sort()
    .reverse()
    .flatMap((name) => {
      const id = name.slice(0, -3);
      const [, , year, month, day, hour, minute, second, reason = ''] = form.exec(id) ?? [];
      const bytes = statSync(join(folder, backupFolder, name), { throwIfNoEntry: false })?.size;
      if (bytes === undefined) return [];
      const madeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return [{ id, madeMs, bytes, verified: true, reason }];
    });
}

/** A name after all that are there. */
export function backupName(folder: string, nowMs: number, reason: string): string {
  const last = names(folder).reduce((highest, name) => Math.max(highest, Number(/^(\d{6})-/.exec(name)?.[1] ?? 0)), 0);
  const time = new Date(nowMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  const slug = reason
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${String(last + 1).padStart(6, '0')}-${time}-${slug}`;
}

const steps: readonly { readonly keep: number; readonly unit: number | 'month' }[] = [
  { keep: 24, unit: 3_600_000 },
  { keep: 30, unit: 86_400_000 },
  { keep: 12, unit: 'month' },
];
const keepLast = 10;

/** Which may go: not one of the last 10, nor the newest of its hour (24), day (30) or month (12).
 *  @param backups newest first; the first always stays */
export function toThin(backups: readonly BackupInfo[]): BackupInfo[] {
  const kept = new Set(backups.slice(0, keepLast).map(({ id }) => id));
  for (const { keep, unit } of steps) {
    const seen = new Set<string | number>();
    for (const { id, madeMs } of backups) {
      const bucket = unit === 'month' ? new Date(madeMs).toISOString().slice(0, 7) : Math.floor(madeMs / unit);
      if (seen.has(bucket)) continue;
      if (seen.size === keep) break;
      seen.add(bucket);
      kept.add(id);
    }
  }
  return backups.filter(({ id }) => !kept.has(id));
}

function names(folder: string): string[] {
  try {
    return readdirSync(join(folder, backupFolder));
  } catch {
    return [];
  }
}
