/** Unlock: a sheet, labels in the hanging column. Opens, creates or recovers an archive, or shows the sample. */
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { ask, sentenceOf, useCall } from '../client.ts';
import type { WhyLocked } from '../session.ts';
import { frame } from '../strings/frame.ts';
import { lockedSays, unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { FieldError } from '../ui/field.tsx';
import { CreateForm } from './create-form.tsx';
import { Doors } from './doors.tsx';
import { OpenForm } from './open-form.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import { SampleForm } from './sample-form.tsx';
import styles from './unlock.module.css';

export interface UnlockScreenProps {
  readonly session: Output<'session.status'> | null;
  readonly why: WhyLocked | null;
  readonly onOpened: () => Promise<void>;
}

/** An archive that can be opened: one used before, or a folder that was just chosen. */
export interface KnownArchive {
  readonly folder: string;
  readonly name: string;
  readonly where: string;
  readonly openedMs: number | null;
}

type View = { readonly at: 'open' } | { readonly at: 'create' } | { readonly at: 'key'; readonly recoveryKey: string };

export function UnlockScreen({ session, why, onOpened }: UnlockScreenProps) {
  const [view, setView] = useState<View>({ at: 'open' });
  const [chosen, setChosen] = useState<KnownArchive | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const recent = useCall('host.recent', {});
  const minutes = useCall('host.settings', {}).data?.idleMinutes ?? 5;
  const known = [...(chosen === null ? [] : [chosen]), ...(recent.data ?? [])];
  const sampleLocked = session?.state === 'locked' && session.sample;

  const openOther = async () => {
    setTrouble(null);
    try {
      const granted = await ask('host.chooseFolder', { purpose: 'open-archive' });
      if (granted !== null) setChosen({ folder: granted.token, name: granted.label, where: '', openedMs: null });
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  const openSample = async () => {
    setTrouble(null);
    try {
      await ask('archive.openSample', {});
      await onOpened();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };

  if (recent.isPending) return null;
  return (
    <main className={styles.place} id="place">
      <div className={styles.sheet}>
        <h1 className={styles.name}>{frame.name}</h1>
        {why === null || view.at !== 'open' ? null : <Locked why={why} minutes={minutes} />}
        {view.at === 'key' ? (
          <RecoveryKey recoveryKey={view.recoveryKey} onConfirmed={onOpened} />
        ) : view.at === 'create' ? (
          <CreateForm onCreated={(recoveryKey) => setView({ at: 'key', recoveryKey })} onBack={() => setView({ at: 'open' })} />
        ) : sampleLocked && chosen === null ? (
          <SampleForm onOpen={openSample} />
        ) : known.length > 0 ? (
          <OpenForm key={chosen?.folder ?? 'recent'} known={known} onOpened={onOpened} />
        ) : (
          <p className={styles.lead}>{unlock.lead}</p>
        )}
        {view.at !== 'open' ? null : (
          <>
            {trouble === null ? null : (
              <p className={styles.trouble} role="alert">
                <FieldError short={unlock.notOpened}>{trouble}</FieldError>
              </p>
            )}
            <Doors
              first={known.length === 0 && !sampleLocked}
              onCreate={() => setView({ at: 'create' })}
              onOther={openOther}
              onSample={sampleLocked && chosen === null ? null : openSample}
            />
            <p className={styles.foot}>{unlock.foot}</p>
          </>
        )}
      </div>
    </main>
  );
}

function Locked({ why, minutes }: { readonly why: WhyLocked; readonly minutes: number }) {
  const says = lockedSays(why, minutes);
  return (
    <div className={styles.locked} role="status">
      <h2 className={text.listTitle}>{says.title}</h2>
      <p className={text.listSub}>{says.say}</p>
    </div>
  );
}
