/**
 * The journal: every change of the draft reaches the core within 250 ms of the last key and within a second while typing.
 * "Saved" is said only after the core has committed; what failed stays in line and is tried again every second.
 */
import type { Client, Input } from '../../../shared/contract/api.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { Detail } from '../../../shared/contract/result.ts';
import { Store } from './store.ts';

export type Change = Input<'draft.append'>['change'];
type Operation = NonNullable<Change['operations']>[number];
type Parts = NonNullable<Change['set']>;

/** saved: all of it is in the archive · saving · failed: tried again · apart: somebody else saved, both versions are kept */
export type SaveState =
  | { readonly kind: 'saved' | 'saving'; readonly atMs: number | null }
  | { readonly kind: 'failed' | 'apart'; readonly atMs: number | null; readonly code: ErrorCode; readonly detail: Detail };

export interface JournalTimes {
  /** ms after the last change */
  readonly quiet: number;
  /** ms after the first change that waits */
  readonly longest: number;
  /** ms before a failed write is tried again */
  readonly again: number;
}

const usual: JournalTimes = { quiet: 200, longest: 800, again: 1000 };
/** The contract takes 20,000 operations a change; larger pastes go in parts. */
const most = 10_000;

export class Journal {
  readonly state: Store<SaveState>;
  readonly #client: Pick<Client, 'draft.append'>;
  readonly #id: string;
  readonly #times: JournalTimes;
  #sequence: number;
  /** Something of the writer waits, not only repairs made while opening. */
  #dirty = false;
  #waiting: Change[] = [];
  #writing: Promise<void> | null = null;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Pick<Client, 'draft.append'>, id: string, sequence: number, times: JournalTimes = usual) {
    this.#client = client;
    this.#id = id;
    this.#sequence = sequence;
    this.#times = times;
    this.state = new Store<SaveState>({ kind: 'saved', atMs: null });
  }

  /** Whether anything is not yet known to be committed. */
  get pending(): boolean {
    return this.#dirty || this.#writing !== null;
  }

  /** Takes operations of the editor, in order. `silent` (repairs made while opening) waits for the next change of the writer. */
  addOperations(operations: readonly Operation[], silent = false): void {
    if (operations.length === 0) return;
    const last = this.#waiting.at(-1);
    if (last?.operations && !last.set && last.operations.length + operations.length <= most) last.operations.push(...operations);
    else for (let at = 0; at < operations.length; at += most) this.#waiting.push({ operations: operations.slice(at, at + most) });
    if (silent) return;
    this.#dirty = true;
    this.#schedule();
  }

  /** Takes new values of parts beside the body: fields, rule, people … */
  addParts(set: Parts): void {
    this.#waiting.push({ operations: [], set });
    this.#dirty = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.state.get().kind === 'apart') return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.flush(), this.#times.quiet);
    this.#longest ??= setTimeout(() => void this.flush(), this.#times.longest);
  }

  /** Writes what waits, now. Resolves when it is committed or has failed; never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#longest = undefined;
    while (this.#writing) await this.#writing;
    if (!this.#dirty || this.state.get().kind === 'apart') return;
    this.#writing = this.#write();
    await this.#writing;
  }

  async #write(): Promise<void> {
    const { atMs } = this.state.get();
    if (this.state.get().kind === 'saved') this.state.set({ kind: 'saving', atMs });
    this.#dirty = false;
    while (this.#waiting.length > 0) {
      // Taken out of the line, so that operations made meanwhile start a change of their own.
      const sent = this.#waiting.shift();
      if (sent === undefined) break;
      const result = await this.#client['draft.append']({ id: this.#id, after: this.#sequence, change: clean(sent) });
      if (!result.ok) {
        this.#waiting.unshift(sent);
        this.#dirty = true;
        this.#writing = null;
        this.#failed(result.error.code, result.error.detail);
        return;
      }
      this.#sequence = result.value.sequence;
      const more = this.#waiting.length > 0;
      if (!more) this.#dirty = false;
      if (!more) this.#writing = null;
      this.state.set({ kind: more ? 'saving' : 'saved', atMs: result.value.savedMs });
    }
  }

  #failed(code: ErrorCode, detail: Detail): void {
    const { atMs } = this.state.get();
    const apart = code === 'archive/stale-revision';
    this.state.set({ kind: apart ? 'apart' : 'failed', atMs, code, detail });
    if (!apart) this.#quiet = setTimeout(() => void this.flush(), this.#times.again);
  }

  /** What is not known to be committed, and the sequence it builds on; null where all of it is. Nothing may be under way. */
  get left(): { readonly sequence: number; readonly changes: readonly Change[] } | null {
    return this.#dirty ? { sequence: this.#sequence, changes: [...this.#waiting] } : null;
  }

  /** Takes up what another journal of this draft had left, before anything else is added. */
  takeUp(changes: readonly Change[]): void {
    this.#waiting.push(...changes);
    this.#dirty = true;
    this.#schedule();
  }

  /** Gives up what waits: the writer took the other version, or a copy holds this one. */
  abandon(): void {
    this.#waiting = [];
    this.#dirty = false;
    this.close();
  }

  /** Stops the clocks; what waits is written by `flush` before. */
  close(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
  }
}

function clean(change: Change): Change {
  return change.set === undefined ? { operations: change.operations } : change;
}
