/** From a draft outwards: check, publication, preview, export, filing, bundle. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import type { Core } from '../core.ts';
import { examine } from '../examine.ts';
import { houseStyleOf } from '../library.ts';
import { rememberFindings } from '../summary.ts';
import { within } from './archive.ts';
import type { Handlers } from './handlers.ts';

type Names =
  | 'draft.check'
  | 'draft.publication'
  | 'draft.preview'
  | 'draft.previewPage'
  | 'draft.export'
  | 'draft.file'
  | 'draft.destroyRegister'
  | 'draft.bundle'
  | 'draft.unbundle';

export const issueHandlers: Handlers<Names> = {
  'draft.check': check,
  'draft.publication': (core, { id, audience, rule }) =>
    within(core, (archive) => {
      const opened = archive.drafts.open(id);
      if (!opened.ok) return opened;
      const examined = examine(core, opened.value.draft, { audience, rule, memo: core.memo(id) });
      return examined.ok ? ok(examined.value.published.publication) : examined;
    }),
  'draft.preview': preview,
  'draft.previewPage': async (_core, { key, page }) => {
    const { previewPage } = await import('../../export/pdf/preview.ts');
    const svg = await previewPage(key, page);
    return svg.ok ? ok({ svg: svg.value }) : svg;
  },
  'draft.export': async (core, input) => (await import('../issue.ts')).issueDraft(core, input),
  'draft.file': async (core, { id }) => (await import('../file-draft.ts')).fileDraft(core, id),
  'draft.destroyRegister': async (core, { id }) => (await import('../file-draft.ts')).destroyRegister(core, id),
  'draft.bundle': async (core, input) => (await import('../bundle-draft.ts')).bundleDraft(core, input),
  'draft.unbundle': async (core, input) => (await import('../bundle-draft.ts')).unbundleDraft(core, input),
};

/** The outcome is remembered for the Desk while it is about the draft as it stands: its own rule and audience. */
function check(core: Core, { id, audience, rule }: Parsed<'draft.check'>): Result<Output<'draft.check'>> {
  return within(core, (archive) => {
    const opened = archive.drafts.open(id);
    if (!opened.ok) return opened;
    const { draft, sequence } = opened.value;
    const examined = examine(core, draft, { audience, rule, memo: core.memo(id) });
    if (!examined.ok) return examined;
    const { findings } = examined.value;
    const library = core.library();
    const asItStands = (audience === undefined || audience === draft.audience) && rule === undefined;
    if (asItStands && library.ok) rememberFindings(archive, id, sequence, draft, library.value, { block: findings.block.length, warn: findings.warn.length });
    return ok(findings);
  });
}

async function preview(core: Core, { id, audience }: Parsed<'draft.preview'>): Promise<Result<Output<'draft.preview'>>> {
  const library = core.library();
  if (!library.ok) return library;
  const opened = within(core, (archive) => archive.drafts.open(id));
  if (!opened.ok) return opened;
  const { publish } = await import('../../../shared/publication/publish.ts');
  const published = publish(opened.value.draft, library.value, { audience });
  if (!published.ok) return published;
  const { publication, origins } = published.value;
  const style = houseStyleOf(publication, library.value);
  if (!style.ok) return style;
  const { preview: layPages } = await import('../../export/pdf/preview.ts');
  const laid = await layPages(publication, style.value, { draft: id });
  if (!laid.ok) return laid;
  const { key, pages, width, height, anchors } = laid.value;
  const places = [...anchors].flatMap(([anchor, { page, y }]) => {
    const block = origins.get(anchor);
    return block === undefined ? [] : [{ block, page, y }];
  });
  return ok({ key, pages, width, height, places });
}
