/** Revisions: whole states of a draft, only ever added. An aside is somebody's state beside the draft's own line. */
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { RevisionRow } from './archive.ts';
import { linkAssets } from './assets.ts';
import type { Context } from './context.ts';
import { all, get, run } from './db.ts';
import { readRegister, writeRegister } from './register.ts';
import { fromStored, hashesIn, pack, toStored, unpack } from './stored-draft.ts';

interface Place {
  readonly draft: string;
  readonly sequence: number;
  readonly savedMs: number;
}

/** Adds a state of the draft's own line; its register is in the journal's states already. */
export function addRevision(context: Context, at: Place, state: Draft): number {
  const no = newestNo(context, at.draft) + 1;
  insert(context, at, no, state, 0);
  return no;
}

/** Keeps what somebody wrote on an older state. The same state twice in a row is kept once. */
export function addAside(context: Context, at: Place, state: Draft): number {
  const last = get<{ no: number; sequence: number; body: Buffer }>(
    context.db,
    'SELECT no, sequence, body FROM revision WHERE draft = ? AND aside = 1 ORDER BY no DESC LIMIT 1',
    at.draft,
  );
  if (last !== undefined && last.sequence === at.sequence && last.body.equals(pack(toStored(context.db, state)))) {
    const people = readRegister(context, { draft: at.draft, sequence: at.sequence, aside: last.no });
    if (JSON.stringify(people) === JSON.stringify(state.people)) return last.no;
  }
  const no = newestNo(context, at.draft) + 1;
  insert(context, at, no, state, 1);
  writeRegister(context, { draft: at.draft, sequence: at.sequence, aside: no }, state.people);
  return no;
}

export function listRevisions(context: Context, draft: string): RevisionRow[] {
  return all<{ no: number; saved_ms: number; words: number; aside: number }>(
    context.db,
    'SELECT no, saved_ms, words, aside FROM revision WHERE draft = ? ORDER BY no DESC',
    draft,
  ).map((row) => ({ no: row.no, savedMs: row.saved_ms, words: row.words, aside: row.aside === 1 }));
}

/** @fails draft/not-found  no revision has this number */
export function readRevision(context: Context, draft: string, no: number): Result<Draft> {
  const row = get<{ sequence: number; aside: number; body: Buffer }>(
    context.db,
    'SELECT sequence, aside, body FROM revision WHERE draft = ? AND no = ?',
    draft,
    no,
  );
  if (row === undefined) return fail('draft/not-found');
  const people = readRegister(context, { draft, sequence: row.sequence, aside: row.aside === 1 ? no : 0 });
  return ok(fromStored(context.db, unpack(row.body), people));
}

export function newestOnLine(context: Context, draft: string): { readonly no: number; readonly sequence: number } {
  return (
    get<{ no: number; sequence: number }>(
      context.db,
      'SELECT no, sequence FROM revision WHERE draft = ? AND aside = 0 ORDER BY sequence DESC, no DESC LIMIT 1',
      draft,
    ) ?? { no: 0, sequence: 0 }
  );
}

export function newestNo(context: Context, draft: string): number {
  return get<{ no: number | null }>(context.db, 'SELECT max(no) AS no FROM revision WHERE draft = ?', draft)?.no ?? 0;
}

/** Words of the body: runs of letters and digits. */
export function countWords(body: unknown): number {
  if (Array.isArray(body)) return body.reduce<number>((sum, node) => sum + countWords(node), 0);
  if (typeof body !== 'object' || body === null) return 0;
  if ('text' in body && typeof body.text === 'string') return body.text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return 'children' in body ? countWords(body.children) : 0;
}

function insert(context: Context, at: Place, no: number, state: Draft, aside: 0 | 1): void {
  const stored = toStored(context.db, state);
  linkAssets(context.db, at.draft, hashesIn(stored.assets));
  run(
    context.db,
    'INSERT INTO revision (draft, no, sequence, saved_ms, words, aside, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    at.draft,
    no,
    at.sequence,
    at.savedMs,
    countWords(state.body),
    aside,
    pack(stored),
  );
}
