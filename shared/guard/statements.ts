/** What only a reader can judge: the statements of a text, in the order of its pages. */
import type { Passage } from './check.ts';
import type { Statement } from './finding.ts';

/** Every statement under a rule that hides somebody. @param origins anchor → id of the draft's block */
export function statementsIn(passages: readonly Passage[], origins: ReadonlyMap<string, string> | undefined): Statement[] {
  return passages.flatMap((passage) => {
    const { region } = passage;
    if (region.rule === 'named' || !isStatement(passage)) return [];
    const block = region.anchor === null ? null : (origins?.get(region.anchor) ?? null);
    return [{ region: region.kind, anchor: region.anchor, block, label: region.label }];
  });
}

/** Somebody is said to have said something. */
function isStatement(passage: Passage): boolean {
  if (passage.region.kind !== 'body' && passage.region.kind !== 'quote' && passage.region.kind !== 'note') return false;
  return passage.written.includes(true) || passage.tokens.some((token) => token.classes.has('speech'));
}
