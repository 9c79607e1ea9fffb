/** Results of the current search, a page at a time; the last answer stays until the next is there. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import { ask } from '../client.ts';
import { inputOf, type Search } from './search-state.ts';

/** Typing is followed after this pause, ms. */
const pauseMs = 110;

export function useResults(search: Search) {
  const settled = useSettled(search, pauseMs);
  const input = inputOf(settled);
  const pages = useInfiniteQuery({
    queryKey: ['search.query', input],
    queryFn: ({ pageParam }) => ask('search.query', { ...input, offset: pageParam, facets: pageParam === 0 }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const seen = all.reduce((sum, page) => sum + page.results.length, 0);
      return last.results.length > 0 && seen < last.total ? seen : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const first = pages.data?.pages[0];
  const hits: readonly SearchHit[] = pages.data?.pages.flatMap((page) => page.results) ?? [];
  return { first, hits, error: pages.error, settled, fetching: pages.isFetching, more: pages.hasNextPage, fetchMore: () => void pages.fetchNextPage() };
}

export type Results = ReturnType<typeof useResults>;

/** `value`, once it has been the same for `ms`. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
