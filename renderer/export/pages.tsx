/** What the chosen audience will see: the pages as the layout makes them, on their white paper in both themes. */
import { type UIEvent, useState } from 'react';
import { sentenceOf, useCall } from '../client.ts';
import { exporting } from '../strings/export.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagePicture } from '../ui/page-picture.tsx';
import { useLate } from '../ui/progress.tsx';
import styles from './export.module.css';

export function Pages({ id, audience }: { readonly id: string; readonly audience: string }) {
  const preview = useCall('draft.preview', { id, audience }, { staleTime: 0, gcTime: 0 });
  const [page, setPage] = useState(1);
  const late = useLate(preview.isFetching);
  const pages = preview.data?.pages ?? 0;
  const onScroll = (event: UIEvent<HTMLElement>) => {
    const { scrollTop, clientHeight } = event.currentTarget;
    const shown = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-page]')].findLast((sheet) => sheet.offsetTop <= scrollTop + clientHeight / 3);
    setPage(Number(shown?.dataset['page'] ?? 1));
  };
  return (
    <>
      <span className={cx(styles.seeAside, text.quiet)}>{late ? exporting.layingOut : pages === 0 ? '' : exporting.pageOf(Math.min(page, pages), pages)}</span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section className={cx(styles.pages, text.scroll)} onScroll={onScroll} tabIndex={0} aria-label={exporting.preview}>
        {preview.error === null || preview.isFetching ? null : (
          <div className={styles.noPages}>
            <EmptyState title={exporting.layoutFailed}>{sentenceOf(preview.error)}</EmptyState>
          </div>
        )}
        {preview.data === undefined
          ? null
          : numbersTo(pages).map((number) => (
              <Page key={`${preview.data.key} ${number}`} layout={preview.data} page={number} near={Math.abs(number - page) < 4} />
            ))}
      </section>
    </>
  );
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

interface PageProps {
  readonly layout: { readonly key: string; readonly width: number; readonly height: number };
  readonly page: number;
  /** Within a few pages of what is in sight: only those are fetched. */
  readonly near: boolean;
}

function Page({ layout, page, near }: PageProps) {
  const picture = useCall('draft.previewPage', { key: layout.key, page }, { enabled: near, staleTime: Number.POSITIVE_INFINITY });
  return (
    <div className={styles.page} data-page={page} style={{ aspectRatio: `${layout.width} / ${layout.height}` }}>
      {picture.data === undefined ? null : <PagePicture svg={picture.data.svg} alt={exporting.page(page)} />}
    </div>
  );
}
