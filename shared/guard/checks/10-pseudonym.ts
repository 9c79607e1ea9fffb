/** [GRD-10] A label kept for one speaker over three statements or more ("Participant 4"): what the statements say together tells who. */
import type { Check, DocumentHit } from '../check.ts';

interface Use {
  readonly region: number;
  readonly start: number;
  readonly end: number;
}

export const pseudonym: Check = {
  number: 10,
  name: 'pseudonym',
  title: 'A label kept for one speaker',
  document: ({ passages }) => {
    const uses = new Map<string, Use[]>();
    passages.forEach((passage, region) => {
      for (const match of passage.matches) {
        const [first, last] = [passage.tokens[match.quoteFrom], passage.tokens[match.quoteTo - 1]];
        if (match.pattern.check !== 10 || first === undefined || last === undefined) continue;
        const label = passage.tokens.slice(match.quoteFrom, match.quoteTo).map((token) => token.lower).join(' '); // biome-ignore format: one line
        uses.set(label, [...(uses.get(label) ?? []), { region, start: first.start, end: last.end }]);
      }
    });
    return [...uses.values()].filter((list) => list.length >= 3).flatMap((list) => list.map((use) => hit(use, list.length)));
  },
};

function hit(use: Use, times: number): DocumentHit {
  return {
    ...use,
    level: 'block',
    reason: `The same label stands for one speaker in ${times} statements: together they can tell who it is.`,
    replacement: null,
  };
}
