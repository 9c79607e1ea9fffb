/** [GRD-9] Time and order of a speaker: "the first speaker after lunch". Sessions and their times are free. */
import { type Check, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” tells when somebody spoke: with the agenda it tells who.`;

export const order: Check = {
  number: 9,
  name: 'order',
  title: 'Time and order',
  region: (passage) => patternHits(passage, 9, 'warn', reason),
};
