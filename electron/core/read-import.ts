/** Reads a file in the disposable process. */
import { pathToFileURL } from 'node:url';
import type { Result } from '../../shared/contract/result.ts';
import { type ReadFile, readFile } from '../import/process.ts';
import type { Core } from './core.ts';
import { entryFile } from './root.ts';

export interface ReadImportOptions {
  readonly template: string;
  readonly beside?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** @fails input/*, host/cancelled */
export function readImport(
  core: Core,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { template, beside = false, signal }: ReadImportOptions,
): Promise<Result<ReadFile>> {
  return readFile(file, { template, beside, entry: pathToFileURL(entryFile('import/child')), ask: core.askChild, ...(signal === undefined ? {} : { signal }) });
}
