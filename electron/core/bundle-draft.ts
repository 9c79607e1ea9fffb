/** Hands a draft on as an encrypted bundle, and takes one in. */
import type { Output, Parsed } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { openBundle, sealBundle } from './bundle.ts';
import type { Core } from './core.ts';
import { deliver, unsearched } from './deliver.ts';
import { type Examined, examine } from './examine.ts';
import { freezeSpeakers } from './freeze.ts';
import { readGranted } from './granted-file.ts';
import { within } from './handlers/archive.ts';
import { nameLeft } from './left-names.ts';

/** Without the register, references to people become the words that the rule makes of them.
 *  @fails guard/blocked  a name of the register that stays behind is typed in the text, or in a part that is not issued */
export async function bundleDraft(core: Core, input: Parsed<'draft.bundle'>): Promise<Result<Output<'draft.bundle'>>> {
  const { passphrase, register, to } = input;
  const whole = wholeDraft(core, input);
  if (!whole.ok) return whole;
  const examined = examine(core, whole.value);
  const draft = register ? whole : withoutRegister(core, whole.value, examined);
  if (!draft.ok) return draft;
  const name = examined.ok && !namesIn(examined.value, 'file-name') ? `${examined.value.published.publication.fileName}.rapporteur` : 'draft.rapporteur';
  const bytes = await sealBundle(draft.value, passphrase);
  const delivered = await deliver(core, to, [{ name, format: 'rapporteur', bytes, pages: null }], unsearched);
  if (!delivered.ok) return delivered;
  const [file] = delivered.value;
  return file === undefined ? { ok: false, error: { code: 'internal', detail: {} } } : ok({ file });
}

function withoutRegister(core: Core, draft: Draft, examined: Result<Examined>): Result<Draft> {
  const [library, lexicon] = [core.library(), core.lexicon()];
  if (!library.ok) return library;
  if (!lexicon.ok) return lexicon;
  if (!examined.ok) return examined;
  const typed = namesIn(examined.value);
  if (typed > 0) return fail('guard/blocked', { count: typed, act: 'bundle' });
  const where = nameLeft(draft, examined.value.published, lexicon.value);
  return where === null ? freezeSpeakers(draft, library.value) : fail('guard/blocked', { count: 1, act: 'bundle', where });
}

/** How many names of the register are typed in the text, or in one kind of place only. */
function namesIn({ findings }: Examined, region?: string): number {
  return findings.block.filter(({ check, at }) => check === 1 && (region === undefined || at.region === region)).length;
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
