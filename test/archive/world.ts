/** Folders, archives and drafts for these tests: real files, the cheapest key derivation that is allowed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Archive, createArchive, kdfFloor, type OpenOptions, openArchive } from '../../electron/archive/archive.ts';
import type { Result } from '../../shared/contract/result.ts';
import { counted, passphrase, value } from './material.ts';

export * from './material.ts';

const folders: string[] = [];
const opened: Archive[] = [];
/** Opening by recovery key costs nothing; tests of the passphrase give it themselves. */
const recoveryKeys = new Map<string, string>();

afterEach(() => {
  for (const archive of opened.splice(0)) archive.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-test-'));
  folders.push(folder);
  return folder;
}

export interface Made {
  readonly folder: string;
  readonly archive: Archive;
  readonly recoveryKey: string;
  readonly environment: ReturnType<typeof counted>;
}

export async function newArchive(folder = join(scratch(), 'archive')): Promise<Made> {
  const environment = counted();
  const made = value(await createArchive({ folder, name: 'Council', passphrase, owner: 'test', kdf: kdfFloor, environment }));
  opened.push(made.archive);
  recoveryKeys.set(folder, made.recoveryKey);
  return { folder, ...made, environment };
}

export async function tryOpen(folder: string, options: Partial<OpenOptions> = {}): Promise<Result<Archive>> {
  const recoveryKey = recoveryKeys.get(folder);
  const secret = recoveryKey === undefined ? { passphrase } : { recoveryKey };
  const result = await openArchive({ folder, secret, owner: 'second', environment: counted(Date.UTC(2026, 0, 6)), ...options });
  if (result.ok) opened.push(result.value);
  return result;
}

/** Every file of a folder with its bytes. */
export function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name)).toString('base64')]),
  );
}
