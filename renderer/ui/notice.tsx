/** A band under the bar for what needs an answer: saving failed, two versions. It stays until it is over. */
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './notice.module.css';

export function Notice({ level, children, action }: { readonly level: 'block' | 'warn' | 'plain'; readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={cx(styles.notice, styles[level])} role={level === 'block' ? 'alert' : 'status'}>
      <div>{children}</div>
      {action}
    </div>
  );
}
