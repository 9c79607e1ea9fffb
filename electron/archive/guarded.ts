/** The one door to an open archive: every call goes through here, so a page that does not authenticate closes it, always. */
import { fail, type Result } from '../../shared/contract/result.ts';
import { failureOf } from './files.ts';

/** Whether calls are answered, and what happens when the database turns out to be damaged. */
export interface Gate {
  readonly isOpen: () => boolean;
  /** The database still stands under its name. A folder that was moved or deleted takes writes without a word, and loses them. */
  readonly inPlace: () => boolean;
  /** Called after each call that was answered and left the archive open. */
  readonly after?: () => void;
  /** Closes without writing and tells whoever asked to be told. */
  readonly damaged: () => void;
}

const gone = fail('archive/not-writable', { reason: 'its folder was moved or deleted' });

/** Runs one call. Expected faults of disk and database become Results; faults of ours are thrown on. */
export function through<T>(gate: Gate, work: () => Result<T>): Result<T> {
  if (!gate.isOpen()) return fail('archive/locked');
  if (!gate.inPlace()) return gone;
  let result: Result<T>;
  try {
    result = work();
  } catch (error) {
    const known = failureOf(error);
    if (known === null) throw error;
    result = known;
  }
  if (!result.ok && result.error.code === 'archive/damaged') gate.damaged();
  else if (gate.isOpen()) gate.after?.();
  return result.ok && !gate.inPlace() ? gone : result;
}

type Calls = Readonly<Record<string, (...input: never[]) => Result<unknown>>>;

/** The same calls, each through the gate. */
export function guarded<Area extends object>(gate: Gate, area: Area): Area {
  const calls = Object.entries(area as unknown as Calls).map(([name, call]) => [name, (...input: never[]) => through(gate, () => call(...input))]);
  return Object.fromEntries(calls) as Area;
}
