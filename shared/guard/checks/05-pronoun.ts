/** [GRD-5] A pronoun tied to a speaker tells the gender: "One participant said she had refused". "They" is free. */
import { type Check, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” tells the gender of a speaker; write “they” or turn the sentence.`;

export const pronoun: Check = {
  number: 5,
  name: 'pronoun',
  title: 'Pronoun of a speaker',
  region: (passage) => patternHits(passage, 5, 'warn', reason),
};
