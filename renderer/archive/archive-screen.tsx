/** Archive: facets, results, and the entry in its paragraph; or the whole report in the place of the results. */
import { useState } from 'react';
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import { archive } from '../strings/archive.ts';
import text from '../style/text.module.css';
import styles from './archive.module.css';
import { EntryPane } from './entry-pane.tsx';
import { Facets } from './facets.tsx';
import { Found } from './found.tsx';
import { ReportView } from './report-view.tsx';
import { useSearch } from './search-state.ts';
import { useResults } from './use-results.ts';

/** In a narrow window one column is in sight at a time. */
type View = 'list' | 'facets' | 'entry';

/** @param entry  id of an entry to show first (from a link elsewhere) */
export function ArchiveScreen({ entry }: { readonly entry: string | undefined }) {
  const search = useSearch();
  const results = useResults(search);
  const [chosen, setChosen] = useState<string | null>(entry ?? null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [reading, setReading] = useState<{ readonly report: string; readonly entry: string } | null>(null);
  const [view, setView] = useState<View>('list');
  // An entry that a link led to is shown whether or not the search finds it.
  const [followed, setFollowed] = useState(entry);
  const inSight = results.hits.some((hit) => hit.id === chosen) || chosen === followed;
  const current = inSight || reading !== null ? chosen : (results.hits[0]?.id ?? null);
  const hit = results.hits.find((one) => one.id === current);

  const choose = (id: string) => {
    setChosen(id);
    setView('entry');
  };
  const follow = (id: string) => {
    setFollowed(id);
    setReading((now) => (now === null ? null : { ...now, entry: id }));
    choose(id);
  };
  const openReport = (of: Pick<SearchHit, 'id' | 'report'> | undefined) => {
    if (of === undefined) return;
    setReading({ report: of.report.id, entry: of.id });
    setView('list');
  };
  const select = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  return (
    <main className={styles.place} id="place" data-view={view}>
      <h1 className={text.hidden}>{archive.title}</h1>
      <Facets search={search} facets={results.first?.facets} />
      {reading === null ? (
        <Found
          search={search}
          results={results}
          current={current}
          selected={selected}
          onCurrent={setChosen}
          onChoose={choose}
          onSelect={select}
          onOpenReport={() => openReport(hit)}
          onFilters={() => setView(view === 'facets' ? 'list' : 'facets')}
          onClearSelection={() => setSelected(new Set())}
        />
      ) : (
        <ReportView id={reading.report} entry={reading.entry} onEntry={choose} onBack={() => setReading(null)} />
      )}
      <EntryPane id={current} onOpenReport={openReport} onEntry={follow} onBack={() => setView('list')} />
    </main>
  );
}
