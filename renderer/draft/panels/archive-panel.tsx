/** The Archive panel: what earlier reports said, found by words, inserted as a quotation with its source in a note. */
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/calls/search.ts';
import { sentence } from '../../../shared/contract/errors.ts';
import { client, useCall } from '../../client.ts';
import { entryKindWords } from '../../strings/entry.ts';
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { useSay } from '../../ui/status-line.tsx';
import { SupportScale } from '../../ui/support-scale.tsx';
import { insertCitation } from '../editor/insert-citation.ts';
import { useDraft } from '../model/session.ts';
import styles from './archive-panel.module.css';
import side from './side.module.css';
import { archive as words } from './strings.ts';

export function ArchivePanel() {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const found = useCall('search.query', { query, limit: 30 }, { enabled: query !== '', placeholderData: (before) => before });
  const hits = query === '' ? [] : (found.data?.results ?? []);
  const list = useRef<HTMLOListElement>(null);
  return (
    <>
      <div className={side.head}>
        <input
          type="search"
          className={styles.query}
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            list.current?.focus();
          }}
          spellCheck={false}
          autoComplete="off"
          data-region-start=""
        />
        <p className={cx(side.sub, styles.count)}>
          {query === '' ? words.hint : found.data ? words.found(found.data.total, found.data.reports) : words.searching}
        </p>
      </div>
      <Hits key={query} hits={hits} list={list} />
      <p className={side.foot}>
        <kbd>J</kbd> <kbd>K</kbd> {words.nextPrevious} <kbd>Ctrl I</kbd> {words.insertKey}
      </p>
    </>
  );
}

function Snippet({ parts }: { readonly parts: SearchHit['snippet'] }) {
  // Parts have no name but their place.
  const keyed = parts.map((part, index) => ({ ...part, key: `${index}` }));
  return keyed.map(({ key, hit, text: words }) => (hit ? <mark key={key}>{words}</mark> : <span key={key}>{words}</span>));
}

function Hits({ hits, list }: { readonly hits: readonly SearchHit[]; readonly list: React.RefObject<HTMLOListElement | null> }) {
  const draft = useDraft();
  const say = useSay();
  const [at, setAt] = useState(0);
  const insert = async (hit: SearchHit): Promise<void> => {
    const entry = await client['entry.get']({ id: hit.id });
    if (!entry.ok) return say(sentence(entry.error.code, entry.error.detail));
    if (!insertCitation(draft.editor, hit.text, entry.value.citation)) return say(words.nowhere);
    draft.focusPage();
    say({ text: words.inserted, undo: () => draft.editor.undo() });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const hit = hits[at];
    const step = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
    const takes = event.key === 'Enter' || (event.key === 'i' && (event.ctrlKey || event.metaKey));
    if ((step === 0 && !takes) || !hit) return;
    event.preventDefault();
    if (step !== 0) setAt((now) => Math.max(0, Math.min(hits.length - 1, now + step)));
    else void insert(hit);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list takes single letters while it has the focus
    <ol ref={list} className={cx(text.scroll, styles.hits)} tabIndex={0} onKeyDown={onKeyDown} aria-label={words.results}>
      {hits.map((hit, index) => (
        <li key={hit.id} className={cx(styles.hit, index === at && styles.isCurrent)} aria-current={index === at}>
          <div className={styles.facts}>
            <b>{entryKindWords[hit.kind]}</b>
            {hit.support ? <SupportScale support={hit.support} contested={hit.contested} /> : null}
          </div>
          <button type="button" className={styles.text} tabIndex={-1} onClick={() => setAt(index)}>
            <Snippet parts={hit.snippet} />
          </button>
          <p className={side.sub}>{words.source(hit.report.title, hit.report.date, hit.number)}</p>
          {index === at ? (
            <Button onPress={() => void insert(hit)} hint="Ctrl I">
              {words.insert}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
