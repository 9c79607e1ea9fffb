/** Composes archive, exporters and importers. What a handler needs and nothing else; clock, ids and log are arguments. */
import { randomUUID } from 'node:crypto';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import { GuardMemo } from '../../shared/guard/guard.ts';
import type { Lexicon } from '../../shared/guard/lexicon.ts';
import type { Library } from '../../shared/template/library.ts';
import type { AskChild } from '../import/process.ts';
import { Grants } from './grants.ts';
import { Jobs } from './jobs.ts';
import { readLexicons, readLibrary } from './library.ts';
import { type Log, silent } from './log.ts';
import { Reads } from './reads.ts';
import { type Before, Session } from './session.ts';

export interface CoreOptions {
  /** Folder of the sample archive; made when it is first opened. */
  readonly sampleFolder: string;
  /** Told to whoever finds the archive in use: "Rapporteur (desktop)". */
  readonly owner: string;
  readonly before?: Before | null | undefined;
  readonly emit?: ((event: CoreEvent) => void) | undefined;
  readonly log?: Log | undefined;
  /** Starts the disposable child that reads a file, where a fork cannot. */
  readonly askChild?: AskChild | undefined;
  /** Set where somebody types meanwhile; the command line waits for its answer anyway. */
  readonly background?: boolean | undefined;
  /** Wall clock, ms since 1970 UTC. */
  readonly now?: (() => number) | undefined;
}

export interface Core {
  readonly session: Session;
  readonly grants: Grants;
  readonly jobs: Jobs;
  readonly reads: Reads;
  readonly log: Log;
  readonly emit: (event: CoreEvent) => void;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly owner: string;
  readonly sampleFolder: string;
  readonly askChild: AskChild | undefined;
  /** Somebody types meanwhile: long work goes to threads of its own. */
  readonly background: boolean;
  /** Templates, markings and house styles, read on first use and kept. @fails template/invalid */
  library(): Result<Library>;
  /** The guard's words, read on first use and kept. @fails template/invalid */
  lexicon(): Result<Lexicon>;
  /** What the guard remembers of an open draft. */
  memo(draft: string): GuardMemo;
}

export function createCore(options: CoreOptions): Core {
  const emit = options.emit ?? (() => {});
  let library: Result<Library> | undefined;
  let lexicon: Result<Lexicon> | undefined;
  const memos = new Map<string, GuardMemo>();
  return {
    session: new Session(options.before ?? null),
    grants: new Grants(),
    jobs: new Jobs(emit),
    reads: new Reads(),
    log: options.log ?? silent,
    emit,
    now: options.now ?? Date.now,
    newId: (prefix) => `${prefix}-${randomUUID()}`,
    owner: options.owner,
    sampleFolder: options.sampleFolder,
    askChild: options.askChild,
    background: options.background ?? false,
    library: () => {
      library ??= readLibrary();
      return library;
    },
    lexicon: () => {
      lexicon ??= readLexicons();
      return lexicon;
    },
    memo: (draft) => {
      const memo = memos.get(draft) ?? new GuardMemo();
      memos.delete(draft);
      memos.set(draft, memo);
      for (const old of [...memos.keys()].slice(0, -4)) memos.delete(old);
      return memo;
    },
  };
}
