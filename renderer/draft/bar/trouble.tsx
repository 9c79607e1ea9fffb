/** The band under the bar while something keeps the text from being saved; it stays until it is over. */
import { useState } from 'react';
import { sentence } from '../../../shared/contract/errors.ts';
import { client } from '../../client.ts';
import { MakeBundle } from '../../desk/make-bundle.tsx';
import { navigate } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import { bench } from '../strings.ts';
import { clock } from './draft-bar.tsx';
import styles from './trouble.module.css';

export function Trouble({ onReload }: { readonly onReload: () => void }) {
  const draft = useDraft();
  const say = useSay();
  const [elsewhere, setElsewhere] = useState(false);
  const state = useStore(draft.journal.state);
  if (state.kind !== 'failed' && state.kind !== 'apart') return null;
  const keepMine = async (): Promise<string | null> => {
    const made = await client['draft.create']({ template: draft.template.id, draft: draft.draft });
    if (!made.ok) {
      say(sentence(made.error.code, made.error.detail));
      return null;
    }
    draft.journal.abandon();
    say(bench.copied);
    return made.value.id;
  };
  /** The other version takes the screen only after this one is a draft on the Desk. */
  const reload = async (): Promise<void> => {
    if ((await keepMine()) !== null) onReload();
  };
  /** The text on the screen becomes a draft of its own; the other version stays as it is. */
  const saveCopy = async (): Promise<void> => {
    const id = await keepMine();
    if (id !== null) navigate({ place: 'draft', id });
  };
  if (state.kind === 'apart') {
    return (
      <Notice
        level="warn"
        action={
          <span className={styles.actions}>
            <Button onPress={() => void reload()}>{bench.reload}</Button>
            <Button onPress={() => void saveCopy()}>{bench.saveCopy}</Button>
          </span>
        }
      >
        <b>{bench.apart}</b> {bench.apartSay}
      </Notice>
    );
  }
  return (
    <>
      <Notice level="block" action={<Button onPress={() => setElsewhere(true)}>{bench.saveElsewhere}</Button>}>
        <b>{bench.notSaved(state.atMs === null ? null : clock(state.atMs))}.</b> {sentence(state.code, state.detail)} {bench.keepsTrying}
      </Notice>
      {elsewhere ? <MakeBundle id={draft.id} title="" draft={draft.draft} onClose={() => setElsewhere(false)} /> : null}
    </>
  );
}
