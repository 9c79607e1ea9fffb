/** After adoption: the day is noted, and the register is destroyed for good. The one act without Undo, so it asks first and proves afterwards. */
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import type { DraftSummary } from '../../shared/contract/calls/draft.ts';
import { ask, queries, sentenceOf, useCall } from '../client.ts';
import { hrefOf } from '../route.ts';
import { adoption } from '../strings/adoption.ts';
import { frame } from '../strings/frame.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Tick } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './desk.module.css';
import { OldBackups } from './old-backups.tsx';

type Destroyed = Output<'draft.destroyRegister'>;

export interface AdoptProps {
  readonly draft: DraftSummary;
  readonly onClose: () => void;
}

/** Asks, then proves, in one dialog: the focus goes back to where it came from. */
export function Adopt({ draft, onClose }: AdoptProps) {
  const [destroyed, setDestroyed] = useState<Destroyed | null>(null);
  const asking = useAsking(draft, onClose, setDestroyed);
  if (destroyed === null)
    return (
      <Dialog title={adoption.title(draft.title)} isOpen onClose={onClose} actions={<AskActions {...asking} onClose={onClose} />}>
        <Ask draft={draft} {...asking} />
      </Dialog>
    );
  const close = (
    <Button variant="primary" autoFocus onPress={onClose}>
      {frame.close}
    </Button>
  );
  return (
    <Dialog title={adoption.doneTitle} isOpen onClose={onClose} actions={close}>
      <Proof draft={draft.id} destroyed={destroyed} />
    </Dialog>
  );
}

/** Notes the day in the draft, as a change like any other. */
async function noteDay(id: string, adopted: string): Promise<void> {
  const { draft, sequence } = await ask('draft.open', { id });
  if (draft.adopted !== adopted) await ask('draft.append', { id, after: sequence, change: { set: { adopted } } });
}

/** Nothing of the draft may stay in the window's memory of answers. */
async function forget(): Promise<void> {
  queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('draft.') && queryKey[0] !== 'draft.list' });
  await queries.invalidateQueries({ queryKey: ['draft.list'] });
}

type Asking = ReturnType<typeof useAsking>;

function useAsking(draft: DraftSummary, onClose: () => void, onDestroyed: (destroyed: Destroyed) => void) {
  const [day, setDay] = useState(draft.adopted ?? new Date().toLocaleDateString('en-CA'));
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const blocking = useCall('draft.check', { id: draft.id }, { staleTime: 0, enabled: !busy }).data?.block.length;
  const say = useSay();
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await noteDay(draft.id, day);
      await work();
    } catch (error) {
      setTrouble(sentenceOf(error));
      setBusy(false);
    }
  };
  const destroy = () =>
    run(async () => {
      const destroyed = await ask('draft.destroyRegister', { id: draft.id });
      await forget();
      onDestroyed(destroyed);
    });
  const later = () =>
    run(async () => {
      await queries.invalidateQueries({ queryKey: ['draft.list'] });
      say(adoption.noted);
      onClose();
    });
  return {
    day,
    setDay,
    sure,
    setSure,
    trouble,
    blocking,
    destroy,
    later,
    ready: !busy && day !== '',
    mayDestroy: !busy && day !== '' && sure && blocking === 0,
  };
}

function AskActions({ destroy, later, ready, mayDestroy, onClose }: Asking & { readonly onClose: () => void }) {
  return (
    <>
      <Button onPress={onClose}>{frame.cancel}</Button>
      <Button isDisabled={!ready} onPress={() => void later()}>
        {adoption.later}
      </Button>
      <Button variant="primary" isDisabled={!mayDestroy} onPress={() => void destroy()}>
        {adoption.destroy}
      </Button>
    </>
  );
}

function Ask({ draft, day, setDay, sure, setSure, trouble, blocking = 0 }: Asking & { readonly draft: DraftSummary }) {
  return (
    <>
      <p className={styles.dialogSay}>{adoption.say(draft.people ?? 0)}</p>
      {blocking === 0 ? null : (
        <p className={styles.dialogSay} role="alert">
          {adoption.blocked(blocking)} <a href={hrefOf({ place: 'draft', id: draft.id })}>{adoption.toCheck}</a>
        </p>
      )}
      <Field label={adoption.day} type="date" value={day} onChange={setDay} error={trouble ?? undefined} />
      <div className={styles.dialogTick}>
        <Tick isSelected={sure} onChange={setSure}>
          {adoption.sure}
        </Tick>
        <p className={text.listSub}>{adoption.sureSay}</p>
      </div>
    </>
  );
}

/** What is gone, and the older backups that still hold it. */
function Proof({ draft, destroyed }: { readonly draft: string; readonly destroyed: Destroyed }) {
  return (
    <>
      <div role="status">
        <p className={styles.dialogSay}>{adoption.done(destroyed.people)}</p>
        {destroyed.backups.length === 0 ? <p className={styles.dialogSay}>{adoption.noBackups}</p> : null}
      </div>
      {destroyed.backups.length === 0 ? null : <OldBackups draft={draft} held={destroyed.backups} />}
    </>
  );
}
