/** The list of all keys (Ctrl /). */
import { frame, keyGroups } from '../strings/frame.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './keys.module.css';

export function KeyList() {
  return (
    <div className={styles.groups}>
      {keyGroups.map((group) => (
        <section key={group.title}>
          <h3 className={text.label}>{group.title}</h3>
          <dl className={styles.keys}>
            {group.keys.map(([keys, what]) => (
              <div key={keys} className={styles.row}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={frame.keys} isOpen={isOpen} onClose={onClose} wide actions={<Button onPress={onClose}>{frame.close}</Button>}>
      <KeyList />
    </Dialog>
  );
}
