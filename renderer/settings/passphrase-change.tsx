/** Changes the passphrase of this archive: the one now, the new one twice. */
import { type SubmitEvent, useState } from 'react';
import { CallError, sentenceOf, useChange } from '../client.ts';
import { frame } from '../strings/frame.ts';
import { settings } from '../strings/settings.ts';
import { unlock } from '../strings/unlock.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useSay } from '../ui/status-line.tsx';
import { Strength, useStrength } from '../unlock/strength.tsx';
import styles from './settings.module.css';

export function PassphraseChange() {
  const [open, setOpen] = useState(false);
  if (open) return <ChangeForm onDone={() => setOpen(false)} />;
  return <Button onPress={() => setOpen(true)}>{settings.change}</Button>;
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const strength = useStrength(next);
  const change = useChange('archive.changePassphrase');
  const say = useSay();
  const wrong = change.error instanceof CallError && change.error.code === 'archive/wrong-passphrase';
  const ready = current !== '' && next === again && strength?.ok === true && !change.isPending;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready) return;
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          say(settings.changed);
          onDone();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={settings.current}
        type="password"
        value={current}
        onChange={setCurrent}
        autoFocus
        autoComplete="off"
        error={wrong ? sentenceOf(change.error) : undefined}
      />
      <Field
        label={settings.next}
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        help={<Strength strength={strength} />}
        error={change.error !== null && !wrong ? sentenceOf(change.error) : undefined}
      />
      <Field
        label={settings.again}
        type="password"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        error={again.length >= next.length && again !== '' && again !== next ? unlock.differs : undefined}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isDisabled={!ready}>
          {settings.changeDo}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {frame.cancel}
        </Button>
      </div>
    </form>
  );
}
