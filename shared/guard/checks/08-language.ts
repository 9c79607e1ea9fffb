/** [GRD-8] Language, accent or place of a speaker: "speaking in Portuguese", "joining from Nairobi". Languages of texts are free. */
import { type Check, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” tells a speaker’s language or place.`;

export const language: Check = {
  number: 8,
  name: 'language',
  title: 'Language, accent, place',
  region: (passage) => patternHits(passage, 8, 'warn', reason),
};
