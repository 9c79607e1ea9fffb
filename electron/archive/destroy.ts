/** Destroying a register after adoption: the one act that is meant to be final. */
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { dropUnusedAssets } from './assets.ts';
import { backupsWithRegister } from './backup.ts';
import type { Context } from './context.ts';
import { get, inTransaction, run } from './db.ts';
import { dropRegister } from './register.ts';
import { addRevision, newestNo } from './revisions.ts';

/** Drops the register with its key and every earlier state of the draft; leaves one revision in frozen wording.
 *  Pages are overwritten as rows go (secure_delete), then the log is emptied: no name is left in either.
 *  @param freeze replaces every reference to a person by the wording as issued
 *  @fails draft/invalid  a reference is left after `freeze`; nothing was changed */
export function destroyRegister(
  context: Context,
  id: string,
  state: { readonly sequence: number; readonly draft: Draft },
  freeze: (draft: Draft) => Draft,
): Result<{ readonly people: number; readonly backups: readonly string[] }> {
  const people = state.draft.people.length;
  // Reasons for kept findings may hold names, and without a register there is nothing left to keep.
  const frozen: Draft = { ...freeze(state.draft), people: [], overrides: [] };
  if (refersToPeople(frozen.body)) return fail('draft/invalid', { reason: 'a reference to a person is left in the text', at: 'body' });
  const done = inTransaction(context.db, () => {
    const no = newestNo(context, id);
    dropRegister(context, id);
    for (const table of ['journal', 'revision', 'draft_asset']) run(context.db, `DELETE FROM ${table} WHERE draft = ?`, id);
    const sequence = state.sequence + 1;
    const savedMs = context.environment.now();
    run(context.db, 'UPDATE draft SET sequence = ?, changed_ms = ?, note = NULL, note_sequence = NULL WHERE id = ?', sequence, savedMs, id);
    addRevision(context, { draft: id, sequence, savedMs }, frozen);
    // Numbers go on from the ones that were dropped, so that no old number means a new state.
    run(context.db, 'UPDATE revision SET no = ? WHERE draft = ?', no + 1, id);
    dropUnusedAssets(context.db);
    return ok(undefined);
  });
  if (!done.ok) return done;
  emptyLog(context);
  return ok({ people, backups: backupsWithRegister(context, id) });
}

/** Folds the log into the database and cuts it to nothing. @throws where a reader holds it, which cannot be with one owner */
export function emptyLog(context: Context): void {
  const [row] = context.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (row?.busy !== 0) throw new Error('the log could not be emptied');
}

function refersToPeople(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(refersToPeople);
  if (typeof node !== 'object' || node === null) return false;
  if ('person' in node && node.person !== undefined) return true;
  return 'children' in node && refersToPeople(node.children);
}

/** Deletes a draft and all that is kept of it: after its time in the trash. */
export function deleteDraft(context: Context, id: string): void {
  if (get(context.db, 'SELECT 1 FROM draft WHERE id = ?', id) === undefined) return;
  dropRegister(context, id);
  for (const table of ['journal', 'revision', 'draft_asset']) run(context.db, `DELETE FROM ${table} WHERE draft = ?`, id);
  run(context.db, 'DELETE FROM draft WHERE id = ?', id);
}
