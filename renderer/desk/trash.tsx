/** The trash: drafts kept for 90 days, each can be put back. Folded until asked for. */
import { useState } from 'react';
import { useCall, useChange } from '../client.ts';
import { desk } from '../strings/desk.ts';
import { whenWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import styles from './desk.module.css';

export function Trash() {
  const [shown, setShown] = useState(false);
  const trashed = useCall('draft.list', { trashed: true }).data ?? [];
  const putBack = useChange('draft.untrash', ['draft.list']);
  if (trashed.length === 0) return null;
  return (
    <div className={styles.trash}>
      <Button variant="quiet" aria-expanded={shown} onPress={() => setShown(!shown)}>
        {shown ? desk.hideTrash : desk.trash(trashed.length)}
      </Button>
      {shown ? (
        <ul className={text.ruled}>
          {trashed.map((draft) => (
            <li key={draft.id}>
              <span>
                <span className={text.listTitle}>{draft.title || desk.untitled}</span>
                <span className={text.listSub}>{draft.trashedMs === null ? '' : desk.trashedOn(whenWords(draft.trashedMs, Date.now()))}</span>
              </span>
              <Button variant="bare" onPress={() => putBack.mutate({ id: draft.id })}>
                {desk.putBack}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
