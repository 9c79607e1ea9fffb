/** Work in progress with its count. A total of 0 means that it is not known. Under 300 ms show nothing (`useLate`). */
import { useEffect, useState } from 'react';
import styles from './progress.module.css';

export function Progress({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) {
  return total > 0 ? (
    <progress className={styles.progress} max={total} value={done} aria-label={label} />
  ) : (
    <progress className={styles.progress} aria-label={label} />
  );
}

/** True once `busy` has lasted 300 ms: shorter work is not worth a word. */
export function useLate(busy: boolean, ms = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return setLate(false);
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [busy, ms]);
  return busy && late;
}
