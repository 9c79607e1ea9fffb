/** The recovery key, shown once. Two of its groups are typed back before the archive opens. */
import { type SubmitEvent, useMemo, useState } from 'react';
import { unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './unlock.module.css';

/** Two different groups to ask for, counted from 1. */
function twoOf(count: number): readonly [number, number] {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = a % count;
  const second = (first + 1 + (b % (count - 1))) % count;
  return first < second ? [first + 1, second + 1] : [second + 1, first + 1];
}

const same = (typed: string, group: string | undefined) => typed.trim().toUpperCase() === group?.toUpperCase();

export function RecoveryKey({ recoveryKey, onConfirmed }: { readonly recoveryKey: string; readonly onConfirmed: () => Promise<void> }) {
  const groups = recoveryKey.split(/[-\s]+/);
  const asked = useMemo(() => twoOf(groups.length), [groups.length]);
  const [typed, setTyped] = useState(['', '']);
  const [tried, setTried] = useState(false);
  const right = asked.map((n, index) => same(typed[index] ?? '', groups[n - 1]));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (right.every(Boolean)) void onConfirmed();
  };
  return (
    <form className={styles.rows} onSubmit={submit}>
      <h2 className={styles.formTitle}>{unlock.keyTitle}</h2>
      <span className={styles.label}>{unlock.recoveryKey}</span>
      <div>
        <ol className={styles.groups} aria-label={unlock.recoveryKey}>
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is what a group is asked by, so it is its identity
            <li key={index}>
              <span className={styles.groupNo}>{index + 1}</span>
              {group}
            </li>
          ))}
        </ol>
        <p className={text.listSub}>{unlock.keySay}</p>
      </div>
      <span />
      <p>{unlock.keyConfirm}</p>
      {asked.map((n, index) => (
        <div className={styles.both} key={n}>
          <Field
            label={unlock.keyGroup(n)}
            labelled="beside"
            value={typed[index] ?? ''}
            onChange={(value) => setTyped(typed.map((old, at) => (at === index ? value : old)))}
            autoComplete="off"
            spellCheck="false"
            autoFocus={index === 0}
            error={tried && !right[index] ? unlock.keyWrong(n) : undefined}
          />
        </div>
      ))}
      <span />
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {unlock.keyDone}
        </Button>
      </div>
    </form>
  );
}
