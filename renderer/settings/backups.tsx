/** Backups: make one, verify the archive, put one in the archive's place. */
import { useState } from 'react';
import type { BackupInfo } from '../../shared/contract/calls/archive.ts';
import { ask, queries, sentenceOf, useCall, useChange } from '../client.ts';
import { frame } from '../strings/frame.ts';
import { reasonWords, settings } from '../strings/settings.ts';
import { unlock } from '../strings/unlock.ts';
import { countWords, sizeWords, whenWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Progress, useLate } from '../ui/progress.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './settings.module.css';

const shownRows = 6;

export function Backups({ sample }: { readonly sample: boolean }) {
  const list = useCall('archive.backups', {}).data ?? [];
  const [all, setAll] = useState(false);
  const [restoring, setRestoring] = useState<BackupInfo | null>(null);
  const rows = [...list].sort((a, b) => b.madeMs - a.madeMs);
  return (
    <>
      <p className={styles.say}>{settings.backupsSay}</p>
      <Work />
      {rows.length === 0 ? (
        <p className={text.quiet}>{settings.noBackups}</p>
      ) : (
        <table className={styles.backups}>
          <thead>
            <tr>
              {settings.columns.map((column, index) => (
                <th key={column} scope="col" className={text.label}>
                  {index === settings.columns.length - 1 ? <span className={text.hidden}>{column}</span> : column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, shownRows)).map((backup) => (
              <tr key={backup.id}>
                <td>{whenWords(backup.madeMs, Date.now())}</td>
                <td>{reasonWords(backup.reason)}</td>
                <td>{sizeWords(backup.bytes)}</td>
                <td>{backup.verified ? settings.isVerified : settings.notVerified}</td>
                <td className={text.num}>
                  {backup.verified && !sample ? (
                    <Button variant="bare" aria-label={`${settings.restore}: ${whenWords(backup.madeMs, Date.now())}`} onPress={() => setRestoring(backup)}>
                      {settings.restore}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shownRows && !all ? (
        <Button variant="bare" onPress={() => setAll(true)}>
          {settings.all(rows.length)}
        </Button>
      ) : null}
      {restoring === null ? null : <Restore backup={restoring} onClose={() => setRestoring(null)} />}
    </>
  );
}

/** Making a backup and verifying: both take a while in a large archive, and say so. */
function Work() {
  const backup = useChange('archive.backup', ['archive.backups']);
  const verify = useChange('archive.verify');
  const say = useSay();
  const late = useLate(backup.isPending || verify.isPending);
  const error = backup.error ?? verify.error;
  return (
    <>
      <div className={styles.actions}>
        <Button isPending={backup.isPending} onPress={() => backup.mutate({}, { onSuccess: () => say(settings.backedUp) })}>
          {settings.backupNow}
        </Button>
        <Button
          isPending={verify.isPending}
          onPress={() =>
            verify.mutate(
              {},
              {
                onSuccess: ({ reports, entries }) => say(settings.verified(countWords(reports, 'report', 'reports'), countWords(entries, 'entry', 'entries'))),
              },
            )
          }
        >
          {settings.verify}
        </Button>
      </div>
      {late ? (
        <div className={styles.work} role="status">
          <p>{backup.isPending ? settings.backingUp : settings.verifying}</p>
          <Progress label={settings.verifying} done={0} total={0} />
        </div>
      ) : null}
      {error === null ? null : (
        <p className={styles.say} role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </>
  );
}

function Restore({ backup, onClose }: { readonly backup: BackupInfo; readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const recent = useCall('host.recent', {}).data;
  const restore = useChange('archive.restore');
  const say = useSay();
  const folder = recent?.[0]?.folder;
  const run = () => {
    if (folder === undefined) return;
    restore.mutate(
      { folder, passphrase, from: backup.id },
      {
        onSuccess: async ({ kept }) => {
          await ask('archive.open', { folder, passphrase });
          await queries.invalidateQueries();
          say(settings.restored(kept));
          onClose();
        },
        // The archive was closed for it: the session says so.
        onError: () => void queries.invalidateQueries({ queryKey: ['session.status'] }),
      },
    );
  };
  return (
    <Dialog
      title={settings.restoreTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{frame.cancel}</Button>
          <Button variant="primary" onPress={run} isDisabled={passphrase === ''} isPending={restore.isPending}>
            {settings.restoreDo}
          </Button>
        </>
      }
    >
      <p className={styles.say}>{settings.restoreSay(whenWords(backup.madeMs, Date.now()))}</p>
      <Field
        label={unlock.passphrase}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        autoComplete="off"
        error={restore.error === null ? undefined : sentenceOf(restore.error)}
      />
    </Dialog>
  );
}
