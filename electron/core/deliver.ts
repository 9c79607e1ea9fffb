/** Hands finished files over: into a folder that a token grants, or as downloads. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IssuedFile } from '../../shared/contract/calls/draft.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Core } from './core.ts';

export interface Finished {
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly pages: number | null;
}
type Issued = import('zod').infer<typeof IssuedFile>;

/** All of the files, or none. @fails host/forbidden the token · export/not-writable, export/disk-full */
export async function deliver(core: Core, to: string, files: readonly Finished[]): Promise<Result<Issued[]>> {
  const granted = core.grants.redeem(to, 'folder', 'downloads');
  if (!granted.ok) return granted;
  if (granted.value.kind === 'downloads') {
    return ok(files.map((file) => issued(file, core.grants.grant({ kind: 'bytes', name: file.name, bytes: file.bytes }))));
  }
  const folder = granted.value.path;
  const written = writeFiles(folder, files);
  if (!written.ok) return written;
  return ok(files.map((file) => issued(file, core.grants.grant({ kind: 'file', path: join(folder, file.name) }))));
}

function issued({ name, format, bytes, pages }: Finished, token: string): Issued {
  return { name, format, bytes: bytes.byteLength, pages, token };
}

/** Writes every file beside its target first, then renames them all. */
export function writeFiles(folder: string, files: readonly Finished[]): Result<void> {
  const parts: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, bytes } of files) {
      const part = join(folder, `.${name}.part`);
      parts.push(part);
      writeFileSync(part, bytes, { flush: true });
    }
    for (const { name } of files) renameSync(join(folder, `.${name}.part`), join(folder, name));
    return ok(undefined);
  } catch (error) {
    for (const part of parts) if (existsSync(part)) rmSync(part, { force: true });
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail('export/disk-full');
    return fail('export/not-writable', { at: folder, reason: code === 'ENOTDIR' || code === 'EEXIST' ? 'it is no folder' : 'the folder refuses it' });
  }
}
