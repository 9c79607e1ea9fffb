/** One result: kind, text with the words found, support, addressees, follow-up, source. */
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import { archive, toWhom, whereOf } from '../strings/archive.ts';
import { followUpWords } from '../strings/entry.ts';
import text from '../style/text.module.css';
import { Tick } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import { Kind, SupportScale } from '../ui/support-scale.tsx';
import styles from './archive.module.css';

export interface ResultRowProps {
  readonly hit: SearchHit;
  readonly current: boolean;
  /** Its text takes the focus of Tab: one row at a time. */
  readonly stop: boolean;
  readonly selected: boolean;
  readonly onOpen: () => void;
  readonly onSelect: (on: boolean) => void;
}

export function ResultRow({ hit, current, stop, selected, onOpen, onSelect }: ResultRowProps) {
  return (
    <div className={cx(styles.result, current && styles.isCurrent)}>
      <div className={styles.pick}>
        <Tick aria-label={archive.select(hit.text)} isSelected={selected} onChange={onSelect} excludeFromTabOrder={!stop} />
      </div>
      <div className={styles.resultKind}>
        <Kind kind={hit.kind} />
      </div>
      <div>
        <p>
          <button
            type="button"
            className={cx(styles.resultText, text.doc)}
            tabIndex={stop ? 0 : -1}
            aria-current={current || undefined}
            onClick={onOpen}
            data-result={hit.id}
            data-region-start={stop ? '' : undefined}
          >
            <Snippet parts={wholeOf(hit)} />
          </button>
        </p>
        <p className={styles.facts}>
          {hit.kind === 'text' ? null : <SupportScale support={hit.support} contested={hit.contested} />}
          {hit.addressees.length === 0 ? null : <span>{toWhom(hit.addressees)}</span>}
          {hit.status === null ? null : <span>{followUpWords[hit.status]}</span>}
        </p>
        <p className={styles.source}>
          <cite>{hit.report.title}</cite>, {whereOf(hit)}
        </p>
      </div>
    </div>
  );
}

/** Entries are shown whole; only longer texts as the search cut them. */
const wholeUpTo = 480;

/** The whole text with the words that the search marked, or its snippet where the text is long. */
export function wholeOf({ text: whole, snippet }: Pick<SearchHit, 'text' | 'snippet'>): SearchHit['snippet'] {
  const cut = snippet.map((part) => part.text).join('') !== whole;
  if (!cut || whole.length > wholeUpTo) return snippet;
  const words = new Set(snippet.filter((part) => part.hit).map((part) => part.text));
  const parts = whole.split(new RegExp(`(${[...words].map(literally).join('|')})`, 'u'));
  return words.size === 0 ? [{ text: whole, hit: false }] : parts.filter((text) => text !== '').map((text) => ({ text, hit: words.has(text) }));
}

/** Text with the words found on a straw ground. */
export function Snippet({ parts }: { readonly parts: SearchHit['snippet'] }) {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length + 1;
    return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}

/** A word as a pattern that matches just it. */
function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
