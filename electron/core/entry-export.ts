import { fail, type Result } from '../../shared/contract/result.ts';
import type { Archive } from '../archive/archive.ts';
import type { Core } from './core.ts';
export async function exportEntries(_core: Core, _archive: Archive, _formats: readonly string[], _to: string): Promise<Result<{ files: string[] }>> {
  return fail('host/unavailable');
}
