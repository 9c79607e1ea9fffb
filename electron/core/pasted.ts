/** Pasted HTML or text to blocks of the schema, with ids that no draft has yet. */
import { randomUUID } from 'node:crypto';
import type { Output, Parsed } from '../../shared/contract/api.ts';
import type { Result } from '../../shared/contract/result.ts';
import { pasteBlocks } from '../import/paste/paste.ts';

/** @fails input/too-large the parts nest too deeply or are too many */
export async function readPasted(input: Parsed<'paste.read'>): Promise<Result<Output<'paste.read'>>> {
  return pasteBlocks(input, () => `p-${randomUUID()}`);
}
