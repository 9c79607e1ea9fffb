/** Long work with its progress: an id that the core reports under, and a way to stop it. */
import { useCallback, useEffect, useState } from 'react';
import type { CoreEvent } from '../shared/contract/events.ts';
import { ask, bridge } from './client.ts';

export type JobProgress = Pick<Extract<CoreEvent, { type: 'progress' }>, 'done' | 'total' | 'step'>;

/** Calls `hear` for progress of the job `id`; returns how to stop listening. */
export function hearJob(id: string, hear: (progress: JobProgress) => void): () => void {
  return bridge.listen((event) => {
    if (event.type === 'progress' && event.job === id) hear(event);
  });
}

export function newJob(): string {
  return crypto.randomUUID();
}

/** The progress of one job at a time. `begin` gives the id to send with the call. */
export function useJob() {
  const [job, setJob] = useState<string | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => (job === null ? undefined : hearJob(job, setProgress)), [job]);
  const begin = useCallback(() => {
    const id = newJob();
    setProgress(null);
    setJob(id);
    return id;
  }, []);
  const cancel = useCallback(() => {
    if (job !== null) void ask('job.cancel', { job }).catch(() => undefined);
  }, [job]);
  return { progress, begin, cancel };
}
