/** Whether an archive is open, why it was closed, and how to lock it. */
import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../shared/contract/api.ts';
import type { CoreEvent } from '../shared/contract/events.ts';
import { forgetSearch } from './archive/search-state.ts';
import { ask, bridge, queries, useCall } from './client.ts';
import { forgetImport } from './import/import-store.ts';

export type WhyLocked = Extract<CoreEvent, { type: 'locked' }>['why'];

/** Drops every answer that holds content, so that nothing of the archive stays in the window. */
function forget(): void {
  forgetSearch();
  forgetImport();
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.status' && !String(query.queryKey[0]).startsWith('host.') });
}

const savers = new Set<() => Promise<void>>();

/** Registers what must be written before the archive is locked from here; returns how to stop. */
export function beforeLock(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** A screen that does not answer in this time, ms, does not keep the archive open: what it has is in the journal. */
const saveMs = 3000;

/** Writes what the screens still hold: before a lock, and before the window closes. */
export async function saveAll(): Promise<void> {
  const saved = Promise.allSettled([...savers].map((save) => save()));
  await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, saveMs))]);
}

/** Takes the screens away first, then what they showed: a screen that is still there would ask for it again. */
function leave(): void {
  queries.setQueryData<Output<'session.status'>>(
    ['session.status', {}],
    (before) => before && { ...before, state: before.state === 'open' ? 'locked' : before.state },
  );
  setTimeout(() => {
    forget();
    void queries.invalidateQueries({ queryKey: ['session.status'] });
  });
}

/** Asks for the session and follows locking. `lock` saves and closes the archive; `why` is null until it was closed. */
export function useSession() {
  const status = useCall('session.status', {}, { staleTime: Number.POSITIVE_INFINITY });
  const [why, setWhy] = useState<WhyLocked | null>(null);

  useEffect(
    () =>
      bridge.listen((event) => {
        if (event.type !== 'locked') return;
        setWhy((before) => before ?? event.why);
        leave();
      }),
    [],
  );

  const close = useCallback(async (reason: WhyLocked) => {
    await saveAll();
    setWhy(reason);
    await ask('archive.lock', {}).catch(() => undefined);
    leave();
  }, []);
  const lock = useCallback(() => void close('asked'), [close]);
  const lockIdle = useCallback(() => void close('idle'), [close]);
  const opened = useCallback(async () => {
    setWhy(null);
    await queries.invalidateQueries();
  }, []);

  return { status, why, lock, lockIdle, opened };
}
