/** [GRD-16] What was left for the editor: protect marks, "check with …", TODO. The classification line is not one. */
import { type Check, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” is a note for the editor; take it out before the report is issued.`;

export const editorsNote: Check = {
  number: 16,
  name: 'editors-note',
  title: 'Editor’s notes',
  region: (passage) => patternHits(passage, 16, 'warn', reason),
};
