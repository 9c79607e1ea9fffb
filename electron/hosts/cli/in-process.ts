/** The core in this process: what the command line works on. Same contract, same door as the windows. */
import { resolve } from 'node:path';
import type { ApiName, Client } from '../../../shared/contract/api.ts';
import { makeClient } from '../../../shared/contract/bridge.ts';
import { fail, type Result } from '../../../shared/contract/result.ts';
import { type Core, createCore } from '../../core/core.ts';
import { makeDispatch } from '../../core/dispatch.ts';
import { makeLog } from '../../core/log.ts';
import { type CommandInput, text } from './command.ts';
import { passphrase } from './passphrase.ts';

export interface InProcess {
  readonly core: Core;
  readonly client: Client;
  /** A token for a folder that the command line names. */
  folder(path: string): string;
  file(path: string): string;
}

/** @param name of the command, told to whoever finds the archive in use */
export function inProcess(input: CommandInput, name: string): InProcess {
  const core = createCore({
    owner: `rapporteur ${name}`,
    sampleFolder: '',
    log: makeLog((line) => input.terminal.note(line.trimEnd())),
  });
  const dispatch = makeDispatch(core);
  const send = (call: ApiName, value: unknown): Promise<Result<unknown>> => dispatch(call, value);
  return {
    core,
    client: makeClient(send),
    folder: (path) => core.grants.grant({ kind: 'folder', path: resolve(path) }),
    file: (path) => core.grants.grant({ kind: 'file', path: resolve(path) }),
  };
}

/** Opens the archive of --archive, works, and closes it whatever happened. @fails usage/invalid without --archive; archive/* */
export async function withArchive<T>(input: CommandInput, name: string, work: (open: InProcess) => Promise<Result<T>>): Promise<Result<T>> {
  const folder = text(input, 'archive');
  if (folder === undefined) return fail('usage/invalid', { reason: `“${name}” needs --archive DIR` });
  const { isArchiveFolder } = await import('../../core/archive-folder.ts');
  if (!isArchiveFolder(resolve(folder))) return fail('archive/none');
  const secret = await passphrase(input, 'passphrase-file', 'Passphrase: ');
  if (!secret.ok) return secret;
  const open = inProcess(input, name);
  const opened = await open.client['archive.open']({ folder: open.folder(folder), passphrase: secret.value });
  if (!opened.ok) return opened;
  try {
    return await work(open);
  } finally {
    open.core.session.close();
  }
}
