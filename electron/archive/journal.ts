/** The journal: every change to a draft, in the order of its sequence numbers, replayed onto the nearest revision. */
import { createEditor, type Descendant, type Operation, Transforms } from 'slate';
import type { Change } from '../../shared/contract/calls/draft.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { linkAssets } from './assets.ts';
import type { Context } from './context.ts';
import { all, get, run } from './db.ts';
import { readRegister, writeRegister } from './register.ts';
import { fromStored, fromStoredChange, hashesIn, type StoredChange, toStoredChange, unpack } from './stored-draft.ts';

/** Applies one change: Slate operations as the editor made them (nothing is normalised), then new values beside the body.
 *  @fails draft/invalid  an operation points to where nothing is; the draft given is not touched */
export function applyChange(draft: Draft, change: Change): Result<Draft> {
  const editor = createEditor();
  // Slate's nodes are ours: elements with `children`, leaves with `text`. Its types know only a generic element.
  editor.children = draft.body as unknown as Descendant[];
  try {
    for (const operation of change.operations) {
      if (operation.type !== 'set_selection') Transforms.transform(editor, operation as unknown as Operation);
    }
  } catch (error) {
    return fail('draft/invalid', { reason: 'a change does not fit the draft', at: error instanceof Error ? error.name : '' });
  }
  return ok({ ...draft, ...change.set, body: editor.children as unknown as Draft['body'] });
}

/** Writes one change under its number, with the register and pictures that it sets. */
export function writeChange(context: Context, draft: string, sequence: number, change: Change, savedMs: number): void {
  const stored = toStoredChange(context.db, change);
  linkAssets(context.db, draft, hashesIn(stored.set?.assets));
  run(context.db, 'INSERT INTO journal (draft, sequence, saved_ms, change) VALUES (?, ?, ?, ?)', draft, sequence, savedMs, JSON.stringify(stored));
  if (change.set?.people !== undefined) writeRegister(context, { draft, sequence, aside: 0 }, change.set.people);
}

/** True where this very change stands there already: an answer was lost on its way, and the sender asks again. */
export function isWritten(context: Context, draft: string, sequence: number, change: Change): boolean {
  const row = get<{ change: string }>(context.db, 'SELECT change FROM journal WHERE draft = ? AND sequence = ?', draft, sequence);
  if (row === undefined || row.change !== JSON.stringify(toStoredChange(context.db, change))) return false;
  const people = change.set?.people;
  return people === undefined || JSON.stringify(readRegister(context, { draft, sequence, aside: 0 })) === JSON.stringify(people);
}

/** The draft as it was after change number `sequence`: the nearest revision before it and the journal from there.
 *  @fails draft/not-found  no state that early is kept */
export function stateAt(context: Context, draft: string, sequence: number): Result<Draft> {
  const base = get<{ sequence: number; body: Buffer }>(
    context.db,
    'SELECT sequence, body FROM revision WHERE draft = ? AND aside = 0 AND sequence <= ? ORDER BY sequence DESC LIMIT 1',
    draft,
    sequence,
  );
  if (base === undefined) return fail('draft/not-found');
  let state: Draft = fromStored(context.db, unpack(base.body), []);
  for (const row of all<{ change: string }>(
    context.db,
    'SELECT change FROM journal WHERE draft = ? AND sequence > ? AND sequence <= ? ORDER BY sequence',
    draft,
    base.sequence,
    sequence,
  )) {
    const applied = applyChange(state, fromStoredChange(context.db, JSON.parse(row.change) as StoredChange));
    if (!applied.ok) return applied;
    state = applied.value;
  }
  return ok({ ...state, people: readRegister(context, { draft, sequence, aside: 0 }) });
}
