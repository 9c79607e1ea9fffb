/** The frame of the places: bar, the place, and the status line while it has something to say. */
import type { ReactNode } from 'react';
import type { Place } from '../route.ts';
import { frame } from '../strings/frame.ts';
import { StatusLine, useSaid } from '../ui/status-line.tsx';
import { PlacesBar } from './bar.tsx';
import styles from './frame.module.css';

export interface FrameProps {
  readonly place: Place;
  readonly archive: string;
  readonly onLock: () => void;
  readonly onKeys: () => void;
  /** One `<main id="place">`. */
  readonly children: ReactNode;
}

export function Frame({ children, ...bar }: FrameProps) {
  const said = useSaid();
  return (
    <div className={styles.app}>
      <SkipLink />
      <PlacesBar {...bar} />
      {children}
      {said === null ? <span role="status" /> : <StatusLine />}
    </div>
  );
}

/** The first stop of Tab: past the bar, into the place. The fragment holds the route, so the jump is made by hand. */
export function SkipLink() {
  const skip = () => {
    const place = document.getElementById('place');
    place?.setAttribute('tabindex', '-1');
    place?.focus();
  };
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {frame.skip}
    </button>
  );
}
