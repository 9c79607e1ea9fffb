/** An open archive, put together from its parts, every call through the one gate. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Archive, Job } from './archive.ts';
import { faultsOf } from './content.ts';
import { type Context, databaseFile } from './context.ts';
import { all, get } from './db.ts';
import { emptyLog } from './destroy.ts';
import { makeDrafts } from './drafts.ts';
import { makeEntries } from './entries.ts';
import { syncFile } from './files.ts';
import { type Gate, guarded, through } from './guarded.ts';
import { rewriteHeader, unlockHeader } from './key/header.ts';
import { makePassphraseSlot } from './key/slots.ts';
import { passphraseStrength } from './key/strength.ts';
import type { Ownership } from './owner.ts';
import { makeBackups } from './replace-backups.ts';
import { makeReports } from './reports.ts';
import { makeSearch } from './search.ts';
import { type Facts, makeSettings } from './settings.ts';
import { emptyTrash } from './trash.ts';
import { backUpIfDue, changes, startUpkeep } from './upkeep.ts';

interface Held extends Facts {
  readonly ownership: Ownership;
  readonly onDamaged?: (() => void) | undefined;
}

export function assemble(context: Context, held: Held): Archive {
  let state: 'open' | 'closed' = 'open';
  const path = join(context.folder, databaseFile);
  const file = statSync(path).ino;
  const end = (clean: boolean) => {
    state = 'closed';
    upkeep.stop();
    context.db.close();
    context.dataKey.fill(0);
    held.ownership.release(clean);
  };
  const gate: Gate = {
    isOpen: () => state === 'open',
    inPlace: () => statSync(path, { throwIfNoEntry: false })?.ino === file,
    after: () => upkeep.seen(),
    damaged: () => {
      end(false);
      held.onDamaged?.();
    },
  };
  const opened = changes(context);
  const upkeep = startUpkeep(context, gate);
  const { foldAll, ...calls } = makeDrafts(context);
  return {
    folder: context.folder,
    name: held.name,
    sample: held.sample,
    get isOpen() {
      return state === 'open';
    },
    drafts: guarded(gate, calls),
    reports: guarded(gate, makeReports(context)),
    entries: guarded(gate, makeEntries(context)),
    search: guarded(gate, makeSearch(context)),
    backups: guarded(gate, makeBackups(context)),
    settings: guarded(gate, makeSettings(context)),
    stats: () => through(gate, () => ok(stats(context))),
    verify: (job) => through(gate, () => verify(context, job ?? {})),
    changePassphrase: async (current, next) => (state === 'open' ? changePassphrase(context.folder, gate, current, next) : fail('archive/locked')),
    flush: () =>
      through(gate, () => {
        emptyTrash(context);
        emptyLog(context);
        return ok(undefined);
      }),
    close: () => (state === 'closed' ? ok(undefined) : close(context, gate, foldAll, opened, end)),
  };
}

/** Folds, empties the log, gives the folder free. Where that fails (a full disk) the archive is closed all the same:
 *  what was acknowledged stands in the log, and the next opening reads it. */
function close(context: Context, gate: Gate, foldAll: () => Result<void>, opened: number, end: (clean: boolean) => void): Result<void> {
  const folded = through(gate, () => {
    const done = foldAll();
    if (!done.ok) return done;
    emptyTrash(context);
    const kept = backUpIfDue(context, changes(context) - opened);
    if (kept.ok) emptyLog(context);
    return kept;
  });
  if (!gate.isOpen()) return folded;
  end(folded.ok);
  if (folded.ok) syncFile(join(context.folder, databaseFile));
  return folded;
}

function stats(context: Context): Output<'archive.stats'> {
  const number = (sql: string) => get<{ n: number }>(context.db, sql)?.n ?? 0;
  const kinds = all<{ kind: string; n: number }>(
    context.db,
    `SELECT kind, count(*) AS n FROM facet JOIN report ON report.row = facet.report WHERE trashed_ms IS NULL GROUP BY kind ORDER BY kind`,
  );
  const byKind = Object.fromEntries(kinds.filter(({ kind }) => kind !== 'text').map(({ kind, n }) => [kind, n]));
  return {
    reports: number('SELECT count(*) AS n FROM report WHERE trashed_ms IS NULL'),
    entries: Object.values(byKind).reduce((sum, n) => sum + n, 0),
    texts: kinds.find(({ kind }) => kind === 'text')?.n ?? 0,
    drafts: number('SELECT count(*) AS n FROM draft WHERE trashed_ms IS NULL'),
    byKind,
  };
}

function verify(context: Context, job: Job): Result<Output<'archive.verify'>> {
  job.onProgress?.(0, 0, 'reading every page');
  // Pages held in memory would be believed without a look at the disk.
  context.db.pragma('shrink_memory');
  if (faultsOf(context.db, 'integrity_check').length > 0) return fail('archive/damaged', { at: databaseFile });
  job.onProgress?.(0, 0, 'checking the index');
  // Compares the full-text index with the rows it was made from; fails as a corrupt table.
  context.db.exec(`INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)`);
  const { reports, entries } = stats(context);
  return ok({ ok: true, pages: Number(context.db.pragma('page_count', { simple: true })), reports, entries });
}

/** Works on the key that the current passphrase opens, not on the archive's own: that one is wiped if the archive is closed meanwhile. */
async function changePassphrase(folder: string, gate: Gate, current: string, next: string): Promise<Result<void>> {
  const strength = passphraseStrength(next);
  if (!strength.ok) return fail('archive/weak-passphrase', { reason: strength.advice });
  const now = await unlockHeader(folder, { passphrase: current });
  if (!now.ok) return now;
  const { dataKey } = now.value;
  const { memoryKiB, passes, lanes } = now.value.parts.passphrase.kdf;
  const slot = await makePassphraseSlot(now.value.parts.archive, dataKey, next, { memoryKiB, passes, lanes });
  if (!gate.isOpen()) return fail('archive/locked');
  const written = rewriteHeader(folder, dataKey, now.value, { passphrase: slot });
  dataKey.fill(0);
  return written.ok ? ok(undefined) : written;
}
