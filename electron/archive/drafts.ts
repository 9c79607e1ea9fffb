/** Drafts: created, journalled, folded into revisions, put in the trash. */
import type { Change } from '../../shared/contract/calls/draft.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { DraftRow, Drafts, OpenedDraft } from './archive.ts';
import type { Context } from './context.ts';
import { all, get, inTransaction, run } from './db.ts';
import { destroyRegister } from './destroy.ts';
import { applyChange, isWritten, stateAt, writeChange } from './journal.ts';
import { writeRegister } from './register.ts';
import { addAside, addRevision, listRevisions, newestOnLine, readRevision } from './revisions.ts';

/** After so many changes the journal is folded, so that opening never replays more than these. */
const foldEvery = 400;
/** Drafts whose newest state stays in memory between two changes. */
const keptOpen = 4;

interface Row {
  readonly sequence: number;
  readonly trashed_ms: number | null;
}
interface Kept {
  readonly sequence: number;
  readonly draft: Draft;
}

export interface DraftsOfArchive extends Drafts {
  /** Folds every journal that has changes since its last revision: before the archive is closed. */
  foldAll(): Result<void>;
}

export function makeDrafts(context: Context): DraftsOfArchive {
  const states = new Map<string, Kept>();
  const parts = { context, states };
  return {
    list: (trashed) => ok(listDrafts(context, trashed)),
    create: (draft) => createDraft(context, draft),
    open: (id) => openDraft(parts, id),
    append: (id, after, change) => append(parts, id, after, change),
    replace: (id, after, draft) => replace(parts, id, after, draft),
    checkpoint: (id) => checkpoint(parts, id),
    revisions: (id) => found(context, id, () => ok(listRevisions(context, id))),
    revision: (id, no) => readRevision(context, id, no),
    trash: (id) => mark(context, id, context.environment.now()),
    untrash: (id) => mark(context, id, null),
    remember: (id, sequence, note) => {
      run(context.db, 'UPDATE draft SET note = ?, note_sequence = ? WHERE id = ?', JSON.stringify(note), sequence, id);
      return ok(undefined);
    },
    destroyRegister: (id, freeze) => {
      const state = current(parts, id);
      if (!state.ok) return state;
      states.delete(id);
      return destroyRegister(context, id, state.value, freeze);
    },
    foldAll: () => foldAll(parts),
  };
}

interface Parts {
  readonly context: Context;
  readonly states: Map<string, Kept>;
}

function rowOf(context: Context, id: string): Row | undefined {
  return get<Row>(context.db, 'SELECT sequence, trashed_ms FROM draft WHERE id = ?', id);
}

function found<T>(context: Context, id: string, work: (row: Row) => Result<T>): Result<T> {
  const row = rowOf(context, id);
  return row === undefined ? fail('draft/not-found') : work(row);
}

function listDrafts(context: Context, trashed: boolean): DraftRow[] {
  return all<{ id: string; created_ms: number; changed_ms: number; trashed_ms: number | null; sequence: number; note: string | null }>(
    context.db,
    `SELECT id, created_ms, changed_ms, trashed_ms, sequence, CASE WHEN note_sequence = sequence THEN note END AS note
     FROM draft WHERE (trashed_ms IS NOT NULL) = ? ORDER BY changed_ms DESC, id`,
    trashed ? 1 : 0,
  ).map((row) => ({
    id: row.id,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
    trashedMs: row.trashed_ms,
    sequence: row.sequence,
    note: row.note === null ? null : (JSON.parse(row.note) as unknown),
  }));
}

function createDraft(context: Context, draft: Draft): Result<{ readonly id: string }> {
  const id = context.environment.newId('draft');
  const savedMs = context.environment.now();
  return inTransaction(context.db, () => {
    run(context.db, 'INSERT INTO draft (id, created_ms, changed_ms, sequence) VALUES (?, ?, ?, 0)', id, savedMs, savedMs);
    writeRegister(context, { draft: id, sequence: 0, aside: 0 }, draft.people);
    addRevision(context, { draft: id, sequence: 0, savedMs }, draft);
    return ok({ id });
  });
}

/** The newest state, from memory where it is still there. */
function current(parts: Parts, id: string): Result<Kept> {
  return found(parts.context, id, (row) => {
    const kept = parts.states.get(id);
    if (kept !== undefined && kept.sequence === row.sequence) return ok(kept);
    const state = stateAt(parts.context, id, row.sequence);
    return state.ok ? ok(keep(parts, id, { sequence: row.sequence, draft: state.value })) : state;
  });
}

