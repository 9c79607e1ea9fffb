/** The other ways in: create, open from a folder, look at the sample. */
import { unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import styles from './unlock.module.css';

export interface DoorsProps {
  /** Nothing was opened here before: these are the beginning, not the alternative. */
  readonly first: boolean;
  readonly onCreate: () => void;
  readonly onOther: () => void;
  /** null where the sample stands above already. */
  readonly onSample: (() => void) | null;
}

export function Doors({ first, onCreate, onOther, onSample }: DoorsProps) {
  const doors = [
    { words: unlock.create, sub: unlock.createSub, open: onCreate },
    { words: unlock.other, sub: unlock.otherSub, open: onOther },
    ...(onSample === null ? [] : [{ words: unlock.sample, sub: unlock.sampleSub, open: onSample }]),
  ];
  return (
    <nav className={styles.doors} aria-labelledby="doors">
      <h2 className={styles.label} id="doors">
        {first ? unlock.begin : unlock.or}
      </h2>
      <ul className={text.ruled}>
        {doors.map((door) => (
          <li key={door.words}>
            <Button variant="link" onPress={door.open}>
              {door.words}
            </Button>
            <span>{door.sub}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
