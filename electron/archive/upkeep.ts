/** What an open archive does unasked: it empties its log soon after it was written to, and sees to a backup a day. */
import { ok, type Result } from '../../shared/contract/result.ts';
import { makeBackup } from './backup.ts';
import { listBackups } from './backup-list.ts';
import type { Context } from './context.ts';
import { get } from './db.ts';
import { emptyLog } from './destroy.ts';
import { type Gate, through } from './guarded.ts';

/** The log is emptied so long after a commit; deleted text leaves the log with it. */
const logAfterMs = 20_000;
/** A day with some slack, so that a daily habit does not slip to every other day. */
const backupEveryMs = 20 * 3600 * 1000;

export interface Upkeep {
  /** After each call: sees whether something was written. */
  seen(): void;
  stop(): void;
}

/** Watches for writes. The timer never keeps a process alive. */
export function startUpkeep(context: Context, gate: Gate): Upkeep {
  let known = changes(context);
  let timer: NodeJS.Timeout | null = null;
  const empty = () => {
    timer = null;
    through(gate, () => ok(emptyLog(context)));
  };
  return {
    seen: () => {
      const now = changes(context);
      if (now === known) return;
      known = now;
      timer ??= setTimeout(empty, logAfterMs).unref();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Rows changed through this connection since it was opened. */
export function changes(context: Context): number {
  return get<{ n: number }>(context.db, 'SELECT total_changes() AS n')?.n ?? 0;
}

/** A backup where something was written and the newest is more than a day old. One that cannot be made (a full disk) is no
 *  reason to keep the archive from closing: nothing is lost by it, and the next closing tries again.
 *  @fails archive/damaged  found on the way
 *  @param changed rows changed since the archive was opened */
export function backUpIfDue(context: Context, changed: number): Result<void> {
  if (changed === 0) return ok(undefined);
  const [newest] = listBackups(context.folder);
  if (newest !== undefined && Math.abs(context.environment.now() - newest.madeMs) < backupEveryMs) return ok(undefined);
  const content = get<{ n: number }>(context.db, 'SELECT (SELECT count(*) FROM report) + (SELECT count(*) FROM draft) AS n')?.n ?? 0;
  const made = content > 0 ? makeBackup(context, 'daily', {}) : ok(undefined);
  return !made.ok && made.error.code === 'archive/damaged' ? made : ok(undefined);
}
