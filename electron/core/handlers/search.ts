/** Search, entries, reports. */
import { ok } from '../../../shared/contract/result.ts';
import { within } from './archive.ts';
import type { Handlers } from './handlers.ts';

type Names = 'search.query' | 'entry.get' | 'entry.followUp' | 'report.list' | 'report.get' | 'report.trash' | 'search.saved' | 'search.save' | 'search.forget';

export const searchHandlers: Handlers<Names> = {
  'search.query': (core, input) => within(core, (archive) => archive.search.query(input)),
  'search.saved': (core) => within(core, (archive) => archive.search.saved()),
  'search.save': (core, input) => within(core, (archive) => archive.search.save(input)),
  'search.forget': (core, { id }) => done(within(core, (archive) => archive.search.forget(id))),
  'entry.get': (core, { id }) => within(core, (archive) => archive.entries.get(id)),
  'entry.followUp': (core, input) => done(within(core, (archive) => archive.entries.followUp(input))),
  'report.list': (core, { limit }) => within(core, (archive) => archive.reports.list(limit)),
  'report.get': (core, { id }) => within(core, (archive) => archive.reports.get(id)),
  'report.trash': (core, { id }) => done(within(core, (archive) => archive.reports.trash(id))),
};

/** A call that has nothing to say but that it was done. */
export function done(
  result: import('../../../shared/contract/result.ts').Result<unknown>,
): import('../../../shared/contract/result.ts').Result<Record<string, never>> {
  return result.ok ? ok({}) : result;
}
