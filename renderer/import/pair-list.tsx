/** Source lines at the left, what they were recognised as at the right; only the rows in sight are there. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Imported } from '../../shared/contract/calls/import.ts';
import { type EntryKind, entryKinds } from '../../shared/entry/entry.ts';
import { importing } from '../strings/import.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { focusRow, movedTo } from '../ui/list-keys.ts';
import styles from './import.module.css';
import { changeKind } from './import-store.ts';
import { PairRow } from './pair-row.tsx';
import type { Pair } from './pairs.ts';

export interface PairListProps {
  readonly token: string;
  readonly imported: Imported;
  readonly pairs: readonly Pair[];
  readonly kinds: Readonly<Record<string, EntryKind>>;
  /** It is in the archive already: kinds are no longer changed here. */
  readonly fixed: boolean;
}

/** Height of a row before it is measured, px. */
const usualRow = 84;

export function PairList({ token, imported, pairs, kinds, fixed }: PairListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const rows = useVirtualizer({ count: pairs.length, getScrollElement: () => scroller.current, estimateSize: () => usualRow, overscan: 8 });
  const setKind = (entry: number, kind: EntryKind) => changeKind(token, entry, imported.entries[entry]?.kind === kind ? null : kind);
  const kindOf = (entry: number | null) => (entry === null ? null : (kinds[String(entry)] ?? imported.entries[entry]?.kind ?? null));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedTo(event, current, pairs.length);
    const kind = entryKinds[Number(event.key) - 1];
    const entry = fixed || event.ctrlKey ? null : (pairs[current]?.entry ?? null);
    if (next !== null) {
      setCurrent(next);
      rows.scrollToIndex(next);
      focusRow(scroller.current, `[data-pair="${next}"]`);
    } else if (kind !== undefined && entry !== null) setKind(entry, kind);
    else if (event.key === 'u' && entry !== null) changeKind(token, entry, null);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, which have the focus
    <div className={cx(styles.pairs, text.scroll)} ref={scroller} onKeyDown={onKeyDown} data-region="">
      <div className={styles.pairsHead} aria-hidden="true">
        <span className={text.label}>{importing.source}</span>
        <span className={text.label}>{importing.recognised}</span>
      </div>
      <ol className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const pair = pairs[item.index];
          if (pair === undefined) return null;
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              aria-setsize={pairs.length}
              aria-posinset={item.index + 1}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <PairRow
                pair={pair}
                at={item.index}
                kind={kindOf(pair.entry)}
                entry={pair.entry === null ? null : (imported.entries[pair.entry] ?? null)}
                current={item.index === current}
                fixed={fixed}
                onFocus={() => setCurrent(item.index)}
                onKind={(next) => pair.entry !== null && setKind(pair.entry, next)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
