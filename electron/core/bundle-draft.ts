/** Hands a draft on as an encrypted bundle, and takes one in. */
import type { Output, Parsed } from '../../shared/contract/api.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { publish } from '../../shared/publication/publish.ts';
import { openBundle, sealBundle } from './bundle.ts';
import type { Core } from './core.ts';
import { deliver, unsearched } from './deliver.ts';
import { freezeSpeakers } from './freeze.ts';
import { readGranted } from './granted-file.ts';
import { within } from './handlers/archive.ts';

/** Without the register, references to people become the words that the rule makes of them. */
export async function bundleDraft(core: Core, input: Parsed<'draft.bundle'>): Promise<Result<Output<'draft.bundle'>>> {
  const { passphrase, register, to } = input;
  const library = core.library();
  if (!library.ok) return library;
  const whole = wholeDraft(core, input);
  if (!whole.ok) return whole;
  const draft = register ? whole : freezeSpeakers(whole.value, library.value);
  if (!draft.ok) return draft;
  // The name is the one an export would have: made from the publication, so from nothing private.
  const published = publish(draft.value, library.value);
  const name = published.ok ? `${published.value.publication.fileName}.rapporteur` : 'draft.rapporteur';
  const bytes = await sealBundle(draft.value, passphrase);
  const delivered = await deliver(core, to, [{ name, format: 'rapporteur', bytes, pages: null }], unsearched);
  if (!delivered.ok) return delivered;
  const [file] = delivered.value;
  return file === undefined ? { ok: false, error: { code: 'internal', detail: {} } } : ok({ file });
}

/** The draft given, or the one in the archive. */
function wholeDraft(core: Core, { id, draft }: Parsed<'draft.bundle'>): Result<Draft> {
  if (draft !== undefined) return ok(draft);
  const opened = within(core, (archive) => archive.drafts.open(id));
  return opened.ok ? ok(opened.value.draft) : opened;
}

export async function unbundleDraft(core: Core, { from, passphrase }: Parsed<'draft.unbundle'>): Promise<Result<Output<'draft.unbundle'>>> {
  const file = readGranted(core, from);
  if (!file.ok) return file;
  const draft = await openBundle(file.value.bytes, passphrase);
  return draft.ok ? within(core, (archive) => archive.drafts.create(draft.value)) : draft;
}
