/** [GRD-6] First person that tells where somebody works or lives: "in my ministry", "on our northern border", also reported: "her own ministry".
 *  Between quotation marks "our" is the speaker's: "at our registration points". The author's own view ("in my assessment") is free. */
import { anyWritten, type Check, type Hit, type Passage, patternHits } from '../check.ts';
import type { Token } from '../tokens.ts';
import { selvesIn } from '../voices.ts';
import { spokenQuotes } from './07-verbatim.ts';

const reason = (quote: string) => `“${quote}” tells where the speaker works or comes from.`;

export const firstPerson: Check = {
  number: 6,
  name: 'first-person',
  title: 'The speaker’s own institution',
  region: (passage) => {
    const told = patternHits(passage, 6, 'block', reason);
    return passage.report ? told : [...told, ...quotedHits(passage), ...voiceHits(passage)];
  },
};

/** First person where a speaker's words stand without marks. */
function voiceHits(passage: Passage): Hit[] {
  return selvesIn(passage).flatMap(({ from, to }): Hit[] => {
    const [first, last] = [passage.tokens[from], passage.tokens[to - 1]];
    if (first === undefined || last === undefined || anyWritten(passage, from, to)) return [];
    return [{ start: first.start, end: last.end, level: 'block', reason: reason(passage.reading.text.slice(first.start, last.end)) }];
  });
}

/** "our …" and "my …" between quotation marks around what sounds spoken; what everybody shares ("our common future") is free. */
function quotedHits(passage: Passage): Hit[] {
  const { tokens, reading } = passage;
  return spokenQuotes(passage).flatMap(({ start, end }) =>
    tokens.flatMap((token, index): Hit[] => {
      if (token.start < start || token.end > end) return [];
      const last = token.classes.has('mine') ? nounAfter(tokens, index, end) : placeAfter(tokens, index, end);
      return last === null ? [] : [{ start: token.start, end: last.end, level: 'block', reason: reason(reading.text.slice(token.start, last.end)) }];
    }),
  );
}

/** The word that "our" belongs to; null where it is everybody's, or the quotation ends. */
function nounAfter(tokens: readonly Token[], index: number, end: number): Token | null {
  const next = tokens[index + 1];
  return next === undefined || next.gap === 'hard' || next.end > end || next.classes.has('everybodys') ? null : next;
}

/** "we in the navy", "I, as a judge": where the speaker stands, told in the first person; null where nothing of the kind follows. */
function placeAfter(tokens: readonly Token[], index: number, end: number): Token | null {
  const [token, next, noun] = [tokens[index], tokens[index + 1], tokens[index + 3] ?? tokens[index + 2]];
  if (token === undefined || next === undefined || noun === undefined || !token.classes.has('speaking-self')) return null;
  return next.classes.has('standing') && next.gap === 'space' && noun.end <= end ? noun : null;
}
