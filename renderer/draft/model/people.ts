/** The register seen as a list: who stands in it twice, and how often the text refers to somebody. */
import { blocksOf, inlinesOf } from '../../../shared/document/text.ts';
import type { Body } from '../../../shared/document/tree.ts';
import type { Person } from '../../../shared/people/person.ts';

const bare = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** A sentence for each person whose code or name another person has as well; names are compared without accents and case. */
export function duplicates(people: readonly Person[]): Map<string, string> {
  const said = new Map<string, string>();
  const seen = new Map<string, Person>();
  for (const person of people) {
    for (const [what, key] of [
      ['code', bare(person.code)],
      ['name', bare(person.name)],
    ] as const) {
      if (key === '') continue;
      const other = seen.get(`${what} ${key}`);
      if (other)
        said.set(person.id, what === 'code' ? `The code ${person.code} is used more than once.` : `${person.name} stands in the register more than once.`);
      else seen.set(`${what} ${key}`, person);
    }
  }
  return said;
}

/** How often the text refers to this person: speakers and lead-ins. */
export function mentionsOf(body: Body, person: string): number {
  let times = 0;
  for (const { block } of blocksOf(body)) {
    if (block.type === 'intervention' && block.person === person) times += 1;
    times += inlinesOf(block).filter((inline) => 'type' in inline && inline.type === 'speaker' && inline.person === person).length;
  }
  return times;
}
