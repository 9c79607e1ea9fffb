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
import { makeProver, type Prover, type ToProve } from './prove.ts';
import { type Format, type Rendered, render } from './render.ts';
import { startVerifyThread } from './verify-thread.ts';

export interface Order {
  readonly draft: Draft;
  readonly formats: readonly Format[];
  readonly audience?: string | undefined;
  readonly recipient?: string | undefined;
  /** Findings kept with a reason, beside the draft's own. */
  readonly overrides?: readonly Override[] | undefined;
}

/** Why nothing was issued; `findings` where the guard refused. */
export type Refused = Failure & { readonly findings?: Findings };
export type Issued = Output<'draft.export'>;

export interface Made {
  readonly files: readonly Rendered[];
  /** Searches the written files; see prove.ts. */
  readonly prover: Prover;
}

/** Checks and renders; nothing is written yet. @fails guard/blocked with the findings · as render */
export async function makeFiles(
  core: Core,
  order: Order,
  job: Job,
  search?: ToProve['search'],
): Promise<{ readonly ok: true; readonly value: Made } | Refused> {
  const library = core.library();
  if (!library.ok) return library;
  const lexicon = core.lexicon();
  if (!lexicon.ok) return lexicon;
  const { draft, audience, recipient, overrides = [] } = order;
  const copy = recipient === undefined ? {} : { copy: { number: 1, of: 1, recipient } };
  const examined = examine(core, draft, { audience, overrides, ...copy });
  if (!examined.ok) return examined;
  const { published, findings } = examined.value;
  if (findings.block.length > 0) return { ...fail('guard/blocked', { count: findings.block.length }), findings };
  const style = houseStyleOf(published.publication, library.value);
  if (!style.ok) return style;
  const files = await render(published.publication, style.value, [...new Set(order.formats)], job);
  if (!files.ok) return files;
  const kept = new Set([...draft.overrides, ...overrides].map(({ id }) => id));
  return ok({ files: files.value, prover: makeProver({ draft, published, kept, human: findings.human, names: lexicon.value.names, search }) });
}

/** Checks, renders, writes, verifies. @param order.to token of a folder or of the downloads. @fails as makeFiles · verify/leak · as deliver */
export async function issue(core: Core, order: Order & { readonly to: string }, job: Job): Promise<{ readonly ok: true; readonly value: Issued } | Refused> {
  const thread = core.background ? startVerifyThread() : null;
  try {
    const made = await makeFiles(core, order, job, thread?.verify);
    if (!made.ok) return made;
    if (job.signal.aborted) return fail('host/cancelled');
    const { files, prover } = made.value;
    const delivered = await deliver(core, order.to, files, prover.verify);
    return delivered.ok ? ok({ files: delivered.value, proof: prover.proof() }) : delivered;
  } finally {
    await thread?.end();
  }
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
