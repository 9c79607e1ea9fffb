/**
 * The page's side of the contract: one client, and hooks derived from the table of calls.
 * A failure of a call becomes a `CallError`, so that a component reads the sentence and the code from one place.
 */
import { QueryClient, type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api, ApiName, Client, Input, Output } from '../shared/contract/api.ts';
import { type Bridge, makeClient } from '../shared/contract/bridge.ts';
import { type ErrorCode, sentence } from '../shared/contract/errors.ts';
import { type Detail, fail, type Result } from '../shared/contract/result.ts';

declare global {
  interface Window {
    /** Put there before this script by the host: the desktop's preload, the browser host's page bridge. */
    readonly bridge?: Bridge;
  }
}

/** A page that no host opened can show itself, and nothing else. */
const nobody: Bridge = { host: 'browser', send: async () => fail('host/unavailable'), listen: () => () => undefined };

export const bridge: Bridge = window.bridge ?? nobody;
export const client: Client = makeClient((name, input) => bridge.send(name, input));

export type ReadName = { [N in ApiName]: Api[N]['kind'] extends 'read' | 'host' ? N : never }[ApiName];

/** A failed call. `message` is the sentence for the user. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly detail: Detail;
  constructor(code: ErrorCode, detail: Detail) {
    super(sentence(code, detail));
    this.code = code;
    this.detail = detail;
  }
}

/** Calls and gives the value.
 *  @throws CallError  with the code of the failure */
export async function ask<N extends ApiName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = (await bridge.send(name, input)) as Result<Output<N>>;
  if (result.ok) return result.value;
  if (result.error.code === 'archive/locked') void queries.invalidateQueries({ queryKey: ['session.status'] });
  throw new CallError(result.error.code, result.error.detail);
}

/** The sentence for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof CallError ? error.message : sentence('internal');
}

export const queries = new QueryClient({
  defaultOptions: {
    // The core is on this machine: a failed call fails again, and nothing changes behind the page's back.
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type CallOptions<N extends ReadName> = Omit<UseQueryOptions<Output<N>, Error>, 'queryKey' | 'queryFn'>;

/** Reads a call and keeps the answer; `options` are TanStack Query's. */
export function useCall<N extends ReadName>(name: N, input: Input<N>, options: CallOptions<N> = {}) {
  return useQuery<Output<N>, Error>({ ...options, queryKey: [name, input], queryFn: () => ask(name, input) });
}

/** A change. `refresh` names the reads whose answers are stale after it. */
export function useChange<N extends ApiName>(name: N, refresh: readonly ReadName[] = []) {
  const known = useQueryClient();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: () => Promise.all(refresh.map((stale) => known.invalidateQueries({ queryKey: [stale] }))),
  });
}
