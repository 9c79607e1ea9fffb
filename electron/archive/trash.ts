/** The trash: what was thrown away is kept 90 days, then deleted so that nothing of it stays readable. */

import { ok } from '../../shared/contract/result.ts';
import { dropUnusedAssets } from './assets.ts';
import { forgetColumns } from './columns.ts';
import { type Context, keepTrashMs } from './context.ts';
import { all, inTransaction, run } from './db.ts';
import { deleteDraft } from './destroy.ts';
import { removeEntries } from './entry-rows.ts';
import { readSetting, writeSetting } from './settings.ts';

const seenAt = 'trash.seen-ms';
const dayMs = 24 * 3600 * 1000;

/** Deletes what is old by this clock and was old by the clock of an earlier day's visit: one jump of the clock deletes nothing. */
export function emptyTrash(context: Context): void {
  const nowMs = context.environment.now();
  const seen = readSetting(context.db, seenAt);
  const trashed = all<{ kind: 'draft' | 'report'; id: string; row: number; trashed_ms: number }>(
    context.db,
    `SELECT 'draft' AS kind, id, 0 AS row, trashed_ms FROM draft WHERE trashed_ms IS NOT NULL
     UNION ALL SELECT 'report', id, row, trashed_ms FROM report WHERE trashed_ms IS NOT NULL`,
  );
  if (trashed.length === 0 || (typeof seen === 'number' && Math.abs(nowMs - seen) < dayMs)) return;
  const before = Math.min(nowMs, typeof seen === 'number' ? seen : 0) - keepTrashMs;
  forgetColumns(context.db);
  inTransaction(context.db, () => {
    for (const { kind, id, row } of trashed.filter(({ trashed_ms }) => trashed_ms < before)) {
      if (kind === 'draft') deleteDraft(context, id);
      else deleteReport(context, row);
    }
    dropUnusedAssets(context.db);
    writeSetting(context.db, seenAt, nowMs);
    return ok(undefined);
  });
}

function deleteReport(context: Context, row: number): void {
  run(context.db, 'DELETE FROM follow_up WHERE entry IN (SELECT id FROM entry WHERE report = ?)', row);
  removeEntries(context, row);
  run(context.db, 'DELETE FROM report WHERE row = ?', row);
}
