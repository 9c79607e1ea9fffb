/** Creates an archive: a folder, a name, a passphrase that is hard to guess, typed twice. */
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { ask, CallError, sentenceOf, useChange } from '../client.ts';
import { unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Field, FieldError } from '../ui/field.tsx';
import { Strength, useStrength } from './strength.tsx';
import styles from './unlock.module.css';

interface Folder {
  readonly token: string;
  readonly label: string;
}

export interface CreateFormProps {
  readonly onCreated: (recoveryKey: string) => void;
  readonly onBack: () => void;
}

/** The folder that was chosen, and why none could be. */
function useFolder() {
  const [folder, setFolder] = useState<Folder | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const choose = async (): Promise<Folder | null> => {
    setTrouble(null);
    try {
      const granted = await ask('host.chooseFolder', { purpose: 'create-archive' });
      if (granted !== null) setFolder(granted);
      return granted;
    } catch (error) {
      setTrouble(sentenceOf(error));
      return null;
    }
  };
  return { folder, trouble, choose, forget: () => setFolder(null) };
}

export function CreateForm({ onCreated, onBack }: CreateFormProps) {
  const { folder, trouble, choose, forget } = useFolder();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const strength = useStrength(passphrase);
  const create = useChange('archive.create');
  const ready = strength?.ok === true && again === passphrase && !create.isPending;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready) return;
    const at = folder ?? (await choose());
    if (at === null) return;
    create.mutate({ folder: at.token, name, passphrase }, { onSuccess: ({ recoveryKey }) => onCreated(recoveryKey), onError: forget });
  };
  const weak = create.error instanceof CallError && create.error.code === 'archive/weak-passphrase';
  return (
    <form className={styles.rows} onSubmit={submit}>
      <h2 className={styles.formTitle}>{unlock.create}</h2>
      <div className={styles.both}>
        <Field label={unlock.name} labelled="beside" value={name} onChange={setName} maxLength={120} autoFocus autoComplete="off" help={unlock.nameHelp} />
      </div>
      <span className={cx(styles.label, styles.forInput)}>{unlock.folder}</span>
      <FolderRow label={folder?.label ?? null} trouble={trouble ?? (create.error === null || weak ? null : create.error.message)} onChoose={choose} />
      <NewPassphrase
        passphrase={passphrase}
        again={again}
        strength={strength}
        error={weak ? <FieldError short={unlock.notCreated}>{create.error?.message}</FieldError> : undefined}
        onPassphrase={setPassphrase}
        onAgain={setAgain}
      />
      <span />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isDisabled={!ready}>
          {create.isPending ? unlock.creating : unlock.createDo}
        </Button>
        <Button variant="bare" onPress={onBack}>
          {unlock.anotherWay}
        </Button>
        {ready || create.isPending ? null : <span className={styles.why}>{strength?.ok === true ? unlock.createThen : unlock.createFirst}</span>}
      </div>
    </form>
  );
}

interface NewPassphraseProps {
  readonly passphrase: string;
  readonly again: string;
  readonly strength: ReturnType<typeof useStrength>;
  readonly error: ReactNode;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onAgain: (again: string) => void;
}

/** Twice, with how hard it is to guess. That the two differ is said once the second is as long as the first. */
function NewPassphrase({ passphrase, again, strength, error, onPassphrase, onAgain }: NewPassphraseProps) {
  const differs = again !== '' && again !== passphrase && again.length >= passphrase.length;
  const shared = { labelled: 'beside', type: 'password', autoComplete: 'new-password' } as const;
  return (
    <>
      <div className={styles.both}>
        <Field {...shared} label={unlock.passphrase} value={passphrase} onChange={onPassphrase} error={error} help={<Strength strength={strength} />} />
      </div>
      <div className={styles.both}>
        <Field {...shared} label={unlock.again2} value={again} onChange={onAgain} error={differs ? unlock.differs : undefined} />
      </div>
    </>
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
