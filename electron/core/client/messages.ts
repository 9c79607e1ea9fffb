/** What a host and its core process say to each other. Both ends are ours; the page reaches only `call`. */
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Result } from '../../../shared/contract/result.ts';
import type { ReadJob } from '../../import/process.ts';
import type { Grant } from '../grants.ts';

export interface StartOptions {
  /** Told to whoever finds the archive in use. */
  readonly owner: string;
  /** Folder of the sample archive; made when it is first opened. */
  readonly sampleFolder: string;
  /** The archive that was open before the process was ended by a lock. */
  readonly before: { readonly name: string; readonly sample: boolean } | null;
  /** Minutes without a call before the archive locks; 0: never. */
  readonly idleMinutes: number;
}

export type ToCore =
  | { readonly type: 'start'; readonly options: StartOptions }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'grant'; readonly id: number; readonly grant: Grant }
  /** Redeems a token for the host: a download, a file to show in its folder. */
  | { readonly type: 'take'; readonly id: number; readonly token: string }
  | { readonly type: 'idle'; readonly minutes: number }
  /** What became of a file that the host's child read, unchecked. */
  | { readonly type: 'read-answer'; readonly id: number; readonly answer: unknown }
  /** Flush, close, answer and end: the one wipe that can be promised. */
  | { readonly type: 'lock'; readonly id: number; readonly why: 'asked' | 'idle' | 'system' };

export type FromCore =
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: CoreEvent }
  /** Asks the host for a fresh child to read a file: in a package the core cannot start one. */
  | { readonly type: 'read'; readonly id: number; readonly job: ReadJob }
  | { readonly type: 'read-cancel'; readonly id: number }
  /** What `before` of the next start will say. */
  | { readonly type: 'session'; readonly name: string; readonly sample: boolean };

/** One running core process, whatever started it. */
export interface Link {
  send(message: ToCore): void;
  /** `hear` gets every message, `ended` the end of the process, once. */
  attach(hear: (message: FromCore) => void, ended: () => void): void;
  kill(): void;
}
