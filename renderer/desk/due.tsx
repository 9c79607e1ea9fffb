/** What is due: days that the archive knows of, the nearest first. */
import { useState } from 'react';
import type { DraftSummary } from '../../shared/contract/calls/draft.ts';
import { useCall } from '../client.ts';
import { desk } from '../strings/desk.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Adopt } from './adopt.tsx';
import styles from './desk.module.css';
import { dueItems } from './due-items.ts';

export function Due() {
  const drafts = useCall('draft.list', {}).data ?? [];
  const backups = useCall('archive.backups', {}).data;
  const open = useCall('search.query', { query: '', kinds: ['proposal', 'recommendation'], statuses: ['open'], limit: 1, facets: true }).data;
  const session = useCall('session.status', {}).data;
  const [adopting, setAdopting] = useState<DraftSummary | null>(null);
  const items = dueItems({ drafts, backups: session?.sample ? undefined : backups, open, nowMs: Date.now() });
  return (
    <section className={styles.due} aria-labelledby="due">
      <div className={styles.head}>
        <h2 id="due" className={text.sectionTitle}>
          {desk.due}
        </h2>
      </div>
      {items.length === 0 ? <p className={cx(styles.nothing, text.quiet)}>{desk.nothingDue}</p> : null}
      <ul className={text.ruled}>
        {items.map((item) => (
          <li key={`${item.link}${item.after}`} className={styles.dueItem}>
            <span className={text.second}>{item.when}</span>
            <p>
              {item.register === undefined ? (
                <a href={item.href} onClick={item.before}>
                  {item.link}
                </a>
              ) : (
                <Button variant="link" onPress={() => setAdopting(item.register ?? null)}>
                  {item.link}
                </Button>
              )}
              {item.after.startsWith(':') ? '' : ' '}
              {item.after}
            </p>
          </li>
        ))}
      </ul>
      {adopting === null ? null : <Adopt draft={adopting} onClose={() => setAdopting(null)} />}
    </section>
  );
}
