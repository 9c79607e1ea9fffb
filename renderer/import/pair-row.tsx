/** One row: source lines, then the kind and the words they were recognised as. */
import type { Imported } from '../../shared/contract/calls/import.ts';
import { type EntryKind, entryKinds } from '../../shared/entry/entry.ts';
import { toWhom } from '../strings/archive.ts';
import { entryKindWords } from '../strings/entry.ts';
import { importing } from '../strings/import.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { Pick } from '../ui/menu.tsx';
import { SupportScale } from '../ui/support-scale.tsx';
import styles from './import.module.css';
import type { Pair } from './pairs.ts';

export interface PairRowProps {
  readonly pair: Pair;
  readonly at: number;
  readonly kind: EntryKind | null;
  readonly entry: Imported['entries'][number] | null;
  readonly current: boolean;
  readonly fixed: boolean;
  readonly onFocus: () => void;
  readonly onKind: (kind: EntryKind) => void;
}

const whatWords = { title: importing.docTitle, heading: importing.heading, text: importing.text, lost: importing.lost, out: importing.out, entry: '' } as const;

export function PairRow({ pair, at, kind, entry, current, fixed, onFocus, onKind }: PairRowProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a row is where J and K go
    <div
      className={cx(styles.pair, pair.what === 'lost' && styles.isLost, pair.what === 'out' && styles.isOut, current && styles.isCurrent)}
      data-pair={at}
      data-region-start={current ? '' : undefined}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
    >
      <Source pair={pair} page={entry?.source.page} />
      <div className={styles.kind}>
        {kind !== null && current && !fixed ? (
          <Pick
            look="quiet"
            label={importing.kindOf}
            labelHidden
            value={kind}
            onPick={onKind}
            options={entryKinds.map((value) => ({ value, label: entryKindWords[value] }))}
          />
        ) : (
          <span className={styles.kindWord}>{kind === null ? whatWords[pair.what] : `${entryKindWords[kind]} ${pair.ordinal}`}</span>
        )}
      </div>
      <Words pair={pair} entry={entry} />
    </div>
  );
}

/** The lines it was made from; a page and the beginning of the words where the source has no lines. */
function Source({ pair, page }: { readonly pair: Pair; readonly page: number | undefined }) {
  return (
    <div className={styles.source}>
      {pair.lines.map((line) => (
        <p key={line.no} className={styles.line}>
          <span>{line.no}</span>
          <span>{line.text}</span>
        </p>
      ))}
      {pair.lines.length === 0 && page !== undefined ? (
        <p className={styles.line}>
          <span>{importing.page(page)}</span>
          <span>{pair.text.slice(0, 120)}</span>
        </p>
      ) : null}
    </div>
  );
}

function Words({ pair, entry }: Pick<PairRowProps, 'pair' | 'entry'>) {
  const strong = pair.what === 'heading' || pair.what === 'title';
  return (
    <div className={styles.words}>
      {pair.what === 'lost' || pair.what === 'out' ? <p>{pair.message}</p> : <p className={cx(text.doc, strong && styles.strong)}>{pair.text}</p>}
      {entry === null ? null : (
        <p className={styles.facts}>
          <SupportScale support={entry.support} contested={entry.contested} />
          {entry.addressees.length === 0 ? null : <span>{toWhom(entry.addressees)}</span>}
          {entry.attribution === null ? null : <span>{entry.attribution}</span>}
        </p>
      )}
      {pair.repairs.map((repair) => (
        <p key={repair} className={styles.repair}>
          {importing.repaired(repair)}
        </p>
      ))}
    </div>
  );
}
