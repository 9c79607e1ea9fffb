/** Publication → PDF. */
import type { Result } from '../../../shared/contract/result.ts';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { request } from './client.ts';
import type { Kind, Laid } from './jobs.ts';

export type { Anchors, Place } from './engine.ts';
export type { Kind, Laid } from './jobs.ts';

/** Lays a publication out off the main thread. Equal publications give equal bytes on any machine, at any time.
 *  Anchors hold page (from 1) and y (points from the top) of every block; the Word contents take their numbers from them.
 *  @param options.kind issue: PDF/UA-1 · archive: PDF/A-2a; one file cannot be both
 *  @fails export/missing-glyphs  no bundled face has a sign for a character; `at` names the block
 *  @fails export/layout          a picture without words, a skipped heading level, or what the engine refuses */
export function layOut(publication: Publication, houseStyle: HouseStyle, options: { readonly kind: Kind }): Promise<Result<Laid>> {
  return request({ do: 'layout', kind: options.kind, publication, style: houseStyle });
}
