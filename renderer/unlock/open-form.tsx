/** Opens a known archive with its passphrase or its recovery key. What is wrong stands under the field. */
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { CallError, sentenceOf, useChange } from '../client.ts';
import { unlock } from '../strings/unlock.ts';
import { momentWords, whenWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { Pick } from '../ui/menu.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './unlock.module.css';
import type { KnownArchive } from './unlock-screen.tsx';

export interface OpenFormProps {
  readonly known: readonly KnownArchive[];
  readonly onOpened: () => Promise<void>;
}

export function OpenForm({ known, onOpened }: OpenFormProps) {
  const [folder, setFolder] = useState(known[0]?.folder ?? '');
  const [secret, setSecret] = useState('');
  const [recovering, setRecovering] = useState(false);
  const open = useChange('archive.open');
  const restore = useChange('archive.restore');
  const say = useSay();

  const submit = (event?: SubmitEvent) => {
    event?.preventDefault();
    if (secret === '' || open.isPending) return;
    open.mutate({ folder, ...secretOf(secret, recovering) }, { onSuccess: () => void onOpened() });
  };
  const swap = () => {
    setRecovering(!recovering);
    setSecret('');
    open.reset();
  };
  const code = open.error instanceof CallError ? open.error.code : null;
  if (code === 'archive/in-use')
    return <InUse owner={String((open.error as CallError).detail['owner'] ?? unlock.inUseSomeone)} onAgain={() => submit()} onBack={() => open.reset()} />;
  const putBack = () =>
    restore.mutate(
      { folder, ...secretOf(secret, recovering) },
      {
        onSuccess: ({ restored, kept }) => {
          say(unlock.restored(momentWords(restored.madeMs), kept));
          submit();
        },
      },
    );
  if (code === 'archive/damaged')
    return (
      <Damaged
        backupMs={Number((open.error as CallError).detail['backupMs'] ?? 0)}
        error={restore.error}
        busy={restore.isPending}
        onRestore={putBack}
        onBack={() => {
          open.reset();
          restore.reset();
        }}
      />
    );
  return (
    <form className={styles.rows} onSubmit={submit}>
      <span className={styles.label}>{unlock.archive}</span>
      <ArchivePick known={known} archive={known.find((one) => one.folder === folder)} onPick={setFolder} />
      <SecretField key={String(recovering)} recovering={recovering} secret={secret} error={open.error} onType={setSecret} />
      <span />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" hint="↵" isPending={open.isPending}>
          {open.isPending ? unlock.working : unlock.open}
        </Button>
        <Button variant="bare" onPress={swap}>
          {recovering ? unlock.usePassphrase : unlock.useRecovery}
        </Button>
      </div>
    </form>
  );
}

const secretOf = (secret: string, recovering: boolean) => (recovering ? { recoveryKey: secret } : { passphrase: secret });

interface SecretFieldProps {
  readonly recovering: boolean;
  readonly secret: string;
  readonly error: Error | null;
  readonly onType: (secret: string) => void;
}

/** The passphrase or the recovery key. Caps Lock is told before it does harm. */
function SecretField({ recovering, secret, error, onType }: SecretFieldProps) {
  const [caps, setCaps] = useState(false);
  return (
    <div className={styles.both}>
      <Field
        label={recovering ? unlock.recoveryKey : unlock.passphrase}
        labelled="beside"
        type={recovering ? 'text' : 'password'}
        value={secret}
        onChange={onType}
        autoFocus
        autoComplete="off"
        spellCheck="false"
        onInputKey={(event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))}
        error={error === null ? undefined : <Refused error={error} caps={caps} />}
        help={recovering ? unlock.recoveryHelp : caps && error === null ? unlock.caps : undefined}
      />
    </div>
  );
}

function Refused({ error, caps }: { readonly error: Error; readonly caps: boolean }) {
  return (
    <FieldError short={unlock.notOpened}>
      {sentenceOf(error)} {caps ? unlock.caps : null}
    </FieldError>
  );
}

interface ArchivePickProps {
  readonly known: readonly KnownArchive[];
  readonly archive: KnownArchive | undefined;
  readonly onPick: (folder: string) => void;
}

function ArchivePick({ known, archive, onPick }: ArchivePickProps) {
  const opened = archive?.openedMs == null ? '' : unlock.lastOpened(whenWords(archive.openedMs, Date.now()).replace(/^[TY]/, (c) => c.toLowerCase()));
  const where = archive?.where ? `${archive.where}${/[.…]$/.test(archive.where) ? '' : '.'}` : '';
  return (
    <div>
      {known.length > 1 ? (
        <Pick
          look="title"
          label={unlock.archive}
          labelHidden
          value={archive?.folder ?? ''}
          onPick={onPick}
          options={known.map((one) => ({ value: one.folder, label: one.name, sub: one.where }))}
        />
      ) : (
        <span className={text.listTitle}>{archive?.name}</span>
      )}
      <span className={text.listSub}>{[where, opened].filter(Boolean).join(' ')}</span>
    </div>
  );
}

function InUse({ owner, onAgain, onBack }: { readonly owner: string; readonly onAgain: () => void; readonly onBack: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <EmptyState
        level="h2"
        title={unlock.inUseTitle}
        action={
          <>
            <Button onPress={onAgain} autoFocus>
              {unlock.again}
            </Button>
            <Button variant="bare" onPress={onBack}>
              {unlock.anotherWay}
            </Button>
          </>
        }
      >
        {unlock.inUse(owner)}
      </EmptyState>
    </div>
  );
}

interface DamagedProps {
  /** When the copy was made that would take its place, ms since 1970 UTC; 0 where there is none. */
  readonly backupMs: number;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onRestore: () => void;
  readonly onBack: () => void;
}

function Damaged({ backupMs, error, busy, onRestore, onBack }: DamagedProps) {
  const copy = backupMs === 0 ? null : momentWords(backupMs);
  return (
    <div className={styles.state} role="alert">
      <EmptyState
        level="h2"
        title={unlock.damagedTitle}
        action={
          <>
            {copy === null ? null : (
              <Button variant="primary" onPress={onRestore} isPending={busy} autoFocus>
                {busy ? unlock.restoring : unlock.restore(copy)}
              </Button>
            )}
            <Button variant="bare" onPress={onBack} autoFocus={copy === null}>
              {unlock.anotherWay}
            </Button>
          </>
        }
      >
        <p>{unlock.damaged(copy)}</p>
        {error === null ? null : <p className={styles.say}>{sentenceOf(error)}</p>}
      </EmptyState>
    </div>
  );
}
