/**
 * The table of calls. The preload bridge, the localhost host, the command line and the renderer's client are derived
 * from it; deleting a handler is a type error. One file per area under `calls/`.
 */
import type { z } from 'zod';
import { archiveCalls } from './calls/archive.ts';
import { draftCalls } from './calls/draft.ts';
import { hostCalls } from './calls/host.ts';
import { importCalls } from './calls/import.ts';
import { searchCalls } from './calls/search.ts';
import type { Result } from './result.ts';

export const api = { ...archiveCalls, ...draftCalls, ...importCalls, ...searchCalls, ...hostCalls } as const;

export type Api = typeof api;
export type ApiName = keyof Api;
/** What a caller may send: defaults may be left out. */
export type Input<N extends ApiName> = z.input<Api[N]['input']>;
/** What a handler receives, parsed. */
export type Parsed<N extends ApiName> = z.output<Api[N]['input']>;
export type Output<N extends ApiName> = z.output<Api[N]['output']>;

export type HostName = { [N in ApiName]: Api[N]['kind'] extends 'host' ? N : never }[ApiName];
export type CoreName = Exclude<ApiName, HostName>;

/** The renderer's and the command line's view: one async function a call. */
export type Client = { readonly [N in ApiName]: (input: Input<N>) => Promise<Result<Output<N>>> };

export function isApiName(name: string): name is ApiName {
  return Object.hasOwn(api, name);
}
