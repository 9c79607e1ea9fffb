/** What was kept with a reason, so that it can be read again and taken back. */
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { useSay } from '../../ui/status-line.tsx';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import styles from './kept.module.css';
import { check } from './strings.ts';

/** A folded list behind its count; nothing where nothing was kept. */
export function Kept() {
  const draft = useDraft();
  const say = useSay();
  const overrides = useStorePart(draft.parts, (parts) => parts.overrides);
  if (overrides.length === 0) return null;
  const set = (next: typeof overrides): void => {
    draft.change({ overrides: next });
    draft.checker.changed(0);
  };
  const takeBack = (id: string): void => {
    const before = draft.parts.get().overrides;
    set(before.filter((each) => each.id !== id));
    say({ text: check.takenBack, undo: () => set(before) });
  };
  return (
    <details className={styles.kept}>
      <summary>{check.keptCount(overrides.length)}</summary>
      <ul className={cx(text.scroll, styles.list)}>
        {overrides.map(({ id, reason }) => (
          <li key={id} className={styles.row}>
            <span>{reason}</span>
            <Button variant="link" onPress={() => takeBack(id)}>
              {check.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
