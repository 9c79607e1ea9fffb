/** The pages while they are written: laid out at once, rendered only where somebody looks. */
import type { Result } from '../../../shared/contract/result.ts';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { request } from './client.ts';
import type { Previewed } from './jobs.ts';

export type { Previewed } from './jobs.ts';

let previews = 0;

/** Lays the pages out. A newer call for the same draft replaces one that still waits. Pages follow by `previewPage`.
 *  @param options.draft names the draft, so that its previews replace each other
 *  @fails host/cancelled a newer preview of this draft was asked for
 *  @fails as layOut */
export function preview(publication: Publication, houseStyle: HouseStyle, options: { readonly draft: string }): Promise<Result<Previewed>> {
  previews += 1;
  return request({ do: 'preview', key: `preview-${previews}`, publication, style: houseStyle }, `preview ${options.draft}`);
}

/** One page as a self-contained SVG (glyphs as paths; no script, no outside reference) for an `<img>`.
 *  @param key of the preview; the three newest are kept
 *  @param page from 1
 *  @fails host/cancelled the preview has been replaced: ask for the newest */
export function previewPage(key: string, page: number): Promise<Result<string>> {
  return request({ do: 'page', key, page });
}

/** The first page as a picture of the form: title and text on one page, without the cover.
 *  @fails as layOut */
export function firstPage(publication: Publication, houseStyle: HouseStyle): Promise<Result<string>> {
  return request({ do: 'picture', publication, style: houseStyle });
}
