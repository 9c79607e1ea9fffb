/** [GRD-11] Who is left when the others are counted: "all but one supported". With a tally also "most", where fewer than k were against. */
import { type Stretch, sentencesOf } from '../attendance.ts';
import { type Check, type DocumentHit, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import { countAt } from '../counts.ts';
import type { Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote}” leaves so few that those present can tell who they are.`;

export const elimination: Check = {
  number: 11,
  name: 'elimination',
  title: 'Few are left',
  region: (passage) => [...patternHits(passage, 11, 'block', reason), ...marginHits(passage)],
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

/** "Fourteen of the fifteen present", "it went through eleven to two": the few that are left are those of a subtraction. */
function marginHits(passage: Passage): Hit[] {
  if (passage.report) return [];
  const { tokens } = passage;
  return sentencesOf(passage).flatMap((whole) => {
    const found = marginIn(passage, whole);
    const [first, last] = found === null ? [] : [tokens[found.from], tokens[found.to - 1]];
    if (found === null || first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, level: 'block' as const, reason: reason(textOf(passage, found.from, found.to)) }];
  });
}

const is = (token: Token | undefined, ...names: string[]): boolean => token !== undefined && names.some((name) => token.classes.has(name));

function marginIn({ tokens, pack }: Passage, { from, to }: Stretch): Stretch | null {
  const told = (...names: string[]) => tokens.slice(from, to).some((token) => is(token, ...names));
  if (told('dated', 'openly', 'sample', 'research') || tokens.slice(from, to).some((token) => /^(?:19|20)\d\d$/.test(token.raw))) return null;
  for (let at = from; at < to; at += 1) {
    const one = countAt(tokens, at, pack.own);
    if (one === null) continue;
    let second = one.to;
    let link = '';
    while (second < Math.min(to, one.to + 4) && is(tokens[second], 'of-all', 'versus', 'determiner')) {
      link += is(tokens[second], 'of-all') ? 'of' : is(tokens[second], 'versus') ? 'versus' : '';
      second += 1;
    }
    const other = second < to ? countAt(tokens, second, pack.own) : null;
    if (other === null) continue;
    const stretch = { from: at, to: other.to };
    if (link.includes('of') && isPart(one.value, other.value) && isRoomful(tokens[other.to])) return stretch;
    const apart = link === 'versus' || (link === '' && tokens[second]?.gap !== 'space' && second === one.to);
    if (apart && isLopsided(one.value, other.value) && told('ballot') && !is(tokens[at - 1], 'thing') && !is(tokens[other.to], 'thing', 'percent', 'calendar'))
      return stretch;
  }
  return null;
}

const isPart = (part: number, all: number): boolean => all >= 5 && all <= 60 && (all - part === 1 || all - part === 2) && !(part === 9 && all === 10);
const isLopsided = (a: number, b: number): boolean => Math.min(a, b) <= 2 && Math.max(a, b) >= 4 && Math.max(a, b) <= 60;

/** What is counted are people of the room, or they act at once: "fourteen of the fifteen present", "thirteen out of fourteen said". */
const isRoomful = (token: Token | undefined): boolean =>
  is(token, 'room', 'roomful', 'seat', 'peoplenoun', 'person', 'in-room', 'stance', 'opinion', 'speech', 'accord') && !is(token, 'thing', 'sample');
