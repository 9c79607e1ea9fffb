/** Files a draft's publication as a report, and destroys a register after adoption. */
import type { Output } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { filingOfPublication } from '../archive/filing.ts';
import type { Core } from './core.ts';
import { examine } from './examine.ts';
import { freezeSpeakers } from './freeze.ts';
import { within } from './handlers/archive.ts';
import { nameLeft } from './left-names.ts';

/** @fails guard/blocked: what may not be issued may not be filed either, since the archive's search shows it */
export function fileDraft(core: Core, id: string): Result<Output<'draft.file'>> {
  return within(core, (archive) => {
    const opened = archive.drafts.open(id);
    if (!opened.ok) return opened;
    const examined = examine(core, opened.value.draft, { memo: core.memo(id) });
    if (!examined.ok) return examined;
    const { findings, published } = examined.value;
    if (findings.block.length > 0) return fail('guard/blocked', { count: findings.block.length });
    const filed = archive.reports.file(filingOfPublication(published, id));
    return filed.ok ? ok({ report: filed.value.report, entries: filed.value.entries }) : filed;
  });
}

/** Words every reference first, so that the text stays whole.
 *  @fails guard/blocked a name that was typed may stand in the text, and without the register nothing could find it
 *  @fails draft/unknown-person a reference that cannot be worded. Nothing is destroyed then */
export function destroyRegister(core: Core, id: string): Result<Output<'draft.destroyRegister'>> {
  return within(core, (archive) => {
    const library = core.library();
    if (!library.ok) return library;
    const lexicon = core.lexicon();
    if (!lexicon.ok) return lexicon;
    const opened = archive.drafts.open(id);
    if (!opened.ok) return opened;
    const examined = examine(core, opened.value.draft);
    if (!examined.ok) return examined;
    const blocking = examined.value.findings.block.length;
    if (blocking > 0) return fail('guard/blocked', { count: blocking, act: 'destroy' });
    const where = nameLeft(opened.value.draft, examined.value.published, lexicon.value);
    if (where !== null) return fail('guard/blocked', { count: 1, act: 'destroy', where });
    // Wording the whole draft first: if it cannot be worded, nothing is destroyed.
    const frozen = freezeSpeakers(opened.value.draft, library.value);
    if (!frozen.ok) return frozen;
    const destroyed = archive.drafts.destroyRegister(id, () => frozen.value);
    // The guard's memory of the draft holds names.
    if (destroyed.ok) core.memo(id).forget();
    return destroyed.ok ? ok({ people: destroyed.value.people, backups: [...destroyed.value.backups] }) : destroyed;
  });
}
