/** Issues a draft: check, render, write beside the targets, verify what was written, and only then rename. A refusal leaves no file. */
import type { Output, Parsed } from '../../shared/contract/api.ts';
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft, Override } from '../../shared/document/draft.ts';
import type { Findings } from '../../shared/guard/finding.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';
import { examine } from './examine.ts';
import { within } from './handlers/archive.ts';
import type { Job } from './jobs.ts';
import { houseStyleOf } from './library.ts';
import { makeProver } from './prove.ts';
import { type Format, render } from './render.ts';

export interface Order {
  readonly draft: Draft;
  readonly formats: readonly Format[];
  readonly audience?: string | undefined;
  readonly recipient?: string | undefined;
  /** Findings kept with a reason, beside the draft's own. */
  readonly overrides?: readonly Override[] | undefined;
  /** Token of a folder or of the downloads. */
  readonly to: string;
}

/** Why nothing was issued; `findings` where the guard refused. */
export type Refused = Failure & { readonly findings?: Findings };
export type Issued = Output<'draft.export'>;

/** @fails guard/blocked with the findings · verify/leak · as render and deliver */
export async function issue(core: Core, order: Order, job: Job): Promise<{ readonly ok: true; readonly value: Issued } | Refused> {
  const library = core.library();
  if (!library.ok) return library;
  const { draft, audience, recipient, overrides } = order;
  const copy = recipient === undefined ? undefined : { number: 1, of: 1, recipient };
  const examined = examine(core, draft, { audience, overrides, ...(copy === undefined ? {} : { copy }) });
  if (!examined.ok) return examined;
  const { published, findings } = examined.value;
  if (findings.block.length > 0) return { ...fail('guard/blocked', { count: findings.block.length }), findings };
  const style = houseStyleOf(published.publication, library.value);
  if (!style.ok) return style;
  const files = await render(published.publication, style.value, [...new Set(order.formats)], job);
  if (!files.ok) return files;
  if (job.signal.aborted) return fail('host/cancelled');
  const prover = makeProver(draft, published.publication, findings);
  const delivered = await deliver(core, order.to, files.value, prover.verify);
  return delivered.ok ? ok({ files: delivered.value, proof: prover.proof() }) : delivered;
}

/** The call `draft.export`. */
export async function issueDraft(core: Core, input: Parsed<'draft.export'>): Promise<Result<Issued>> {
  const opened = within(core, (archive) => archive.drafts.open(input.id));
  if (!opened.ok) return opened;
  const { formats, audience, recipient, to } = input;
  return core.jobs.run(input.job, async (job) => {
    const issued = await issue(core, { draft: opened.value.draft, formats, audience, recipient, to }, job);
    return issued.ok ? issued : { ok: false, error: issued.error };
  });
}
