/** Creates an archive: a folder, a name, a passphrase that is hard to guess, typed twice. */
import { type SubmitEvent, useState } from 'react';
import { ask, CallError, sentenceOf, useChange } from '../client.ts';
import { unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Field, FieldError } from '../ui/field.tsx';
import { Strength, useStrength } from './strength.tsx';
import styles from './unlock.module.css';

export interface CreateFormProps {
  readonly onCreated: (recoveryKey: string) => void;
  readonly onBack: () => void;
}

export function CreateForm({ onCreated, onBack }: CreateFormProps) {
  const [folder, setFolder] = useState<{ readonly token: string; readonly label: string } | null>(null);
  const [folderTrouble, setFolderTrouble] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const strength = useStrength(passphrase);
  const create = useChange('archive.create');
  const differs = again !== '' && again !== passphrase;
  const ready = strength?.ok === true && again === passphrase && !create.isPending;

  const choose = async () => {
    setFolderTrouble(null);
    try {
      const granted = await ask('host.chooseFolder', { purpose: 'create-archive' });
      if (granted !== null) setFolder(granted);
      return granted;
    } catch (error) {
      setFolderTrouble(sentenceOf(error));
      return null;
    }
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready) return;
    const at = folder ?? (await choose());
    if (at === null) return;
    create.mutate({ folder: at.token, name, passphrase }, { onSuccess: ({ recoveryKey }) => onCreated(recoveryKey), onError: () => setFolder(null) });
  };
  const weak = create.error instanceof CallError && create.error.code === 'archive/weak-passphrase';
  return (
    <form className={styles.rows} onSubmit={submit}>
      <h2 className={styles.formTitle}>{unlock.create}</h2>
      <div className={styles.both}>
        <Field label={unlock.name} labelled="beside" value={name} onChange={setName} maxLength={120} autoFocus autoComplete="off" help={unlock.nameHelp} />
      </div>
      <span className={cx(styles.label, styles.forInput)}>{unlock.folder}</span>
      <FolderRow label={folder?.label ?? null} trouble={folderTrouble ?? (create.error === null || weak ? null : create.error.message)} onChoose={choose} />
      <div className={styles.both}>
        <Field
          label={unlock.passphrase}
          labelled="beside"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="new-password"
          error={weak ? <FieldError short={unlock.notCreated}>{create.error?.message}</FieldError> : undefined}
          help={<Strength strength={strength} />}
        />
      </div>
      <div className={styles.both}>
        <Field
          label={unlock.again2}
          labelled="beside"
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={differs && again.length >= passphrase.length ? unlock.differs : undefined}
        />
      </div>
      <span />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isDisabled={!ready}>
          {create.isPending ? unlock.creating : unlock.createDo}
        </Button>
        <Button variant="bare" onPress={onBack}>
          {unlock.anotherWay}
        </Button>
      </div>
    </form>
  );
}

function FolderRow({ label, trouble, onChoose }: { readonly label: string | null; readonly trouble: string | null; readonly onChoose: () => unknown }) {
  return (
    <div className={styles.folder}>
      {label === null ? null : <span className={text.listTitle}>{label}</span>}
      <Button variant="bare" onPress={() => void onChoose()}>
        {label === null ? unlock.choose : unlock.change}
      </Button>
      {trouble === null ? null : (
        <p className={styles.say} role="alert">
          <FieldError short={unlock.notCreated}>{trouble}</FieldError>
        </p>
      )}
    </div>
  );
}
