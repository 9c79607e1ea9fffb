/** A picture on its way into a draft: decoded and drawn anew, so that nothing but its pixels enters. */
import type { Output } from '../../shared/contract/api.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import { cleanPicture } from '../export/images.ts';

/** @fails as cleanPicture */
export async function addPicture(bytes: Uint8Array, maxPixels: number): Promise<Result<Output<'draft.addPicture'>>> {
  const clean = await cleanPicture(bytes, maxPixels);
  if (!clean.ok) return clean;
  const { mime, bytes: drawn, width, height } = clean.value;
  return ok({ mime, base64: Buffer.from(drawn).toString('base64'), width, height });
}
