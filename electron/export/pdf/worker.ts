/** The thread in which pages are laid out, so that typing and saving never wait for them. One job at a time, in order. */
import { parentPort } from 'node:worker_threads';
import { fail, type Result } from '../../../shared/contract/result.ts';
import { type Job, run } from './jobs.ts';

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  const answer = attempt(job);
  parentPort?.postMessage({ id, answer });
});

/** A fault of the engine is an answer too: the text it may carry stays here. */
function attempt(job: Job): Result<unknown> {
  try {
    return run(job);
  } catch {
    return fail('export/layout', { reason: 'the layout engine stopped at this document' });
  }
}
