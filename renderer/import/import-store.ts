/**
 * The files being imported: chosen, read one after the other, looked at, filed. Kept while the window is, so that the
 * screen can be left while files are read; forgotten when the archive is locked.
 */
import { useSyncExternalStore } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import type { Imported } from '../../shared/contract/calls/import.ts';
import type { EntryKind } from '../../shared/entry/entry.ts';
import { ask, CallError, queries, sentenceOf } from '../client.ts';
import { hearJob, type JobProgress, newJob } from '../job.ts';

export type FileState = 'waiting' | 'reading' | 'review' | 'failed' | 'adding' | 'added' | 'stopped';

export interface ImportFile {
  /** Token of the choice; names the file here. */
  readonly token: string;
  readonly name: string;
  readonly state: FileState;
  readonly progress: JobProgress | null;
  /** Set once it was read. */
  readonly key: string | null;
  readonly imported: Imported | null;
  /** Why it was not read, or not filed. */
  readonly trouble: string | null;
  /** Kinds that a person changed, by index of the entry. */
  readonly kinds: Readonly<Record<string, EntryKind>>;
  readonly filed: Output<'import.file'>[number] | null;
}

let files: readonly ImportFile[] = [];
let chosen: string | null = null;
let job: string | null = null;
let reading = false;
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) watcher();
}

function change(token: string, next: Partial<ImportFile>): void {
  files = files.map((file) => (file.token === token ? { ...file, ...next } : file));
  tell();
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export function useImportFiles(): readonly ImportFile[] {
  return useSyncExternalStore(watch, () => files);
}

/** The file that is looked at: the one chosen, else the first that can be. */
export function useCurrentFile(): ImportFile | null {
  const all = useImportFiles();
  const token = useSyncExternalStore(watch, () => chosen);
  return all.find((file) => file.token === token) ?? all.find((file) => file.state === 'review') ?? all[0] ?? null;
}

export function chooseFile(token: string): void {
  chosen = token;
  tell();
}

/** Adds chosen files and begins to read. */
export function addFiles(granted: readonly { readonly token: string; readonly label: string }[]): void {
  files = [
    ...files,
    ...granted.map(
      ({ token, label }): ImportFile => ({
        token,
        name: label,
        state: 'waiting',
        progress: null,
        key: null,
        imported: null,
        trouble: null,
        kinds: {},
        filed: null,
      }),
    ),
  ];
  tell();
  void readWaiting();
}

/** One file at a time, in order: the rest goes on where one fails. */
async function readWaiting(): Promise<void> {
  if (reading) return;
  reading = true;
  for (let next = nextWaiting(); next !== undefined; next = nextWaiting()) await readOne(next.token);
  reading = false;
}

const nextWaiting = () => files.find((file) => file.state === 'waiting');

async function readOne(token: string): Promise<void> {
  const id = newJob();
  job = id;
  change(token, { state: 'reading' });
  const stop = hearJob(id, (progress) => change(token, { progress }));
  try {
    const [read] = await ask('import.read', { files: [token], job: id });
    if (read === undefined) change(token, { state: 'failed', trouble: null });
    else if ('error' in read.result) change(token, { state: 'failed', trouble: read.result.error.message });
    else change(token, { state: 'review', key: read.key, imported: read.result });
  } catch (error) {
    const stopped = error instanceof CallError && error.code === 'host/cancelled';
    change(token, { state: stopped ? 'stopped' : 'failed', trouble: sentenceOf(error) });
  } finally {
    stop();
    job = null;
  }
}

/** Stops the file that is being read and lets the waiting ones be. */
export function stopReading(): void {
  files = files.map((file) => (file.state === 'waiting' ? { ...file, state: 'stopped' as const } : file));
  if (job !== null) void ask('job.cancel', { job }).catch(() => undefined);
  tell();
}

export function leaveOut(token: string): void {
  files = files.filter((file) => file.token !== token);
  tell();
}

/** @param kind  null: as it was recognised */
export function changeKind(token: string, entry: number, kind: EntryKind | null): void {
  const file = files.find((one) => one.token === token);
  if (file === undefined) return;
  const { [String(entry)]: _before, ...rest } = file.kinds;
  change(token, { kinds: kind === null ? rest : { ...rest, [String(entry)]: kind } });
}

/** Files what was read, with the kinds that were changed. */
export async function addToArchive(token: string): Promise<void> {
  const file = files.find((one) => one.token === token);
  if (file === undefined || file.key === null) return;
  change(token, { state: 'adding', trouble: null });
  try {
    const [filed] = await ask('import.file', { keys: [file.key], kinds: file.kinds });
    change(token, { state: 'added', filed: filed ?? null });
    for (const stale of ['session.status', 'search.query', 'archive.stats', 'archive.backups', 'report.list'])
      void queries.invalidateQueries({ queryKey: [stale] });
  } catch (error) {
    change(token, { state: 'review', trouble: sentenceOf(error) });
  }
}

export function forgetImport(): void {
  files = [];
  chosen = null;
  tell();
}
