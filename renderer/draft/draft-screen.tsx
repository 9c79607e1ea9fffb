/** The Draft screen: opens the draft, holds its session, and remounts it from the journal after a fault. */
import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../shared/contract/api.ts';
import { sentence } from '../../shared/contract/errors.ts';
import type { Failure } from '../../shared/contract/result.ts';
import { bridge, client } from '../client.ts';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { hrefOf } from '../route.ts';
import { beforeLock } from '../session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DraftSession, SessionProvider } from './model/session.ts';
import { takeUnsaved } from './model/unsaved.ts';
import styles from './screen.module.css';
import { bench } from './strings.ts';
import { Workbench } from './workbench.tsx';

export interface DraftScreenProps {
  readonly id: string;
  /** Block or section to show first. */
  readonly at?: string | undefined;
}

/** Mounts the draft with this id. A fault in it closes the editor, flushes nothing further, and opens it again from the journal. */
export function DraftScreen({ id, at }: DraftScreenProps) {
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((now) => now + 1), []);
  return (
    <ErrorBoundary key={round}>
      <OpenDraft key={`${id} ${round}`} id={id} at={at} onReload={reload} />
    </ErrorBoundary>
  );
}

/** Reads everything afresh: the answer of an earlier visit would not hold what was journalled since. */
async function openDraft(from: Client, id: string): Promise<DraftSession | Failure> {
  const opened = await from['draft.open']({ id });
  if (!opened.ok) return opened;
  const { template: form } = opened.value.draft;
  const [template, schemes] = await Promise.all([from['template.get']({ id: form }), from['marking.schemes']({})]);
  if (!template.ok) return template;
  if (!schemes.ok) return schemes;
  // Words that an earlier visit could not save come back as they stood, and are tried again.
  const left = takeUnsaved(id);
  const { draft, sequence } = left ?? opened.value;
  return new DraftSession(from, { id, draft, sequence, template: template.value, schemes: schemes.value, unsaved: left?.changes });
}

function OpenDraft({ id, at, onReload }: DraftScreenProps & { readonly onReload: () => void }) {
  const [session, setSession] = useState<DraftSession | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let left = false;
    let made: DraftSession | null = null;
    void openDraft(client, id).then((result) => {
      if (left) return 'error' in result ? undefined : result.close();
      if ('error' in result) return setFailure(result);
      made = result;
      setSession(result);
    });
    return () => {
      left = true;
      made?.close();
    };
  }, [id]);
  useSaving(session);
  useEffect(() => {
    if (session && at) requestAnimationFrame(() => session.goTo(at));
  }, [session, at]);
  if (failure) return <NotOpened failure={failure} />;
  if (!session) return <p className={styles.opening}>{bench.loading}</p>;
  return (
    <SessionProvider value={session}>
      <Workbench onReload={onReload} />
    </SessionProvider>
  );
}

function NotOpened({ failure }: { readonly failure: Failure }) {
  return (
    <main className={styles.alone}>
      <EmptyState level="h1" title={bench.notOpened} action={<ButtonLink href={hrefOf({ place: 'desk' })}>{bench.desk}</ButtonLink>}>
        {sentence(failure.error.code, failure.error.detail)}
      </EmptyState>
    </main>
  );
}

/** Writes what waits whenever the window may be about to go: hidden, blurred, closed, locked. Tells the host what is on the screen. */
function useSaving(session: DraftSession | null): void {
  useEffect(() => {
    if (!session) return;
    const flush = (): Promise<void> => session.flush();
    const onLeave = (): void => void flush();
    const onClose = (event: BeforeUnloadEvent): void => {
      if (!session.journal.pending) return;
      void flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', onLeave);
    addEventListener('blur', onLeave);
    addEventListener('pagehide', onLeave);
    addEventListener('beforeunload', onClose);
    const stopLock = beforeLock(flush);
    const stopEvents = bridge.listen((event) => {
      if (event.type === 'command' && event.command === 'flush') void flush();
    });
    return () => {
      document.removeEventListener('visibilitychange', onLeave);
      removeEventListener('blur', onLeave);
      removeEventListener('pagehide', onLeave);
      removeEventListener('beforeunload', onClose);
      stopLock();
      stopEvents();
    };
  }, [session]);
  useEffect(() => {
    if (!session) return;
    const tell = (): void => {
      const { scheme, level } = session.parts.get().marking;
      const tone = session.schemes.find((each) => each.id === scheme)?.levels.find((each) => each.id === level)?.tone;
      void client['host.window']({ place: 'draft', confidential: tone !== undefined && tone !== 'open' });
    };
    tell();
    return session.parts.subscribe(tell);
  }, [session]);
}
