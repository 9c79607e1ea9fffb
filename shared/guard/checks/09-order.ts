/** [GRD-9] Time and order of a speaker: "the first speaker after lunch"; a section whose speakers stand in the order of the register, which is that of
 *  the seating. Sessions and their times are free. */
import type { Turn } from '../../publication/turns.ts';
import { type Check, type DocumentContext, type DocumentHit, type Passage, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” tells when somebody spoke: with the agenda it tells who.`;

/** Three people stand in some order by chance one time in three, four one time in twelve. */
const fewest = 4;

export const order: Check = {
  number: 9,
  name: 'order',
  title: 'Time and order',
  region: (passage) => patternHits(passage, 9, 'warn', reason),
  document: (document) => seatingHits(document),
};

/** Sections from the outermost in: where a whole section follows the register, the parts of it are not told again. */
function seatingHits({ passages, structure: { turns = [] } }: DocumentContext): DocumentHit[] {
  const told = new Set<string>();
  return bySection(turns).flatMap(({ section, within }): DocumentHit[] => {
    const way = wayOf(within.map(({ person }) => person));
    const [first] = within;
    if (way === null || first === undefined || first.sections.some((id) => told.has(id))) return [];
    told.add(section);
    const place = placeOf(first, passages);
    const along = way === 'register' ? 'the order' : 'the reverse order';
    return place === null
      ? []
      : [
          {
            ...place,
            level: 'warn',
            reason: `The speakers of this section stand in ${along} of the register: whoever knows how people sat can count them off, so order the statements by subject.`,
            replacement: null,
          },
        ];
  });
}

/** What is said within each section, its parts included; sections as they begin in the text, outer ones first. */
function bySection(turns: readonly Turn[]): { section: string; within: Turn[] }[] {
  const found = new Map<string, Turn[]>();
  for (const turn of turns) {
    for (const section of turn.sections) {
      const within = found.get(section) ?? [];
      within.push(turn);
      found.set(section, within);
    }
  }
  const depth = ([section, [first]]: readonly [string, Turn[]]) => first?.sections.indexOf(section) ?? 0;
  return [...found].sort((a, b) => depth(a) - depth(b)).map(([section, within]) => ({ section, within }));
}

/** Whether different people, in the order of their first words, go up or down the register without a break. */
function wayOf(people: readonly number[]): 'register' | 'reverse' | null {
  const firsts = [...new Set(people)];
  if (firsts.length < fewest) return null;
  if (firsts.every((person, at) => at === 0 || person > (firsts[at - 1] ?? 0))) return 'register';
  return firsts.every((person, at) => at === 0 || person < (firsts[at - 1] ?? 0)) ? 'reverse' : null;
}

/** The words that the rule wrote for the first speaker, else the first word of the statement. */
function placeOf({ anchor }: Turn, passages: readonly Passage[]): { region: number; start: number; end: number } | null {
  const at = (test: (passage: Passage) => boolean) => passages.findIndex((passage) => passage.region.anchor === anchor && test(passage));
  const written = at((passage) => passage.written.includes(true));
  const region = written === -1 ? at((passage) => passage.tokens.length > 0) : written;
  const passage = passages[region];
  if (passage === undefined) return null;
  const from = Math.max(0, passage.written.indexOf(true));
  let to = from + 1;
  while (passage.written[from] === true && passage.written[to] === true) to += 1;
  const [first, last] = [passage.tokens[from], passage.tokens[to - 1]];
  return first === undefined || last === undefined ? null : { region, start: first.start, end: last.end };
}
