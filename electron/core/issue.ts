/** Issues a draft: check, render, verify the bytes, and only then write. A refusal leaves no file. */
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
import { proveClean } from './prove.ts';
import { type Format, type Proof, type Rendered, render } from './render.ts';

export interface IssueOrder {
  readonly draft: Draft;
  readonly formats: readonly Format[];
  readonly audience?: string | undefined;
  readonly recipient?: string | undefined;
  readonly overrides?: readonly Override[] | undefined;
}

export interface Issued {
  readonly files: readonly Rendered[];
  readonly proof: Proof;
  readonly findings: Findings;
}

/** Why nothing was issued; `findings` where the guard refused. */
export type Refused = Failure & { readonly findings?: Findings };

/** Makes the files in memory and proves them clean.
 *  @fails guard/blocked with the findings · verify/leak · as render */
export async function makeFiles(core: Core, order: IssueOrder, job: Job): Promise<{ ok: true; value: Issued } | Refused> {
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
  const rendered = await render(published.publication, style.value, [...new Set(order.formats)], job);
  if (!rendered.ok) return rendered;
  const proof = await proveClean(draft, published, findings, rendered.value);
  return proof.ok ? ok({ files: rendered.value, proof: proof.value, findings }) : proof;
}

/** The call `draft.export`. */
export async function issueDraft(core: Core, input: Parsed<'draft.export'>): Promise<Result<Output<'draft.export'>>> {
  const opened = within(core, (archive) => archive.drafts.open(input.id));
  if (!opened.ok) return opened;
  return core.jobs.run(input.job, async (job) => {
    const { formats, audience, recipient } = input;
    const made = await makeFiles(core, { draft: opened.value.draft, formats, audience, recipient }, job);
    if (!made.ok) return { ok: false, error: made.error };
    if (job.signal.aborted) return fail('host/cancelled');
    const delivered = await deliver(core, input.to, made.value.files);
    return delivered.ok ? ok({ files: delivered.value, proof: made.value.proof }) : delivered;
  });
}
