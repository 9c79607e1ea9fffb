/** The middle column: what the chosen audience will see, as pages, or as changes against what was written. */
import { useState } from 'react';
import { changing } from '../strings/changes.ts';
import { exporting } from '../strings/export.ts';
import text from '../style/text.module.css';
import { Segments } from '../ui/segments.tsx';
import { Changes } from './changes.tsx';
import type { Material } from './compare/views.ts';
import styles from './export.module.css';
import { Pages } from './pages.tsx';

export type SeeAs = 'pages' | 'changes';

export interface SeeProps {
  readonly id: string;
  readonly audience: string;
  /** Whom the numbered copy is made out to, once it is typed. */
  readonly recipient: string | undefined;
  /** The audience's name. */
  readonly title: string;
  /** Absent until the schemes of marking are read. */
  readonly material: Material | undefined;
  readonly first: SeeAs;
}

export function See({ id, audience, recipient, title, material, first }: SeeProps) {
  const [as, setAs] = useState(first);
  return (
    <section className={styles.see} aria-labelledby="sees" data-region="">
      <div className={styles.seeHead}>
        <h2 id="sees" className={text.sectionTitle}>
          {exporting.sees(title)}
        </h2>
        <Segments
          label={changing.view}
          value={as}
          onChoose={setAs}
          options={[
            { value: 'pages', label: changing.pages },
            { value: 'changes', label: changing.changes },
          ]}
        />
      </div>
      {as === 'pages' ? (
        <Pages id={id} audience={audience} />
      ) : material === undefined ? null : (
        <Changes material={material} audience={audience} recipient={recipient} byRule={first === 'changes'} />
      )}
    </section>
  );
}
