/** The band under the bar while something keeps the text from being saved; it stays until it is over. */
import { sentence } from '../../../shared/contract/errors.ts';
import { client } from '../../client.ts';
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
  const state = useStore(draft.journal.state);
  if (state.kind !== 'failed' && state.kind !== 'apart') return null;
  /** The text on the screen becomes a draft of its own; the other version stays as it is. */
  const saveCopy = async (): Promise<void> => {
    const made = await client['draft.create']({ template: draft.template.id, draft: draft.draft });
    if (!made.ok) return say(sentence(made.error.code, made.error.detail));
    draft.journal.abandon();
    say(bench.copied);
    navigate({ place: 'draft', id: made.value.id });
  };
  if (state.kind === 'apart') {
    return (
      <Notice
        level="warn"
        action={
          <span className={styles.actions}>
            <Button
              onPress={() => {
                draft.journal.abandon();
                onReload();
              }}
            >
              {bench.reload}
            </Button>
            <Button onPress={() => void saveCopy()}>{bench.saveCopy}</Button>
          </span>
        }
      >
        <b>{bench.apart}</b> {bench.apartSay}
      </Notice>
    );
  }
  return (
    <Notice level="block" action={<Button onPress={() => void saveCopy()}>{bench.saveElsewhere}</Button>}>
      <b>{bench.notSaved(state.atMs === null ? null : clock(state.atMs))}.</b> {sentence(state.code, state.detail)} {bench.keepsTrying}
    </Notice>
  );
}
