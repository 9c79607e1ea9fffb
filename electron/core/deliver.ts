/** Hands finished files over: into a folder that a token grants, or as downloads. Verified before anybody can see them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { type OutputFile, type Verify, writeAtomically } from '../export/atomic-write.ts';
import type { Core } from './core.ts';

export interface Finished extends OutputFile {
  readonly format: string;
  readonly pages: number | null;
}

type Issued = Output<'draft.export'>['files'][number];

/** For files that nobody needs to verify: a sealed bundle, or entries that were filed from publications. */
export const unsearched: Verify = async () => ok(undefined);

/** All of the files, or none. In a folder each is read back from the disk and verified before it gets its name.
 *  @fails host/forbidden the token · export/not-writable, export/disk-full · as verify */
export async function deliver(core: Core, to: string, files: readonly Finished[], verify: Verify): Promise<Result<Issued[]>> {
  const granted = core.grants.redeem(to, 'folder', 'downloads');
  if (!granted.ok) return granted;
  if (granted.value.kind === 'folder') return toFolder(core, granted.value.path, files, verify);
  for (const file of files) {
    const verified = await verify(file);
    if (!verified.ok) return verified;
  }
  return ok(files.map((file) => issued(file, core.grants.grant({ kind: 'bytes', name: file.name, bytes: file.bytes }))));
}

async function toFolder(core: Core, folder: string, files: readonly Finished[], verify: Verify): Promise<Result<Issued[]>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    return fail('export/not-writable', { at: folder, reason: 'the folder cannot be made' });
  }
  const written = await writeAtomically(folder, files, verify);
  if (!written.ok) return written;
  return ok(files.map((file) => issued(file, core.grants.grant({ kind: 'file', path: join(folder, file.name) }))));
}

function issued({ name, format, bytes, pages }: Finished, token: string): Issued {
  return { name, format, bytes: bytes.byteLength, pages, token };
}
