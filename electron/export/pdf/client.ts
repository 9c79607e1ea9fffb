/** The queue before the worker. It starts with the first job, keeps no process alive, and is replaced if it ends. */
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../shared/contract/result.ts';
import type { Answer, Job } from './jobs.ts';
import { workerFile } from './place.ts';

interface Waiting {
  readonly id: number;
  readonly job: Job;
  /** Jobs of one slot replace each other while they wait: only the newest preview of a draft is laid out. */
  readonly slot: string | null;
  readonly settle: (answer: Result<unknown>) => void;
}

/** Megabytes. A page passes through as strings of 2 MB: with a small young space they are collected at once and not by the hundred. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 12 };

let worker: Worker | null = null;
let running: Waiting | null = null;
let queue: Waiting[] = [];
let count = 0;

/** Never rejects.
 *  @param slot absent: the job always runs
 *  @fails host/cancelled a newer job took the slot before this one began
 *  @fails internal       the worker ended while the job ran; the next job starts a new one */
export function request<J extends Job>(job: J, slot: string | null = null): Promise<Result<Answer<J>>> {
  return new Promise((resolve) => {
    const replaced = queue.filter((waiting) => slot !== null && waiting.slot === slot);
    queue = queue.filter((waiting) => !replaced.includes(waiting));
    for (const old of replaced) old.settle(fail('host/cancelled'));
    count += 1;
    queue.push({ id: count, job, slot, settle: (answer) => resolve(answer as Result<Answer<J>>) });
    next();
  });
}

function next(): void {
  if (running !== null) return;
  running = queue.shift() ?? null;
  if (running === null) {
    worker?.unref();
    return;
  }
  worker ??= start();
  worker.ref();
  worker.postMessage({ id: running.id, job: running.job });
}

function start(): Worker {
  // No arguments of this process are passed on: a test runner's loaders are none of the worker's business.
  const started = new Worker(workerFile(), { execArgv: [], resourceLimits });
  started.on('message', ({ id, answer }: { readonly id: number; readonly answer: Result<unknown> }) => {
    if (running?.id !== id) return;
    finish(answer);
  });
  // The error event is followed by exit, which settles the job.
  started.on('error', () => {});
  started.on('exit', () => {
    if (worker !== started) return;
    worker = null;
    if (running !== null) finish(fail('internal'));
  });
  return started;
}

function finish(answer: Result<unknown>): void {
  const done = running;
  running = null;
  done?.settle(answer);
  next();
}

/** Ends the worker and drops what it holds: at lock and at quit. Waiting jobs answer host/cancelled. */
export async function endLayout(): Promise<void> {
  const ended = worker;
  const dropped = [...(running === null ? [] : [running]), ...queue];
  worker = null;
  running = null;
  queue = [];
  for (const waiting of dropped) waiting.settle(fail('host/cancelled'));
  await ended?.terminate();
}
