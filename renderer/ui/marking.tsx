/** A marking: its word in tracked capitals; the bar at its left says the level a second time. */
import { cx } from './class-names.ts';
import styles from './marks.module.css';

export interface MarkingProps {
  readonly label: string;
  readonly tone: 'open' | 'confidential' | 'strict';
}

export function Marking({ label, tone }: MarkingProps) {
  return <span className={cx(styles.marking, styles[tone])}>{label}</span>;
}
