/** The bar at the top: the places with the archive's name, or the way back from one document. */
import type { ReactNode } from 'react';
import { hrefOf, type Place } from '../route.ts';
import { frame } from '../strings/frame.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './bar.module.css';

const tabs = ['desk', 'archive', 'import'] as const;

export interface PlacesBarProps {
  readonly place: Place;
  readonly archive: string;
  readonly onLock: () => void;
  readonly onKeys: () => void;
}

export function PlacesBar({ place, archive, onLock, onKeys }: PlacesBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.home}>
        <a className={styles.wordmark} href={hrefOf({ place: 'desk' })}>
          {frame.name}
        </a>
      </div>
      <nav className={styles.places} aria-label={frame.places} data-region="">
        {tabs.map((tab) => (
          <a key={tab} href={hrefOf({ place: tab })} aria-current={tab === place ? 'page' : undefined}>
            {frame[tab]}
          </a>
        ))}
      </nav>
      <div className={styles.end}>
        <Menu
          label={<span className={styles.archiveName}>{archive}</span>}
          name={`${archive}: ${frame.settings}, ${frame.keys}`}
          placement="bottom end"
          commands={[
            { id: 'settings', label: frame.settings, run: () => location.assign(hrefOf({ place: 'settings' })) },
            { id: 'keys', label: frame.keys, hint: 'Ctrl /', run: onKeys },
          ]}
        />
        <Button variant="quiet" onPress={onLock}>
          <Icon name="lock" />
          {frame.lock}
        </Button>
      </div>
    </header>
  );
}

export interface DocBarProps {
  /** Where the way back leads, and its word. */
  readonly back: { readonly href: string; readonly label: string };
  readonly title: string;
  /** Marking and rule, as buttons or words. */
  readonly marks?: ReactNode;
  /** Saved state and the one primary action. */
  readonly end?: ReactNode;
}

/** The bar of one document: way back, title, marking and rule, saved state, one primary action. */
export function DocBar({ back, title, marks, end }: DocBarProps) {
  return (
    <header className={cx(styles.bar, styles.docBar)} data-region="">
      <div className={styles.home}>
        <a className={styles.back} href={back.href}>
          <Icon name="back" />
          {back.label}
        </a>
      </div>
      <div className={styles.doc}>
        {title === '' ? null : <h1 className={text.doc}>{title}</h1>}
        {marks === undefined ? null : <div className={styles.marks}>{marks}</div>}
      </div>
      <div className={styles.end}>{end}</div>
    </header>
  );
}
