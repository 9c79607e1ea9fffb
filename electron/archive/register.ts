/** Registers: who was in the room. Sealed under a key of their own, one for each draft, so that deleting the key is enough. */
import { randomBytes } from 'node:crypto';
import type { Person } from '../../shared/people/person.ts';
import type { Context } from './context.ts';
import { get, run } from './db.ts';
import { Sealed, seal, subkey, unseal } from './key/seal.ts';

const wrapInfo = 'rapporteur/register/1';

/** On the draft's own line, or beside it (`aside`: number of that revision). */
export interface RegisterPlace {
  readonly draft: string;
  readonly sequence: number;
  readonly aside: number;
}

/** Keeps the register as it is from this sequence on. An empty register of a draft that never had one makes no key. */
export function writeRegister(context: Context, at: RegisterPlace, people: readonly Person[]): void {
  if (people.length === 0 && !hasRegister(context, at.draft)) return;
  const sealed = seal(registerKey(context, at.draft), Buffer.from(JSON.stringify(people)), place(at));
  run(
    context.db,
    'INSERT OR REPLACE INTO register_state (draft, sequence, aside, sealed) VALUES (?, ?, ?, ?)',
    at.draft,
    at.sequence,
    at.aside,
    JSON.stringify(sealed),
  );
}

/** The register as it was at this sequence; [] where there was none, or where it was destroyed. */
export function readRegister(context: Context, at: RegisterPlace): Person[] {
  const row = get<{ sequence: number; sealed: string }>(
    context.db,
    'SELECT sequence, sealed FROM register_state WHERE draft = ? AND aside = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1',
    at.draft,
    at.aside,
    at.sequence,
  );
  if (row === undefined) return [];
  const plain = unseal(registerKey(context, at.draft), Sealed.parse(JSON.parse(row.sealed)), place({ ...at, sequence: row.sequence }));
  if (plain === null) throw Object.assign(new Error('a register does not open under its key'), { code: 'SQLITE_CORRUPT' });
  return JSON.parse(plain.toString('utf8')) as Person[];
}

export function hasRegister(context: Context, draft: string): boolean {
  return get(context.db, 'SELECT 1 FROM register_key WHERE draft = ?', draft) !== undefined;
}

/** Deletes key and states. Pages are overwritten (secure_delete); the log is emptied by the caller. */
export function dropRegister(context: Context, draft: string): void {
  run(context.db, 'DELETE FROM register_state WHERE draft = ?', draft);
  run(context.db, 'DELETE FROM register_key WHERE draft = ?', draft);
}

function registerKey(context: Context, draft: string): Buffer {
  const wrapping = subkey(context.dataKey, Buffer.from(draft), wrapInfo);
  const row = get<{ wrapped: string }>(context.db, 'SELECT wrapped FROM register_key WHERE draft = ?', draft);
  if (row === undefined) {
    const key = randomBytes(32);
    run(context.db, 'INSERT INTO register_key (draft, wrapped) VALUES (?, ?)', draft, JSON.stringify(seal(wrapping, key, `${wrapInfo} ${draft}`)));
    return key;
  }
  const key = unseal(wrapping, Sealed.parse(JSON.parse(row.wrapped)), `${wrapInfo} ${draft}`);
  if (key === null) throw Object.assign(new Error('a register key does not open'), { code: 'SQLITE_CORRUPT' });
  return key;
}

function place(at: RegisterPlace): string {
  return `rapporteur/register-state/1 ${at.draft} ${at.sequence} ${at.aside}`;
}
