/** [GRD-13] Somebody is described through somebody else: "her deputy later disagreed". Groups of deputies or colleagues are free. */
import { type Check, patternHits } from '../check.ts';
import { portraitHits } from '../portraits.ts';

const reason = (quote: string) => `“${quote}” ties a person to another person in the room.`;

export const relation: Check = {
  number: 13,
  name: 'relation',
  title: 'A relation that tells who',
  region: (passage) => [...patternHits(passage, 13, 'warn', reason), ...portraitHits(passage, 'relation', 'warn', reason)],
};
