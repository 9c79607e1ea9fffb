/** [GRD-14] The list of those present, in any form: "attended by …", a headcount a country. A round number of people is free. */
import { type Check, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” tells who was there; the rule of the meeting protects attendance.`;

export const attendance: Check = {
  number: 14,
  name: 'attendance',
  title: 'Who was there',
  region: (passage) => patternHits(passage, 14, 'block', reason),
};
