/** [GRD-6] First person that tells where somebody works or lives: "in my ministry", "on our northern border", also reported: "her own ministry".
 *  Between quotation marks "our" is the speaker's: "at our registration points". The author's own view ("in my assessment") is free. */
import { type Check, type Hit, type Passage, patternHits } from '../check.ts';
import type { Token } from '../tokens.ts';
import { spokenQuotes } from './07-verbatim.ts';

const reason = (quote: string) => `“${quote}” tells where the speaker works or comes from.`;

export const firstPerson: Check = {
  number: 6,
  name: 'first-person',
  title: 'The speaker’s own institution',
  region: (passage) => [...patternHits(passage, 6, 'block', reason), ...(passage.report ? [] : quotedHits(passage))],
};

/** "our …" and "my …" between quotation marks around what sounds spoken; what everybody shares ("our common future") is free. */
function quotedHits(passage: Passage): Hit[] {
  const { tokens, reading } = passage;
  return spokenQuotes(passage).flatMap(({ start, end }) =>
    tokens.flatMap((token, index): Hit[] => {
      if (token.start < start || token.end > end || !token.classes.has('mine')) return [];
      const last = nounAfter(tokens, index, end);
      return last === null ? [] : [{ start: token.start, end: last.end, level: 'block', reason: reason(reading.text.slice(token.start, last.end)) }];
    }),
  );
}

/** The word that "our" belongs to; null where it is everybody's, or the quotation ends. */
function nounAfter(tokens: readonly Token[], index: number, end: number): Token | null {
  const next = tokens[index + 1];
  return next === undefined || next.gap === 'hard' || next.end > end || next.classes.has('everybodys') ? null : next;
}
