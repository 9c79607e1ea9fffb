/** The bytes behind a token: an upload, or a file that a dialog granted. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Core } from './core.ts';

const limit = 200_000_000;

/** @fails host/forbidden the token · input/unreadable, input/too-large the file */
export function readGranted(core: Core, token: string): Result<{ readonly name: string; readonly bytes: Uint8Array }> {
  const granted = core.grants.redeem(token, 'file', 'bytes');
  if (!granted.ok) return granted;
  if (granted.value.kind === 'bytes') return ok({ name: granted.value.name, bytes: granted.value.bytes });
  const file = granted.value.path;
  try {
    if (statSync(file).size > limit) return fail('input/too-large', { file: basename(file), limit: '200 MB' });
    return ok({ name: basename(file), bytes: readFileSync(file) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'EACCES'
            ? 'permission is missing'
            : 'it is damaged or incomplete';
    return fail('input/unreadable', { file: basename(file), reason });
  }
}
