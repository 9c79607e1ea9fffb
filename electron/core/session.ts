/** The one archive that is open, or none. */
import { basename } from 'node:path';
import type { Output } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Archive } from '../archive/archive.ts';

/** What is told about an archive that was open before this process began. */
export interface Before {
  readonly name: string;
  readonly sample: boolean;
}

export class Session {
  #archive: Archive | null = null;
  #before: Before | null;

  constructor(before: Before | null) {
    this.#before = before;
  }

  get archive(): Archive | null {
    return this.#archive?.isOpen === true ? this.#archive : null;
  }

  get name(): string {
    const archive = this.archive;
    return archive === null ? (this.#before?.name ?? '') : archive.name || basename(archive.folder);
  }

  get sample(): boolean {
    return this.archive?.sample ?? this.#before?.sample ?? false;
  }

  /** Takes an opened archive; the one before is closed first. */
  enter(archive: Archive): void {
    this.close();
    this.#archive = archive;
  }

  /** Flushes and closes; without an open archive it does nothing. The name stays, so that the page can ask for the passphrase. */
  close(): void {
    if (this.#archive === null) return;
    this.#before = { name: this.name, sample: this.sample };
    this.#archive.close();
    this.#archive = null;
  }

  /** The open archive. @fails archive/locked there is none */
  open(): Result<Archive> {
    return this.archive === null ? fail('archive/locked') : ok(this.archive);
  }

  status(): Result<Output<'session.status'>> {
    const archive = this.archive;
    if (archive === null) return ok({ state: this.#before === null ? 'none' : 'locked', name: this.name, sample: this.sample, reports: 0, entries: 0 });
    const stats = archive.stats();
    if (!stats.ok) return stats;
    return ok({ state: 'open', name: this.name, sample: this.sample, reports: stats.value.reports, entries: stats.value.entries });
  }
}