function keep({ states }: Parts, id: string, state: Kept): Kept {
  states.delete(id);
  states.set(id, state);
  for (const oldest of states.keys()) {
    if (states.size <= keptOpen) break;
    states.delete(oldest);
  }
  return state;
}

function openDraft(parts: Parts, id: string): Result<OpenedDraft> {
  if (typeof rowOf(parts.context, id)?.trashed_ms === 'number') return fail('draft/not-found');
  const state = current(parts, id);
  if (!state.ok) return state;
  return ok({ draft: state.value.draft, revision: newestOnLine(parts.context, id).no, sequence: state.value.sequence });
}

function append(parts: Parts, id: string, after: number, change: Change): Result<{ sequence: number; savedMs: number }> {
  const { context } = parts;
  const base = current(parts, id);
  if (!base.ok) return base;
  const savedMs = context.environment.now();
  if (after !== base.value.sequence) {
    if (after + 1 === base.value.sequence && isWritten(context, id, after + 1, change)) return ok({ sequence: after + 1, savedMs });
    const older = stateAt(context, id, after);
    return keepAside(parts, id, after, older.ok ? applyChange(older.value, change) : older);
  }
  const next = applyChange(base.value.draft, change);
  if (!next.ok) return next;
  const sequence = after + 1;
  const written = inTransaction(context.db, () => {
    writeChange(context, id, sequence, change, savedMs);
    run(context.db, 'UPDATE draft SET sequence = ?, changed_ms = ? WHERE id = ?', sequence, savedMs, id);
    if (sequence - newestOnLine(context, id).sequence >= foldEvery) addRevision(context, { draft: id, sequence, savedMs }, next.value);
    return ok({ sequence, savedMs });
  });
  if (written.ok) keep(parts, id, { sequence, draft: next.value });
  return written;
}

function replace(parts: Parts, id: string, after: number, draft: Draft): Result<{ sequence: number; savedMs: number }> {
  const { context } = parts;
  const base = current(parts, id);
  if (!base.ok) return base;
  if (after !== base.value.sequence) return keepAside(parts, id, after, ok(draft));
  const savedMs = context.environment.now();
  const sequence = after + 1;
  const written = inTransaction(context.db, () => {
    run(context.db, 'UPDATE draft SET sequence = ?, changed_ms = ? WHERE id = ?', sequence, savedMs, id);
    writeRegister(context, { draft: id, sequence, aside: 0 }, draft.people);
    addRevision(context, { draft: id, sequence, savedMs }, draft);
    return ok({ sequence, savedMs });
  });
  if (written.ok) keep(parts, id, { sequence, draft });
  return written;
}

/** Both versions stay: the newer one where it is, this one as a revision beside it. Nothing is kept where the sender's
 *  state cannot be rebuilt (it says that it builds on changes that this archive never had). */
function keepAside(parts: Parts, id: string, after: number, state: Result<Draft>): Result<never> {
  const { context } = parts;
  const newest = rowOf(context, id)?.sequence ?? 0;
  if (!state.ok) return fail('archive/stale-revision', { newest });
  const kept = inTransaction(context.db, () => ok(addAside(context, { draft: id, sequence: after, savedMs: context.environment.now() }, state.value)));
  return kept.ok ? fail('archive/stale-revision', { newest, kept: kept.value }) : kept;
}

function checkpoint(parts: Parts, id: string): Result<{ revision: number }> {
  const state = current(parts, id);
  if (!state.ok) return state;
  const { sequence, draft } = state.value;
  const newest = newestOnLine(parts.context, id);
  if (newest.sequence >= sequence) return ok({ revision: newest.no });
  const savedMs = parts.context.environment.now();
  return inTransaction(parts.context.db, () => ok({ revision: addRevision(parts.context, { draft: id, sequence, savedMs }, draft) }));
}

function foldAll(parts: Parts): Result<void> {
  const open = all<{ id: string }>(
    parts.context.db,
    'SELECT id FROM draft WHERE sequence > (SELECT max(sequence) FROM revision WHERE revision.draft = draft.id AND aside = 0)',
  );
  for (const { id } of open) {
    const folded = checkpoint(parts, id);
    if (!folded.ok) return folded;
  }
  return ok(undefined);
}

function mark(context: Context, id: string, trashedMs: number | null): Result<void> {
  return found(context, id, () => {
    run(context.db, 'UPDATE draft SET trashed_ms = ? WHERE id = ?', trashedMs, id);
    return ok(undefined);
  });
}
