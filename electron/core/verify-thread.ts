/** Searches files in a thread of their own: one thread for one export, ended with it, since it has held protected words. */
import { Worker } from 'node:worker_threads';
import type { Verified, verifyFile } from '../export/verify/index.ts';
import { entryFile } from './root.ts';
import type { VerifyJob } from './verify-worker.ts';

export interface VerifyThread {
  readonly verify: typeof verifyFile;
  end(): Promise<void>;
}

/** A thread that ends before it has answered counts as a hit: a file that was not searched must not appear. */
const unsearched: Verified = { streams: 0, forms: 0, hits: [{ stream: 'the file, which could not be searched', kind: 'unreadable' }], pages: null };

export function startVerifyThread(): VerifyThread {
  const worker = new Worker(entryFile('core/verify-worker'), { execArgv: [] });
  /** Files are searched one after the other: whoever waits now. */
  let settle: (verified: Verified) => void = () => {};
  let ended = false;
  const fail = (): void => {
    ended = true;
    settle(unsearched);
  };
  worker.on('message', (verified: Verified) => settle(verified));
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    verify: (file, terms, allowed) =>
      new Promise((resolve) => {
        settle = resolve;
        if (ended) resolve(unsearched);
        else worker.postMessage({ file, terms, allowed } satisfies VerifyJob);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
