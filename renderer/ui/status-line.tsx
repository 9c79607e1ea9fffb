/**
 * Messages and Undo stand in the status line, never over a page. A screen says something with `useSay()`;
 * the frame shows it, and a screen with a status line of its own shows it there with `useSaid()`.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Button } from './button.tsx';
import { keepFocus } from './keep-focus.ts';
import styles from './status-line.module.css';

export interface Said {
  readonly text: string;
  /** Offers “Undo” beside the words. */
  readonly undo?: (() => void) | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface Status {
  readonly said: Said | null;
  readonly say: (said: Said | string | null) => void;
}

const StatusContext = createContext<Status>({ said: null, say: () => undefined });

export function StatusProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((next: Said | string | null) => setSaid(typeof next === 'string' ? { text: next } : next), []);
  useUndoKey(said, say);
  return <StatusContext value={useMemo(() => ({ said, say }), [said, say])}>{children}</StatusContext>;
}

/** Ctrl Z where nothing is typed takes back what the line offers to undo; in a field and on the page it stays theirs. */
function useUndoKey(said: Said | null, say: Status['say']): void {
  useEffect(() => {
    const undo = said?.undo;
    if (undo === undefined) return;
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
      const typing = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]') !== null;
      if (!isUndo || typing || event.defaultPrevented) return;
      event.preventDefault();
      say(null);
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [said, say]);
}

export function useSay(): Status['say'] {
  return useContext(StatusContext).say;
}

export function useSaid(): Said | null {
  return useContext(StatusContext).said;
}

/** What was said last, with its Undo; empty while nothing was. */
export function SaidLine() {
  const { said, say } = useContext(StatusContext);
  const act = (run: () => void) => {
    say(null);
    run();
    keepFocus();
  };
  return (
    <span role="status" className={styles.said}>
      {said === null ? null : (
        <>
          <span>{said.text}</span>
          {said.undo === undefined ? null : (
            <Button variant="link" onPress={() => act(said.undo ?? (() => undefined))}>
              Undo
            </Button>
          )}
          {said.action === undefined ? null : (
            <Button variant="link" onPress={() => act(said.action?.run ?? (() => undefined))}>
              {said.action.label}
            </Button>
          )}
        </>
      )}
    </span>
  );
}

/** The line at the foot of a stage: what was said, or `start`; facts at the right. */
export function StatusLine({ start, end }: { readonly start?: ReactNode; readonly end?: ReactNode }) {
  const { said } = useContext(StatusContext);
  return (
    <div className={styles.line}>
      <span className={styles.start}>
        {said === null ? start : null}
        <SaidLine />
      </span>
      <span className={styles.end}>{end}</span>
    </div>
  );
}
