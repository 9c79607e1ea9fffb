/** Unlock: a sheet, labels in the hanging column. Opens, creates or recovers an archive, or shows the sample. */
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { ask, bridge, sentenceOf, useCall } from '../client.ts';
import { useStorePart } from '../draft/model/store.ts';
import { unsaved } from '../draft/model/unsaved.ts';
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
  const back = () => setView({ at: 'open' });
  return (
    <main className={styles.place} id="place">
      <div className={styles.sheet}>
        <h1 className={styles.name}>{frame.name}</h1>
        {view.at === 'key' ? <RecoveryKey recoveryKey={view.recoveryKey} onConfirmed={onOpened} /> : null}
        {view.at === 'create' ? <CreateForm onCreated={(recoveryKey) => setView({ at: 'key', recoveryKey })} onBack={back} /> : null}
        {view.at === 'open' ? <WaysIn session={session} why={why} onOpened={onOpened} onCreate={() => setView({ at: 'create' })} /> : null}
      </div>
    </main>
  );
}

/** Other ways in, and what stood in their way. */
function useDoors(onOpened: () => Promise<void>) {
  const [chosen, setChosen] = useState<KnownArchive | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const tried = (way: () => Promise<void>) => async () => {
    setTrouble(null);
    await way().catch((error) => setTrouble(sentenceOf(error)));
  };
  const openOther = tried(async () => {
    const granted = await ask('host.chooseFolder', { purpose: 'open-archive' });
    if (granted !== null) setChosen({ folder: granted.token, name: granted.label, where: '', openedMs: null });
    // In a window, nothing chosen is an answer; a tab has no dialog, so nothing was found.
    else if (bridge.host === 'browser') setTrouble(unlock.noneFound);
  });
  const openSample = tried(async () => {
    await ask('archive.openSample', {});
    await onOpened();
  });
  return { chosen, trouble, openOther, openSample };
}

/** The archive used last, or the sample; under it the other doors. */
function WaysIn({ session, why, onOpened, onCreate }: UnlockScreenProps & { readonly onCreate: () => void }) {
  const { chosen, trouble, openOther, openSample } = useDoors(onOpened);
  const recent = useCall('host.recent', {});
  const minutes = useCall('host.settings', {}).data?.idleMinutes ?? 5;
  const known = [...(chosen === null ? [] : [chosen]), ...(recent.data ?? [])];
  const sample = session?.state === 'locked' && session.sample && chosen === null;
  if (recent.isPending) return null;
  return (
    <>
      {why === null ? null : <Locked why={why} minutes={minutes} />}
      {sample ? (
        <SampleForm onOpen={openSample} />
      ) : known.length > 0 ? (
        <OpenForm key={chosen?.folder ?? 'recent'} known={known} onOpened={onOpened} />
      ) : (
        <p className={styles.lead}>{unlock.lead}</p>
      )}
      {trouble === null ? null : (
        <p className={styles.trouble} role="alert">
          <FieldError short={unlock.notOpened}>{trouble}</FieldError>
        </p>
      )}
      <Doors first={known.length === 0 && !sample} onCreate={onCreate} onOther={openOther} onSample={sample ? null : openSample} />
      <p className={styles.foot}>{unlock.foot}</p>
    </>
  );
}

function Locked({ why, minutes }: { readonly why: WhyLocked; readonly minutes: number }) {
  const says = lockedSays(why, minutes);
  const waiting = useStorePart(unsaved, (all) => all.size);
  return (
    <div className={styles.locked} role="status">
      <h2 className={text.listTitle}>{says.title}</h2>
      <p className={text.listSub}>{waiting > 0 ? unlock.unsaved : says.say}</p>
    </div>
  );
}
