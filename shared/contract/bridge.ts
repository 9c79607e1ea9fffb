/** What stands between the page and the core: one way to call, one way to hear. Same for window, tab and tests. */
import type { z } from 'zod';
import { type Api, type ApiName, api, type Client } from './api.ts';
import type { CoreEvent } from './events.ts';
import type { Result } from './result.ts';

export interface Bridge {
  readonly host: 'desktop' | 'browser';
  send(name: ApiName, input: unknown): Promise<Result<unknown>>;
  /** Hears progress and locking; returns how to stop listening. */
  listen(hear: (event: CoreEvent) => void): () => void;
}

/** Derives the client from the table of calls. */
export function makeClient(send: Bridge['send']): Client {
  const entries = (Object.keys(api) as ApiName[]).map((name) => [name, (input: z.input<Api[ApiName]['input']>) => send(name, input)]);
  return Object.fromEntries(entries) as Client;
}
