/** Drafts: list, open, journal, revisions, trash. */
import type { Parsed } from '../../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Draft } from '../../../shared/document/draft.ts';
import type { Core } from '../core.ts';
import { readSample } from '../library.ts';
import { listDrafts } from '../summary.ts';
import { within } from './archive.ts';
import type { Handlers } from './handlers.ts';
import { done } from './search.ts';

type Names =
  | 'draft.list'
  | 'draft.create'
  | 'draft.open'
  | 'draft.append'
  | 'draft.checkpoint'
  | 'draft.revisions'
  | 'draft.revision'
  | 'draft.trash'
  | 'draft.untrash'
  | 'draft.override'
  | 'draft.addPicture'
  | 'paste.read';

export const draftHandlers: Handlers<Names> = {
  'draft.list': (core, { trashed }) => within(core, (archive) => listDrafts(core, archive, trashed)),
  'draft.create': async (core, input) => {
    const draft = await newDraft(core, input);
    return draft.ok ? within(core, (archive) => archive.drafts.create(draft.value)) : draft;
  },
  'draft.open': (core, { id }) => within(core, (archive) => archive.drafts.open(id)),
  'draft.append': (core, { id, after, change }) => within(core, (archive) => archive.drafts.append(id, after, change)),
  'draft.checkpoint': (core, { id }) => within(core, (archive) => archive.drafts.checkpoint(id)),
  'draft.revisions': (core, { id }) =>
    within(core, (archive) => {
      const rows = archive.drafts.revisions(id);
      return rows.ok ? ok([...rows.value]) : rows;
    }),
  'draft.revision': (core, { id, no }) => within(core, (archive) => archive.drafts.revision(id, no)),
  'draft.trash': (core, { id }) => done(within(core, (archive) => archive.drafts.trash(id))),
  'draft.untrash': (core, { id }) => done(within(core, (archive) => archive.drafts.untrash(id))),
  'draft.override': (core, input) => done(override(core, input)),
  'draft.addPicture': async (_core, { base64, maxPixels }) => {
    const { addPicture } = await import('../pictures.ts');
    return addPicture(Buffer.from(base64, 'base64'), maxPixels);
  },
  'paste.read': async (core, input) => {
    const { pasteBlocks } = await import('../../import/paste/paste.ts');
    return pasteBlocks(input, () => core.newId('b'));
  },
};

/** The draft that a call asks for: the one given, the template's sample, or an empty one with every required section. */
export async function newDraft(core: Core, input: Parsed<'draft.create'>): Promise<Result<Draft>> {
  if (input.draft !== undefined) return ok(input.draft);
  const library = core.library();
  if (!library.ok) return library;
  const template = library.value.templates.get(input.template);
  if (template === undefined) return fail('template/unknown', { id: input.template });
  if (input.sample) return readSample(template.id);
  const { instantiate } = await import('../../../shared/template/instantiate.ts');
  return ok(instantiate(template, () => core.newId('n').slice(0, 15)));
}

/** Keeps a finding with a reason, or takes the reason back (null): a change of the draft like any other. */
function override(core: Core, { id, finding, reason }: Parsed<'draft.override'>): Result<unknown> {
  return within(core, (archive) => {
    const opened = archive.drafts.open(id);
    if (!opened.ok) return opened;
    const others = opened.value.draft.overrides.filter((one) => one.id !== finding);
    const overrides = reason === null ? others : [...others, { id: finding, reason }];
    return archive.drafts.append(id, opened.value.sequence, { operations: [], set: { overrides } });
  });
}
