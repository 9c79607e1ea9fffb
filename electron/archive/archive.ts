/**
 * The archive as the core sees it: one folder with an encrypted database, its key header and its backups.
 * Nothing here needs an embedded database: ids, values and Results only. Calls answer at once (the core is a process of
 * its own); those that may take long tell their progress and can be stopped. Any call may fail with `archive/damaged`
 * (the archive is closed by then), `archive/disk-full`, `archive/not-writable` or `archive/locked` (closed).
 */
import type { Output, Parsed } from '../../shared/contract/api.ts';
import type { BackupInfo } from '../../shared/contract/calls/archive.ts';
import type { Change } from '../../shared/contract/calls/draft.ts';
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { Filing } from '../../shared/entry/filing.ts';
import type { KdfCost } from './key/kdf.ts';

/** What opens an archive. The recovery key may be typed with or without its hyphens, in any case. */
export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** How a long job tells where it is and hears that it should stop. A stopped job changes nothing. */
export interface Job {
  readonly onProgress?: ((done: number, total: number, step: string) => void) | undefined;
  readonly isCancelled?: (() => boolean) | undefined;
}

/** Clock and ids are arguments, so tests can set them. */
export interface Environment {
  /** Wall clock, ms since 1970 UTC. Shown to the user; nothing is ever ordered by it. */
  readonly now: () => number;
  readonly newId: (prefix: 'draft' | 'report' | 'entry' | 'search') => string;
}

export interface OpenOptions {
  readonly folder: string;
  readonly secret: Secret;
  /** Told to whoever finds the archive in use: "Rapporteur (desktop)", "rapporteur search". No secrets. */
  readonly owner: string;
  readonly environment?: Environment | undefined;
  /** Told once, after the archive has closed itself because a page failed its authentication. */
  readonly onDamaged?: (() => void) | undefined;
}

export interface CreateOptions {
  readonly folder: string;
  readonly name: string;
  readonly passphrase: string;
  readonly owner: string;
  readonly sample?: boolean | undefined;
  /** Cost of the passphrase's key derivation; absent: measured on this machine. Tests use `kdfFloor`. */
  readonly kdf?: KdfCost | undefined;
  readonly environment?: Environment | undefined;
  readonly onDamaged?: (() => void) | undefined;
}

export interface RestoreOptions {
  readonly folder: string;
  readonly secret: Secret;
  readonly owner: string;
  /** Id of a backup; absent: the newest that verifies. */
  readonly from?: string | undefined;
  readonly environment?: Environment | undefined;
  readonly job?: Job | undefined;
}

/** A draft in the list. `note` is whatever the core last remembered about it, and null once the draft has changed. */
export interface DraftRow {
  readonly id: string;
  readonly createdMs: number;
  readonly changedMs: number;
  readonly trashedMs: number | null;
  readonly sequence: number;
  readonly note: unknown;
}

export interface OpenedDraft {
  readonly draft: Draft;
  readonly revision: number;
  /** Number of the last change; `append` takes it as `after`. */
  readonly sequence: number;
}

export interface RevisionRow {
  readonly no: number;
  readonly savedMs: number;
  readonly words: number;
  /** True: not part of the draft's line, but what somebody else was writing on an older state; kept, never merged. */
  readonly aside: boolean;
}

export interface Drafts {
  list(trashed: boolean): Result<readonly DraftRow[]>;
  create(draft: Draft): Result<{ readonly id: string }>;
  /** The draft with every acknowledged change, its register and its pictures. @fails draft/not-found */
  open(id: string): Result<OpenedDraft>;
  /** Journals one change; answers after COMMIT, with synchronous=FULL.
   *  @param after sequence the change was made on
   *  @fails archive/stale-revision  somebody changed the draft meanwhile. The change is kept as an aside:
   *         detail.newest is the newest sequence, detail.kept the number of the aside's revision
   *  @fails draft/invalid           the operations do not fit the draft; nothing is written */
  append(id: string, after: number, change: Change): Result<{ readonly sequence: number; readonly savedMs: number }>;
  /** Replaces the whole draft (restoring a revision, "save a copy"): a change like any other. */
  replace(id: string, after: number, draft: Draft): Result<{ readonly sequence: number; readonly savedMs: number }>;
  /** Folds the journal into a full revision; without changes since the last one it answers that one. */
  checkpoint(id: string): Result<{ readonly revision: number }>;
  revisions(id: string): Result<readonly RevisionRow[]>;
  revision(id: string, no: number): Result<Draft>;
  /** To the trash; kept for 90 days. */
  trash(id: string): Result<void>;
  untrash(id: string): Result<void>;
  /** Remembers what the core worked out about the draft at this sequence (its summary); forgotten on the next change. */
  remember(id: string, sequence: number, note: unknown): Result<void>;
  /** Final: drops the register with its key, and every revision, journal row, aside and undo of this draft. What remains
   *  is one revision: `freeze(draft)`, in which no speaker reference may stand any more.
   *  Overrides go too, since their reasons may hold names. `backups` names those that still hold the register. */
  destroyRegister(id: string, freeze: (draft: Draft) => Draft): Result<{ readonly people: number; readonly backups: readonly string[] }>;
}

