/** [GRD-6] First person that tells where somebody works or lives: "in my ministry", "on our northern border", also reported: "her own ministry".
 *  The author's own view ("in my assessment", "our report") is free. */
import { type Check, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” tells where the speaker works or comes from.`;

export const firstPerson: Check = {
  number: 6,
  name: 'first-person',
  title: 'The speaker’s own institution',
  region: (passage) => patternHits(passage, 6, 'block', reason),
};
