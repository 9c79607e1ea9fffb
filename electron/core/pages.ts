import type { Result } from '../../shared/contract/result.ts';
import { fail } from '../../shared/contract/result.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import type { Core } from './core.ts';
export async function layOut(_core: Core, _publication: Publication): Promise<Result<{ key: string }>> {
  return fail('host/unavailable');
}
export function pageSvg(_key: string, _page: number): Result<{ svg: string }> {
  return fail('host/unavailable');
}
