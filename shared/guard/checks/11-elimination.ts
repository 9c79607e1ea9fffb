/** [GRD-11] Who is left when the others are counted: "all but one supported". With a tally also "most", where fewer than k were against. */
import { sentencesOf } from '../attendance.ts';
import { type Check, type DocumentHit, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import { fewIn } from '../few.ts';

const reason = (quote: string) => `“${quote}” leaves so few that those present can tell who they are.`;

export const elimination: Check = {
  number: 11,
  name: 'elimination',
  title: 'Few are left',
  region: (passage) => [...patternHits(passage, 11, 'block', reason), ...fewHits(passage)],
  document: ({ passages, tallies, context }) =>
    passages.flatMap((passage, region): DocumentHit[] => {
      const tally = passage.region.anchor === null ? undefined : tallies.get(passage.region.anchor);
      if (tally === undefined || tally.against === 0 || tally.against >= context.k) return [];
      const most = passage.pack.quantifiers.matches(passage.tokens).find((found) => found.value === 'most' || found.value === 'wide-agreement');
      const [first, last] = most === undefined ? [] : [passage.tokens[most.match.from], passage.tokens[most.match.to - 1]];
      if (first === undefined || last === undefined) return [];
      return [
        {
          region,
          start: first.start,
          end: last.end,
          level: 'block',
          reason: `${tally.against} were against: fewer than ${context.k} are left, so those present can tell who.`,
          replacement: null,
        },
      ];
    }),
};

/** What is read from the sentence itself; a report that never speaks of a meeting counts other things. */
function fewHits(passage: Passage): Hit[] {
  if (passage.report) return [];
  const { tokens } = passage;
  return sentencesOf(passage).flatMap((whole) => {
    const found = fewIn(passage, whole);
    const [first, last] = found === null ? [] : [tokens[found.from], tokens[found.to - 1]];
    if (found === null || first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, level: 'block' as const, reason: reason(textOf(passage, found.from, found.to)) }];
  });
}
