/** How grave a finding or a failure is: a filled square blocks, an open one warns. Always beside its word. */
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './marks.module.css';

export function Severity({ level, children }: { readonly level: 'block' | 'warn'; readonly children: ReactNode }) {
  return <b className={cx(styles.severity, styles[level])}>{children}</b>;
}
