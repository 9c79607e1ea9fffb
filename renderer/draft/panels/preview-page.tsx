/** One page of the preview, fetched when it comes near; the picture before stays until the new one is loaded. */
import { useEffect, useRef, useState } from 'react';
import { client } from '../../client.ts';
import styles from './preview-panel.module.css';
import type { Layout } from './preview-panel.tsx';
import { preview } from './strings.ts';

export interface PreviewPageProps {
  readonly number: number;
  readonly layout: Layout;
  /** Points from the top where the block with the caret begins. */
  readonly mark: number | null;
  readonly onGo: (page: number, y: number) => void;
  readonly onShown: (page: number) => void;
}

/** Whether the page is in or near the panel's sight; says so when it becomes the page that is read. */
function useNear(number: number, onShown: (page: number) => void) {
  const box = useRef<HTMLButtonElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const approach = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), { rootMargin: '600px' });
    const reading = new IntersectionObserver(([entry]) => entry?.isIntersecting && onShown(number), { threshold: 0.6 });
    approach.observe(element);
    reading.observe(element);
    return () => {
      approach.disconnect();
      reading.disconnect();
    };
  }, [number, onShown]);
  return { box, near };
}

/** The page as a picture; the blob of an older layout is let go once the newer one stands. */
function usePagePicture(key: string, number: number, near: boolean): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!near) return;
    let stale = false;
    void client['draft.previewPage']({ key, page: number }).then((result) => {
      if (stale || !result.ok) return;
      const next = URL.createObjectURL(new Blob([result.value.svg], { type: 'image/svg+xml' }));
      setUrl((before) => {
        if (before) setTimeout(() => URL.revokeObjectURL(before), 1000);
        return next;
      });
    });
    return () => {
      stale = true;
    };
  }, [key, number, near]);
  return url;
}

export function PreviewPage({ number, layout, mark, onGo, onShown }: PreviewPageProps) {
  const { box, near } = useNear(number, onShown);
  const url = usePagePicture(layout.key, number, near);
  return (
    <button
      type="button"
      ref={box}
      className={styles.page}
      aria-label={preview.pageAlt(number)}
      tabIndex={-1}
      style={{ aspectRatio: `${layout.width} / ${layout.height}` }}
      onClick={(event) => {
        const rect = event.currentTarget.getBoundingClientRect();
        onGo(number, ((event.clientY - rect.top) / rect.height) * layout.height);
      }}
    >
      {url ? <img src={url} alt="" /> : null}
      {mark === null ? null : <span className={styles.here} style={{ top: `${(mark / layout.height) * 100}%` }} />}
    </button>
  );
}
