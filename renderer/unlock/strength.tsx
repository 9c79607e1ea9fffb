/** How hard a passphrase is to guess: a word, four ticks, and what would make it better. */
import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { client } from '../client.ts';
import { unlock } from '../strings/unlock.ts';
import { cx } from '../ui/class-names.ts';
import styles from './unlock.module.css';

type PassphraseStrength = Output<'archive.passphraseStrength'>;

/** Asks after a short pause in typing. Not kept by the query client: a passphrase must not stay as its key. */
export function useStrength(passphrase: string): PassphraseStrength | null {
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  useEffect(() => {
    if (passphrase === '') return setStrength(null);
    let late = false;
    const timer = setTimeout(async () => {
      const result = await client['archive.passphraseStrength']({ passphrase });
      if (!late && result.ok) setStrength(result.value);
    }, 120);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return strength;
}

export function Strength({ strength }: { readonly strength: PassphraseStrength | null }) {
  if (strength === null) return <>Four or more unrelated words are a good start.</>;
  return (
    <span className={styles.strength} aria-live="polite">
      <b>{unlock.strengths[strength.score]}</b>
      <span className={styles.strengthTicks} aria-hidden="true">
        {[1, 2, 3, 4].map((n) => (
          <i key={n} className={cx(n <= strength.score && styles.on)} />
        ))}
      </span>
      <span>{strength.advice}</span>
    </span>
  );
}
