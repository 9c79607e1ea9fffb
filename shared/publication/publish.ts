/** The one way out of a Draft. */
import type { Draft } from '../document/draft.ts';
import { fail, type Result } from '../contract/result.ts';
import type { Tally } from '../entry/entry.ts';
import type { RuleId } from '../people/rule.ts';
import type { Library } from '../template/library.ts';
import type { Publication } from './publication.ts';

export interface PublishOptions {
  readonly audience?: string | undefined;
  readonly rule?: RuleId | undefined;
  readonly copy?: { readonly number: number; readonly of: number; readonly recipient: string } | undefined;
}

/** A Publication and, apart from it, what only the archive's side may know about where its blocks came from. */
export interface Published {
  readonly publication: Publication;
  /** Anchor → id of the draft block it was made from. Notes: "note:3" → the footnote's id. */
  readonly origins: ReadonlyMap<string, string>;
  /** Anchor → what was counted in the room. */
  readonly tallies: ReadonlyMap<string, Tally>;
}

export function publish(_draft: Draft, _library: Library, _options: PublishOptions = {}): Result<Published> {
  return fail('internal');
}
