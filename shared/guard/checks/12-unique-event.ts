/** [GRD-12] Something that happened to one person or to one country: "whose office was searched last month". The same in general terms is free. */
import { type Check, patternHits } from '../check.ts';
import { portraitHits } from '../portraits.ts';

const reason = (quote: string) => `“${quote}” tells of an event that leads to one person or one State.`;

export const uniqueEvent: Check = {
  number: 12,
  name: 'unique-event',
  title: 'An event that tells who',
  region: (passage) => [...patternHits(passage, 12, 'block', reason), ...portraitHits(passage, 'event', 'block', reason)],
};
