/** The register seen as a list: what is wrong with an entry, and where the text refers to somebody. */
import { blocksOf, inlinesOf } from '../../../shared/document/text.ts';
import type { Block, Body, Section } from '../../../shared/document/tree.ts';
import type { Person } from '../../../shared/people/person.ts';
import { people as words } from '../panels/strings.ts';

const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Why the guard or the rule can do little with an entry, by person: each a sentence. Names are compared without accents and case. */
export function faultsOf(people: readonly Person[]): Map<string, string> {
  const said = new Map<string, string>();
  const seen = new Set<string>();
  const doubles = (what: string, value: string): boolean => {
    const key = `${what} ${bare(value)}`;
    const double = bare(value) !== '' && seen.has(key);
    seen.add(key);
    return double;
  };
  for (const person of people) {
    const faults = [
      doubles('code', person.code) ? words.codeTwice(person.code) : null,
      doubles('name', person.name) ? words.nameTwice(person.name) : null,
      /\p{L}{2}/u.test(person.name) ? null : person.name.trim() === '' ? words.noName : words.shortName,
      person.category.trim() === '' ? words.noCategory : null,
    ].filter((fault) => fault !== null);
    if (faults.length > 0) said.set(person.id, faults.join(' '));
  }
  return said;
}

/** One place where the text refers to a person: a speaker, or the lead-in of an intervention. */
export interface Reference {
  readonly block: Block;
  /** The section it stands in. */
  readonly section: Section | null;
  /** Which speaker of the block, from 0; null for its lead-in. */
  readonly nth: number | null;
  readonly consent: 'affiliation' | 'named' | null;
}

/** Every place where the text refers to this person, in the order of the text. */
export function referencesTo(body: Body, person: string): Reference[] {
  return [...blocksOf(body)].flatMap(({ block, sections }): Reference[] => {
    const section = sections.at(-1) ?? null;
    const lead: Reference[] = block.type === 'intervention' && block.person === person ? [{ block, section, nth: null, consent: block.consent ?? null }] : [];
    const speakers = inlinesOf(block).flatMap((inline) => ('type' in inline && inline.type === 'speaker' ? [inline] : []));
    const inline = speakers.flatMap((speaker, nth): Reference[] =>
      speaker.person === person ? [{ block, section, nth, consent: speaker.consent ?? null }] : [],
    );
    return [...lead, ...inline];
  });
}

/** How often each person is spoken of, and how many of those statements have a consent of their own. */
export function consentCounts(body: Body): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (person: string): void => void counts.set(person, (counts.get(person) ?? 0) + 1);
  for (const { block } of blocksOf(body)) {
    if (block.type === 'intervention' && block.person !== undefined && block.consent !== undefined) add(block.person);
    for (const inline of inlinesOf(block)) if ('type' in inline && inline.type === 'speaker' && inline.consent !== undefined) add(inline.person);
  }
  return counts;
}

/** Letters after the last code in use: A, B … Z, AA. */
export function nextCode(people: readonly Person[]): string {
  const used = new Set(people.map((person) => person.code.toUpperCase()));
  for (let n = 0; ; n += 1) {
    const code = n < 26 ? String.fromCharCode(65 + n) : String.fromCharCode(64 + Math.floor(n / 26), 65 + (n % 26));
    if (!used.has(code)) return code;
  }
}

/** Whether an entry says nothing yet but the code that it was given. */
export function isEmpty(person: Person | undefined): boolean {
  if (person === undefined) return false;
  const { id: _, code: __, category, consent, ...rest } = person;
  return category === 'other' && consent === 'none' && Object.values(rest).every((value) => String(value).trim() === '');
}

/** The person with these parts changed; empty optional parts are left out of the file. */
export function withPatch(person: Person, patch: Partial<Person>): Person {
  const merged = { ...person, ...patch };
  return Object.fromEntries(
    Object.entries(merged).filter(([key, value]) => value !== undefined && (value !== '' || key === 'name' || key === 'code' || key === 'category')),
  ) as Person;
}
