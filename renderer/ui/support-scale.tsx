/** How much of the room stood behind it: the word, then nine ticks. Not stated is said in words, without ticks. */
import { type EntryKind, type SupportId, supportIds } from '../../shared/entry/entry.ts';
import { entryKindWords, supportWords } from '../strings/entry.ts';
import { cx } from './class-names.ts';
import styles from './marks.module.css';

export function SupportScale({ support, contested = false }: { readonly support: SupportId | null; readonly contested?: boolean }) {
  return (
    <>
      {support === null ? (
        <span className={styles.notStated}>support not stated</span>
      ) : (
        <span className={styles.support}>
          {supportWords[support]} <Ticks support={support} />
        </span>
      )}
      {contested ? <i className={styles.contested}>contested</i> : null}
    </>
  );
}

/** The nine ticks alone, with their number for screen readers. */
export function Ticks({ support, silent = false }: { readonly support: SupportId; readonly silent?: boolean }) {
  const strength = supportIds.indexOf(support) + 1;
  return (
    <>
      <span className={styles.scale} aria-hidden="true">
        {supportIds.map((id, index) => (
          <i key={id} className={cx(styles.tick, index < strength && styles.on)} />
        ))}
      </span>
      {silent ? null : (
        <span className={styles.hidden}>
          , {strength} of {supportIds.length}
        </span>
      )}
    </>
  );
}

/** What an entry is recorded as, in words: "Warning sign". */
export function Kind({ kind }: { readonly kind: EntryKind | 'text' }) {
  return <span className={styles.kind}>{entryKindWords[kind]}</span>;
}
