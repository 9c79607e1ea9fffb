/** The sample archive was locked: it has no passphrase, one button opens it again. */
import { unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import styles from './unlock.module.css';

export function SampleForm({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <div className={styles.rows}>
      <span className={styles.label}>{unlock.archive}</span>
      <span>
        <span className={text.listTitle}>{unlock.sampleName}</span>
        <span className={text.listSub}>{unlock.sampleSub}</span>
      </span>
      <span />
      <div className={styles.actions}>
        <Button variant="primary" onPress={onOpen} autoFocus hint="↵">
          {unlock.sampleAgain}
        </Button>
      </div>
    </div>
  );
}
