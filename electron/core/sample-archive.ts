/** The sample archive: fictional meetings that come with the program, filed and as drafts, so that a newcomer sees a full product. */
import { existsSync, renameSync } from 'node:fs';
import { ok, type Result } from '../../shared/contract/result.ts';
import { publish } from '../../shared/publication/publish.ts';
import { type Archive, createArchive, kdfFloor, openArchive } from '../archive/archive.ts';
import { filingOfPublication } from '../archive/filing.ts';
import type { Core } from './core.ts';
import { readSample } from './library.ts';
import { inProgress } from './sample-drafts.ts';

/** The sample keeps no secrets: its passphrase is public. */
const passphrase = 'open to everyone: fictional meetings of Norland';

/** Opens the sample archive in the core's sample folder; makes it where it is not there. One that does not open any more is kept, renamed. */
export async function openSample(core: Core): Promise<Result<Archive>> {
  core.session.close();
  const folder = core.sampleFolder;
  if (existsSync(folder)) {
    const opened = await openArchive({ folder, secret: { passphrase }, owner: core.owner });
    if (opened.ok || opened.error.code === 'archive/in-use') return opened;
    renameSync(folder, `${folder}-kept-${core.now()}`);
  }
  const made = await createArchive({ folder, name: 'Sample archive', passphrase, owner: core.owner, sample: true, kdf: kdfFloor });
  if (!made.ok) return made;
  const filled = fill(core, made.value.archive);
  return filled.ok ? ok(made.value.archive) : filled;
}

/** Every template's sample as a draft, some still in progress; the finished public ones are filed too, so that a search finds something. */
function fill(core: Core, archive: Archive): Result<void> {
  const library = core.library();
  if (!library.ok) return library;
  for (const id of library.value.templates.keys()) {
    const sample = readSample(id);
    if (!sample.ok) return sample;
    const created = archive.drafts.create(inProgress(sample.value));
    if (!created.ok) return created;
    const published = publish(sample.value, library.value);
    if (!published.ok) return published;
    if (published.value.publication.marking?.tone !== 'open') continue;
    const filed = archive.reports.file(filingOfPublication(published.value, created.value.id));
    if (!filed.ok) return filed;
  }
  return ok(undefined);
}
