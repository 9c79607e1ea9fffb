/** Facets: what the results are made of, with counts. A choice narrows the search; several in one group widen it again. */
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { type EntryKind, type FollowUpId, type SupportId, supportIds } from '../../shared/entry/entry.ts';
import { archive } from '../strings/archive.ts';
import { capital, entryKindWords, followUpWords, supportWords } from '../strings/entry.ts';
import { numberWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Tick } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import { Field } from '../ui/field.tsx';
import { Ticks } from '../ui/support-scale.tsx';
import styles from './archive.module.css';
import { SavedSearches } from './saved-searches.tsx';
import { changeSearch, type FilterName, type Search } from './search-state.ts';

type Facets = NonNullable<Output<'search.query'>['facets']>;
/** How many addressees and themes stand open before “n more”. */
const openRows = 5;

export function Facets({ search, facets }: { readonly search: Search; readonly facets: Facets | null | undefined }) {
  return (
    <aside className={cx(styles.facets, text.scroll)} aria-label={archive.narrow} data-region="">
      <SavedSearches />
      {search.report === null ? null : <OneReport title={search.report.title} />}
      <Facet search={search} name="kinds" title={archive.kind} values={facets?.kinds} words={(value) => entryKindWords[value as EntryKind] ?? value} />
      <Facet search={search} name="supports" title={archive.support} values={bySupport(facets?.supports)} words={supportLabel} />
      <Facet search={search} name="addressees" title={archive.addressee} values={facets?.addressees} words={capital} fold />
      <Facet search={search} name="themes" title={archive.theme} values={facets?.themes} words={capital} fold />
      <Facet
        search={search}
        name="statuses"
        title={archive.followUp}
        values={facets?.statuses}
        words={(value) => followUpWords[value as FollowUpId] ?? value}
      />
      <Days search={search} />
    </aside>
  );
}

/** Strongest first, not stated last. */
function bySupport(values: Facets['supports'] | undefined): Facets['supports'] | undefined {
  const rank = (value: string) => supportIds.indexOf(value as SupportId);
  return values && [...values].sort((a, b) => rank(b.value) - rank(a.value));
}

function supportLabel(value: string) {
  if (value === 'none') return archive.notStated;
  return (
    <>
      {capital(supportWords[value as SupportId])} <Ticks support={value as SupportId} silent />
    </>
  );
}

interface FacetProps {
  readonly search: Search;
  readonly name: FilterName;
  readonly title: string;
  readonly values: Facets['kinds'] | undefined;
  readonly words: (value: string) => React.ReactNode;
  readonly fold?: boolean;
}

function Facet({ search, name, title, values, words, fold = false }: FacetProps) {
  const [open, setOpen] = useState(false);
  const chosen: readonly string[] = search[name];
  const rows = [...(values ?? []), ...chosen.filter((value) => !values?.some((row) => row.value === value)).map((value) => ({ value, count: 0 }))];
  if (rows.length === 0) return null;
  const shown = fold && !open ? rows.filter((row, index) => index < openRows || chosen.includes(row.value)) : rows;
  const toggle = (value: string, on: boolean) =>
    changeSearch({ [name]: on ? [...chosen, value] : chosen.filter((other) => other !== value) } as Partial<Search>);
  return (
    <fieldset className={styles.facet}>
      <legend className={text.label}>{title}</legend>
      {shown.map((row) => (
        <Tick key={row.value} dense isSelected={chosen.includes(row.value)} onChange={(on) => toggle(row.value, on)} aside={numberWords(row.count)}>
          <span className={styles.facetName}>{words(row.value)}</span>
        </Tick>
      ))}
      {fold && rows.length > openRows ? (
        <Button variant="bare" className={text.small} onPress={() => setOpen(!open)}>
          {open ? archive.fewer : archive.more(rows.length - shown.length)}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Days({ search }: { readonly search: Search }) {
  return (
    <fieldset className={styles.facet}>
      <legend className={text.label}>{archive.date}</legend>
      <div className={styles.days}>
        <Field label={archive.from} value={search.from} onChange={(from) => changeSearch({ from })} placeholder={archive.dateHint} maxLength={10} />
        <Field label={archive.to} value={search.to} onChange={(to) => changeSearch({ to })} placeholder={archive.dateHint} maxLength={10} />
      </div>
    </fieldset>
  );
}

function OneReport({ title }: { readonly title: string }) {
  return (
    <div className={styles.facet}>
      <p className={text.label}>{archive.report}</p>
      <p className={cx(text.doc, styles.oneReport)}>{title}</p>
      <Button variant="bare" className={text.small} onPress={() => changeSearch({ report: null })}>
        {archive.anyReport}
      </Button>
    </div>
  );
}
