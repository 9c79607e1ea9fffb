import type { Output, Parsed } from '../../shared/contract/api.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
export async function readPasted(_input: Parsed<'paste.read'>): Promise<Result<Output<'paste.read'>>> {
  return fail('host/unavailable');
}
