/** A state of a whole place: empty, locked, refused, damaged. What happened, what is kept, and one button that does it. */
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Where the title stands in the order of headings. */
  readonly level?: 'h1' | 'h2' | 'h3' | 'p';
}

export function EmptyState({ title, children, action, level = 'p' }: EmptyStateProps) {
  const Title = level;
  return (
    <div className={styles.blank}>
      <Title className={styles.title}>{title}</Title>
      {children === undefined ? null : <div className={styles.say}>{children}</div>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
