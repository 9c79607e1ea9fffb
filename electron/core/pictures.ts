import type { Output } from '../../shared/contract/api.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
export async function cleanPicture(_bytes: Buffer, _maxPixels: number): Promise<Result<Output<'draft.addPicture'>>> {
  return fail('host/unavailable');
}
