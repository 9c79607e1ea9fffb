/** Counts beside the results: exact up to 50,000 hits, above that over the newest 50,000. */
import type { Output } from '../../shared/contract/api.ts';
import type { Columns } from './columns.ts';

type Facets = NonNullable<Output<'search.query'>['facets']>;
type Facet = Facets['kinds'];

/** How many addressees and themes are told. */
const labelsAtMost = 40;

export function countFacets(columns: Columns, rows: ArrayLike<number>): Facets {
  const values = columns.values.length;
  const [kinds, supports, statuses] = [new Int32Array(values), new Int32Array(values), new Int32Array(values)];
  const labels = new Map<number, number>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    bump(kinds, columns.kind[row] ?? 0);
    bump(supports, columns.support[row] ?? 0);
    bump(statuses, columns.status[row] ?? 0);
    for (let label = columns.labelFrom[row] ?? 0; label < (columns.labelFrom[row + 1] ?? 0); label++) {
      const id = columns.labels[label] ?? 0;
      labels.set(id, (labels.get(id) ?? 0) + 1);
    }
  }
  const told = (type: 'addressee' | 'theme') =>
    sorted([...labels].flatMap(([id, count]) => (columns.names.get(id)?.type === type ? [{ value: columns.names.get(id)?.name ?? '', count }] : []))).slice(
      0,
      labelsAtMost,
    );
  return {
    kinds: listed(columns, kinds, null),
    supports: listed(columns, supports, 'none'),
    statuses: listed(columns, statuses, null),
    addressees: told('addressee'),
    themes: told('theme'),
  };
}

/** In how many reports the rows stand. */
export function countReports(columns: Columns, rows: ArrayLike<number>): number {
  const seen = new Uint8Array(columns.trashed.length);
  let reports = 0;
  for (let at = 0; at < rows.length; at++) {
    const report = columns.report[rows[at] ?? 0] ?? 0;
    if (seen[report] === 0) reports += 1;
    seen[report] = 1;
  }
  return reports;
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** @param nothing how "none" is called in this facet; null: not told */
function listed(columns: Columns, counts: Int32Array, nothing: string | null): Facet {
  const facet: Facet = [];
  for (const [code, count] of counts.entries()) {
    const value = code === 0 ? nothing : columns.values[code];
    if (count > 0 && value !== null && value !== undefined) facet.push({ value, count });
  }
  return sorted(facet);
}

function sorted(facet: Facet): Facet {
  return facet.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'en'));
}
