/** Completeness of a section: full, half, empty ring, thick ring where it is required and empty. */
import { cx } from './class-names.ts';
import styles from './marks.module.css';

export type Completeness = 'full' | 'half' | 'empty' | 'need';

const words: Readonly<Record<Completeness, string>> = { full: 'complete', half: 'in progress', empty: 'empty', need: 'required, empty' };

export function Disc({ state }: { readonly state: Completeness }) {
  return (
    <svg className={cx(styles.disc, styles[state])} viewBox="0 0 10 10" role="img" aria-label={words[state]}>
      <circle cx="5" cy="5" r="4.2" />
      {state === 'half' ? <path d="M5 .8a4.2 4.2 0 0 0 0 8.4z" /> : null}
    </svg>
  );
}
