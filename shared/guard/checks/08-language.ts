/** [GRD-8] Language, accent or place of a speaker: "speaking in Portuguese", "joining from Nairobi". Languages of texts are free. */
import { type Check, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import { accentsIn, type Stretch, tonguesIn } from '../tongues.ts';

const reason = (quote: string) => `“${quote}” tells a speaker’s language or place.`;

export const language: Check = {
  number: 8,
  name: 'language',
  title: 'Language, accent, place',
  region: (passage) => {
    const told = patternHits(passage, 8, 'warn', reason);
    return passage.report ? told : [...told, ...[...tonguesIn(passage), ...accentsIn(passage)].flatMap((one) => hitsAt(passage, one))];
  },
};

function hitsAt(passage: Passage, { from, to }: Stretch): Hit[] {
  const [first, last] = [passage.tokens[from], passage.tokens[to - 1]];
  if (first === undefined || last === undefined) return [];
  return [{ start: first.start, end: last.end, level: 'warn', reason: reason(textOf(passage, from, to)) }];
}
