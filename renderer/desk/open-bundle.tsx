/** Opens a draft that somebody handed on: the file, then its passphrase. Asked for here, or by opening the file itself. */
import { type SubmitEvent, useCallback, useEffect, useState } from 'react';
import { ask, bridge, sentenceOf, useChange } from '../client.ts';
import { navigate } from '../route.ts';
import { desk } from '../strings/desk.ts';
import { frame } from '../strings/frame.ts';
import { unlock } from '../strings/unlock.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './desk.module.css';

/** Asked for while another screen was there: the Desk asks as soon as it comes. */
let wanted = false;

export function wantBundle(): void {
  wanted = true;
}

export function OpenBundle() {
  const [file, setFile] = useState<{ readonly token: string; readonly label: string } | null>(null);
  const say = useSay();
  const choose = useCallback(async () => {
    try {
      const [chosen] = await ask('host.chooseFiles', { purpose: 'bundle' });
      setFile(chosen ?? null);
    } catch (error) {
      say(sentenceOf(error));
    }
  }, [say]);
  useEffect(() => {
    if (wanted) void choose();
    wanted = false;
    return bridge.listen((event) => {
      if (event.type === 'command' && event.command === 'open-bundle') void choose();
    });
  }, [choose]);
  return (
    <>
      <Button variant="bare" onPress={() => void choose()}>
        {desk.openBundle}
      </Button>
      {file === null ? null : <BundlePassphrase key={file.token} file={file} onClose={() => setFile(null)} onAgain={() => void choose()} />}
    </>
  );
}

interface BundlePassphraseProps {
  readonly file: { readonly token: string; readonly label: string };
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

function BundlePassphrase({ file, onClose, onAgain }: BundlePassphraseProps) {
  const [passphrase, setPassphrase] = useState('');
  const open = useChange('draft.unbundle', ['draft.list']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (passphrase !== '') open.mutate({ from: file.token, passphrase }, { onSuccess: ({ id }) => navigate({ place: 'draft', id }) });
  };
  return (
    <Dialog title={desk.openBundle} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <p className={styles.dialogSay}>{file.label}</p>
        <Field
          label={unlock.passphrase}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          autoComplete="off"
          error={open.error === null ? undefined : sentenceOf(open.error)}
        />
        <p className={styles.dialogDo}>
          <Button onPress={onClose}>{frame.cancel}</Button>
          {open.error === null ? (
            <Button type="submit" variant="primary" isDisabled={passphrase === ''} isPending={open.isPending}>
              {desk.openIt}
            </Button>
          ) : (
            // The choice of a file holds for one try.
            <Button variant="primary" onPress={onAgain}>
              {desk.chooseAgain}
            </Button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
