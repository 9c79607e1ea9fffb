/** The list of results: only the rows in sight are there. J and K move, Enter opens the report, X selects. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { focusRow, movedTo } from '../ui/list-keys.ts';
import styles from './archive.module.css';
import { ResultRow } from './result-row.tsx';
import type { Results } from './use-results.ts';

export interface ResultListProps {
  readonly results: Results;
  readonly current: string | null;
  readonly selected: ReadonlySet<string>;
  /** Moved to by key. */
  readonly onCurrent: (id: string) => void;
  /** Pressed: in a narrow window it takes the place of the list. */
  readonly onChoose: (id: string) => void;
  readonly onSelect: (id: string, on: boolean) => void;
  readonly onOpenReport: () => void;
}

/** Height of a row before it is measured, px. */
const usualRow = 118;

export function ResultList({ results, current, selected, onCurrent, onChoose, onSelect, onOpenReport }: ResultListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { hits } = results;
  const rows = useVirtualizer({ count: hits.length, getScrollElement: () => scroller.current, estimateSize: () => usualRow, overscan: 6 });
  const items = rows.getVirtualItems();
  useMoreInTime(results, items.at(-1)?.index ?? 0);

  const at = Math.max(
    0,
    hits.findIndex((hit) => hit.id === current),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const hit = hits[at];
    const next = movedTo(event, at, hits.length);
    if (next !== null) {
      const to = hits[next]?.id;
      if (to === undefined) return;
      onCurrent(to);
      rows.scrollToIndex(next);
      focusRow(scroller.current, `[data-result="${CSS.escape(to)}"]`);
    } else if (event.key === 'x' && !event.ctrlKey && hit !== undefined) onSelect(hit.id, !selected.has(hit.id));
    else if (event.key === 'Enter' && hit?.id === current) onOpenReport();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, which have the focus
    <div className={cx(styles.results, text.scroll)} ref={scroller} onKeyDown={onKeyDown} data-region="">
      <ol className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const hit = hits[item.index];
          if (hit === undefined) return null;
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              aria-setsize={results.first?.total ?? hits.length}
              aria-posinset={item.index + 1}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ResultRow
                hit={hit}
                current={hit.id === current}
                stop={item.index === at}
                selected={selected.has(hit.id)}
                onOpen={() => onChoose(hit.id)}
                onSelect={(on) => onSelect(hit.id, on)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Asks for the next results before the last ones are in sight. */
function useMoreInTime(results: Results, lastShown: number): void {
  useEffect(() => {
    if (results.more && !results.fetching && lastShown > results.hits.length - 20) results.fetchMore();
  }, [results, lastShown]);
}