export interface FiledReport {
  readonly report: string;
  /** False: the same bytes were filed before, nothing was added. */
  readonly added: boolean;
  /** Paragraphs that are entries (kind text not counted). */
  readonly entries: number;
}

export interface Reports {
  /** Files a report. From a file: found again by the hash of its bytes. From a draft: the newer edition replaces the
   *  older, and entries keep their id and follow-up where their block, or else their text, is the same. */
  file(filing: Filing, job?: Job): Result<FiledReport>;
  list(limit: number): Result<Output<'report.list'>>;
  get(id: string): Result<Output<'report.get'>>;
  /** The imported file as it was. @fails archive/not-found also where the report came from a draft */
  original(id: string): Result<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Takes the report out of search and lists; kept for 90 days. */
  trash(id: string): Result<void>;
  untrash(id: string): Result<void>;
}

export interface Entries {
  get(id: string): Result<Output<'entry.get'>>;
  followUp(input: Parsed<'entry.followUp'>): Result<void>;
  /** Every entry of every report, newest report first, kind text left out: for `archive.export`. */
  each(visit: (entry: SearchHit) => void, job?: Job): Result<{ readonly entries: number }>;
}

export interface Search {
  /** Never fails for what the query says: marks without meaning are ignored. */
  query(input: Parsed<'search.query'>): Result<Output<'search.query'>>;
  saved(): Result<Output<'search.saved'>>;
  save(input: Parsed<'search.save'>): Result<{ readonly id: string }>;
  forget(id: string): Result<void>;
}

export interface Backups {
  /** Newest first. */
  list(): Result<readonly BackupInfo[]>;
  /** Makes a backup, reopens it, checks every page, compares counts and content; then thins the older ones. */
  make(reason: string, job?: Job): Result<BackupInfo>;
  /** Makes one, then deletes those that still hold a destroyed register; `kept` names damaged databases that do, which nothing deletes.
   *  @fails draft/invalid the register is not destroyed · archive/not-writable not all could be deleted; what is left is listed again */
  replace(draft: string): Result<Output<'archive.replaceBackups'>>;
}

export interface Settings {
  /** Null where nothing was set. */
  get(key: string): Result<unknown>;
  set(key: string, value: unknown): Result<void>;
}

export interface Archive {
  readonly folder: string;
  readonly name: string;
  readonly sample: boolean;
  /** False after `close`, or after the archive closed itself as damaged. */
  readonly isOpen: boolean;
  readonly drafts: Drafts;
  readonly reports: Reports;
  readonly entries: Entries;
  readonly search: Search;
  readonly backups: Backups;
  readonly settings: Settings;
  stats(): Result<Output<'archive.stats'>>;
  /** Reads and authenticates every page, checks the full-text index against its rows. */
  verify(job?: Job): Result<Output<'archive.verify'>>;
  /** @fails archive/wrong-passphrase, archive/weak-passphrase */
  changePassphrase(current: string, next: string): Promise<Result<void>>;
  /** Empties the log into the database; the core calls it when it has been idle for a few seconds. */
  flush(): Result<void>;
  /** Folds open journals, empties the log, gives the folder free. Twice is once. */
  close(): Result<void>;
}

export { createArchive } from './create.ts';
export { filingOfImport, filingOfPublication } from './filing.ts';
export { kdfFloor } from './key/kdf.ts';
export { passphraseStrength } from './key/strength.ts';
export { isArchiveFolder, openArchive } from './open.ts';
export { restoreArchive } from './restore.ts';
