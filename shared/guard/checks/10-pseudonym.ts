/** [GRD-10] A label kept for one speaker over three statements or more ("Participant 4", "NGO rep 2", "the engineer"): what the statements say
 *  together tells who. A cover name that the text itself brings in ("whom we shall call Vera") is told at once. */
import { type Check, type DocumentHit, patternHits } from '../check.ts';
import { type Label, labelsOf } from '../labels.ts';

/** Uses that make a label stable. */
const fewest = 3;

interface Use extends Label {
  readonly region: number;
}

export const pseudonym: Check = {
  number: 10,
  name: 'pseudonym',
  title: 'A label kept for one speaker',
  region: (passage) => patternHits(passage, 10, 'block', (quote) => `“${quote}” brings in a name that stands for one speaker.`),
  document: ({ passages }) => {
    const uses = new Map<string, Use[]>();
    passages.forEach((passage, region) => {
      for (const label of labelsOf(passage)) uses.set(label.key, [...(uses.get(label.key) ?? []), { ...label, region }]);
    });
    return [...uses.values()].filter(isStable).flatMap((list) => list.map((use) => hit(use, list.length)));
  },
};

/** Three uses; words that need not be a person's must speak in most of them. */
function isStable(list: readonly Use[]): boolean {
  if (list.length < fewest) return false;
  return list.some((use) => use.sure) || list.filter((use) => use.speaks).length >= fewest - 1;
}

function hit({ region, start, end }: Use, times: number): DocumentHit {
  return {
    region,
    start,
    end,
    level: 'block',
    reason: `The same label stands for one speaker in ${times} statements: together they can tell who it is.`,
    replacement: null,
  };
}
