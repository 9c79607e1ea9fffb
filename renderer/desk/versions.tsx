/** Every state of a draft that is kept: its revisions, and what was written beside them. Each opens as a draft of its own. */
import { ask, sentenceOf, useCall } from '../client.ts';
import { navigate } from '../route.ts';
import { desk } from '../strings/desk.ts';
import { frame } from '../strings/frame.ts';
import { countWords, whenWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './desk.module.css';

export function Versions({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error } = useCall('draft.revisions', { id }, { staleTime: 0 });
  const say = useSay();
  const openCopy = async (no: number) => {
    try {
      const draft = await ask('draft.revision', { id, no });
      const made = await ask('draft.create', { template: draft.template, draft });
      navigate({ place: 'draft', id: made.id });
    } catch (fault) {
      say(sentenceOf(fault));
      onClose();
    }
  };
  return (
    <Dialog title={desk.versions} isOpen wide onClose={onClose} actions={<Button onPress={onClose}>{frame.close}</Button>}>
      <p className={styles.dialogSay}>{error === null ? desk.versionsSay : sentenceOf(error)}</p>
      <ul className={text.ruled}>
        {[...(data ?? [])]
          .sort((a, b) => b.no - a.no)
          .map(({ no, savedMs, words, aside }) => {
            const when = whenWords(savedMs, Date.now());
            return (
              <li key={no}>
                <span>
                  <span className={text.listTitle}>{desk.versionOf(when, countWords(words, 'word', 'words'))}</span>
                  {aside ? <span className={text.listSub}>{desk.versionAside}</span> : null}
                </span>
                <Button variant="bare" aria-label={desk.openCopyOf(when)} onPress={() => void openCopy(no)}>
                  {desk.openCopy}
                </Button>
              </li>
            );
          })}
      </ul>
    </Dialog>
  );
}
