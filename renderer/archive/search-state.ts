/** What is being searched for. Kept while the window is, never in the address; forgotten when the archive is locked. */
import { useSyncExternalStore } from 'react';
import type { SearchInput } from '../../shared/contract/calls/search.ts';

export type Filters = Pick<SearchInput, 'kinds' | 'supports' | 'addressees' | 'themes' | 'statuses'>;
export type FilterName = keyof Filters;

export interface Search extends Filters {
  readonly query: string;
  readonly sort: SearchInput['sort'];
  readonly from: string;
  readonly to: string;
  readonly report: { readonly id: string; readonly title: string } | null;
}

export const noFilters: Filters = { kinds: [], supports: [], addressees: [], themes: [], statuses: [] };
const nothing: Search = { query: '', sort: 'best', from: '', to: '', report: null, ...noFilters };

let now: Search = nothing;
const watchers = new Set<() => void>();

export function changeSearch(change: Partial<Search>): void {
  now = { ...now, ...change };
  for (const watcher of watchers) watcher();
}

/** Begins a new search; what was chosen before is gone. */
export function startSearch(query: string, filters: Partial<Filters> = {}): void {
  changeSearch({ ...nothing, query, ...filters });
}

export function forgetSearch(): void {
  changeSearch(nothing);
}

export function useSearch(): Search {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => now,
  );
}

/** How many filters are on. */
export function filterCount(search: Search): number {
  const chosen = (Object.keys(noFilters) as FilterName[]).reduce((sum, name) => sum + search[name].length, 0);
  return chosen + (search.from === '' ? 0 : 1) + (search.to === '' ? 0 : 1) + (search.report === null ? 0 : 1);
}

const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The call's input for a search. Days that are not complete yet are left out. */
export function inputOf(search: Search): SearchInput {
  const { report, from, to, ...rest } = search;
  return {
    ...rest,
    limit: 60,
    offset: 0,
    facets: true,
    ...(day.test(from) ? { from } : {}),
    ...(day.test(to) ? { to } : {}),
    ...(report === null ? {} : { report: report.id }),
  };
}
