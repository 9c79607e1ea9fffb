/** Counts beside the results: exact up to 50,000 hits, above that over the newest 50,000. */
import type { Output } from '../../shared/contract/api.ts';
import { all, type Db } from './db.ts';
import type { Selection } from './selection.ts';

type Facets = NonNullable<Output<'search.query'>['facets']>;

const countedAtMost = 50_000;
/** How many addressees and themes are told. */
const labelsAtMost = 40;

/** Counts once over the narrow table, then once over the labels. */
export function countFacets(db: Db, selection: Selection): Facets {
  const hits = `SELECT facet.row, facet.kind, facet.support, facet.status ${selection.from} ${selection.where} ORDER BY facet.row DESC LIMIT ${countedAtMost}`;
  const narrow = all<{ kind: string; support: string | null; status: string | null; count: number }>(
    db,
    `SELECT kind, support, status, count(*) AS count FROM (${hits}) GROUP BY kind, support, status`,
    ...selection.values,
  );
  const labels = all<{ type: 'addressee' | 'theme'; name: string; count: number }>(
    db,
    `SELECT type, name, count(*) AS count FROM (${hits}) AS hit JOIN entry_label ON entry_label.entry = hit.row JOIN label ON label.row = entry_label.label
     GROUP BY label.row ORDER BY count DESC, name`,
    ...selection.values,
  );
  const named = (type: 'addressee' | 'theme') =>
    labels
      .filter((label) => label.type === type)
      .slice(0, labelsAtMost)
      .map(({ name, count }) => ({ value: name, count }));
  return {
    kinds: summed(narrow, (row) => row.kind),
    supports: summed(narrow, (row) => row.support ?? 'none'),
    statuses: summed(narrow, (row) => row.status),
    addressees: named('addressee'),
    themes: named('theme'),
  };
}

function summed<Row extends { readonly count: number }>(rows: readonly Row[], pick: (row: Row) => string | null): { value: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const value = pick(row);
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + row.count);
  }
  return [...sums].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'en'));
}
