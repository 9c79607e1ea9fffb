/** The middle of the Archive: the search, what it found, and what was selected of it. */
import { type KeyboardEvent, useRef } from 'react';
import { ask, sentenceOf, useCall } from '../client.ts';
import { hrefOf } from '../route.ts';
import { archive } from '../strings/archive.ts';
import text from '../style/text.module.css';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pick } from '../ui/menu.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './archive.module.css';
import { copyText } from './clipboard.ts';
import { ResultList, type ResultListProps } from './result-list.tsx';
import { SaveSearch } from './saved-searches.tsx';
import { changeSearch, filterCount, noFilters, type Search } from './search-state.ts';

export interface FoundProps extends ResultListProps {
  readonly search: Search;
  readonly onFilters: () => void;
  readonly onClearSelection: () => void;
}

export function Found({ search, onFilters, onClearSelection, ...list }: FoundProps) {
  const { first, error } = list.results;
  const section = useRef<HTMLElement>(null);
  const intoResults = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    section.current?.querySelector<HTMLElement>('[data-result][tabindex="0"]')?.focus();
  };
  return (
    <section className={styles.found} aria-label={archive.results} ref={section}>
      <div className={styles.foundHead} data-region="">
        <SearchBox
          label={archive.search}
          placeholder={archive.placeholder}
          value={search.query}
          onType={(query) => changeSearch({ query })}
          onSubmit={() => section.current?.querySelector<HTMLElement>('[data-result][tabindex="0"]')?.focus()}
          onKeyDown={intoResults}
          autoFocus
        />
        <div className={styles.foundLine}>
          <p role="status">
            {first === undefined ? null : (
              <>
                <b>{archive.found(first.total)}</b> <span className={text.quiet}>{archive.foundIn(first.reports, first.ms)}</span>
              </>
            )}
          </p>
          <div className={styles.foundTools}>
            <Button variant="quiet" className={styles.filtersButton} onPress={onFilters}>
              {archive.filters}
            </Button>
            <Pick
              look="quiet"
              label={archive.sort}
              labelHidden
              value={search.sort}
              onPick={(sort) => changeSearch({ sort })}
              options={(['best', 'newest', 'oldest'] as const).map((value) => ({ value, label: archive.sorts[value] }))}
            />
            <SaveSearch search={search} />
          </div>
        </div>
      </div>
      {error !== null ? (
        <div className={styles.nothing}>
          <EmptyState title={sentenceOf(error)} />
        </div>
      ) : first?.total === 0 ? (
        <Nothing search={list.results.settled} didYouMean={first.didYouMean} />
      ) : (
        <ResultList {...list} />
      )}
      {list.selected.size === 0 ? null : <Selected ids={list.selected} onClear={onClearSelection} />}
    </section>
  );
}

function Nothing({ search, didYouMean }: { readonly search: Search; readonly didYouMean: string | null }) {
  const filters = filterCount(search);
  const empty = useCall('session.status', {}).data?.entries === 0;
  if (empty)
    return (
      <div className={styles.nothing}>
        <EmptyState title={archive.emptyTitle} action={<ButtonLink href={hrefOf({ place: 'import' })}>{archive.importFiles}</ButtonLink>}>
          {archive.empty}
        </EmptyState>
      </div>
    );
  return (
    <div className={styles.nothing}>
      <EmptyState title={archive.none(search.query)}>
        {didYouMean === null ? null : (
          <>
            {archive.didYouMean}{' '}
            <Button variant="link" onPress={() => changeSearch({ query: didYouMean })}>
              {didYouMean}
            </Button>
            ?{' '}
          </>
        )}
        {filters === 0 ? null : (
          <>
            {archive.filtersOn(filters)}{' '}
            <Button variant="link" onPress={() => changeSearch({ ...noFilters, from: '', to: '', report: null })}>
              {archive.clearThem(filters)}
            </Button>
            .
          </>
        )}
      </EmptyState>
    </div>
  );
}

function Selected({ ids, onClear }: { readonly ids: ReadonlySet<string>; readonly onClear: () => void }) {
  const say = useSay();
  const copy = async () => {
    try {
      const entries = await Promise.all([...ids].map((id) => ask('entry.get', { id })));
      const done = await copyText(entries.map(({ hit, citation }) => `${hit.text}\n(${citation})`).join('\n\n'));
      say(done ? archive.copied(entries.length) : archive.copyFailed);
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  return (
    <div className={styles.selected} data-region="">
      <p>
        <b>{archive.selected(ids.size)}</b>
      </p>
      <div className={styles.foundTools}>
        <Button variant="quiet" onPress={onClear}>
          {archive.clear}
        </Button>
        <Button variant="primary" onPress={() => void copy()}>
          {archive.copySelected}
        </Button>
      </div>
    </div>
  );
}
