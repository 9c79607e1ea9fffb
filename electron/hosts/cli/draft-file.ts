/** Draft files: private by nature, so written with mode 0600, and never over the only copy. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Draft } from '../../../shared/document/draft.ts';
import { parseDraft } from '../../../shared/document/parse.ts';
import type { Terminal } from './terminal.ts';

/** Beyond this a draft file is refused unread, in bytes. */
const limit = 200_000_000;

/** @fails input/unreadable, input/too-large, draft/invalid, draft/newer-version */
export function readDraft(file: string): Result<Draft> {
  const value = readJson(file);
  return value.ok ? parseDraft(value.value) : value;
}

/** A file's JSON. @fails input/unreadable not there, not readable, or no JSON */
export function readJson(file: string): Result<unknown> {
  try {
    if (statSync(file).size > limit) return fail('input/too-large', { file, limit: '200 MB' });
    return ok(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return fail('input/unreadable', { file, reason: whyUnreadable(error) });
  }
}

/** What the system says about a file that cannot be read, in words; never a part of the file. */
export function whyUnreadable(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'permission is missing';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return error instanceof SyntaxError ? 'it is no JSON' : 'it is damaged or incomplete';
  }
}

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Writes with mode 0600 through a new file and a rename. A file of that name is kept as FILE.previous.
 *  @fails export/not-writable, export/disk-full; then nothing new is left */
export function writeDraft(file: string, draft: Draft, terminal: Terminal): Result<void> {
  const fresh = `${file}.new`;
  try {
    const handle = openSync(fresh, 'w', 0o600);
    try {
      writeAll(handle, Buffer.from(`${JSON.stringify(draft, null, 2)}\n`));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (existsSync(file)) {
      renameSync(file, `${file}.previous`);
      terminal.note(`${file} was there: it is kept as ${file}.previous.`);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    const code = systemCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail('export/disk-full');
    return fail('export/not-writable', { at: file, reason: code === 'ENOENT' ? 'there is no such folder' : 'the folder refuses it' });
  }
  if (draft.people.length > 0) terminal.note(`${file} holds the register in clear: only you may read it (mode 0600). Keep it where the meeting’s rule allows.`);
  else terminal.note(`${file} is a private draft: only you may read it (mode 0600).`);
  return ok(undefined);
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at);
}
