/** k attendees: a wording that describes somebody may stand only if at least k people of the register fit it.
 *  Source of the rule: the Chatham House Rule protects the identity and the affiliation of every participant. */
import type { Person } from './person.ts';
import { type Forms, wordsFor } from './words.ts';

/** What a wording says of somebody. An absent field says nothing. */
export interface Description {
  readonly category?: string | undefined;
  readonly office?: string | undefined;
  readonly region?: string | undefined;
  readonly gender?: 'female' | 'male' | 'other' | undefined;
  readonly language?: string | undefined;
}

const plain = (text: string | undefined): string => (text ?? '').normalize('NFC').trim().toLowerCase();

/** Whether a person fits a description. Empty register fields fit nothing but the empty description. */
export function fits(person: Person, what: Description): boolean {
  if (what.category !== undefined && plain(person.category) !== plain(what.category)) return false;
  if (what.office !== undefined && plain(person.role) !== plain(what.office)) return false;
  if (what.region !== undefined && plain(person.region) !== plain(what.region)) return false;
  if (what.gender !== undefined && person.gender !== what.gender) return false;
  return what.language === undefined || (person.languages ?? []).some((language) => plain(language) === plain(what.language));
}

/** How many people of the register fit. Everybody fits the empty description. */
export function countFits(people: readonly Person[], what: Description): number {
  return people.filter((person) => fits(person, what)).length;
}

/** What several linked statements say of one person together: later statements add, nothing is forgotten. */
export function together(parts: readonly Description[]): Description {
  return Object.assign({}, ...parts.map((part) => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))));
}

/** How many people could stand behind "another X from the same region" after "one Y": those who fit X and for whom
 *  somebody else fits Y and shares the attribute. Equal to trying every pair. */
export function countPartners(people: readonly Person[], first: Description, second: Description, shared: 'region' | 'category' | 'affiliation'): number {
  const before = people.filter((person) => fits(person, first));
  return people.filter((person) => fits(person, second) && before.some((other) => other !== person && sharesAttribute(person, other, shared))).length;
}

function sharesAttribute(a: Person, b: Person, shared: 'region' | 'category' | 'affiliation'): boolean {
  return plain(a[shared]) !== '' && plain(a[shared]) === plain(b[shared]);
}

export interface Level {
  readonly forms: Forms;
  readonly noun: string;
  /** How far the wording had to widen; null where the narrowest one stands. */
  readonly generalised: string | null;
}

/** The register counted once for many wordings: how many hold each office, in all and in each category. */
export interface Room {
  readonly holders: ReadonlyMap<string, number>;
  readonly byCategory: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function countRoom(people: readonly Person[]): Room {
  const holders = new Map<string, number>();
  const byCategory = new Map<string, Map<string, number>>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const person of people) {
    const [role, category] = [plain(person.role), plain(person.category)];
    const within = byCategory.get(category) ?? new Map<string, number>();
    byCategory.set(category, within);
    add(holders, role);
    add(within, role);
  }
  return { holders, byCategory };
}

/** Picks the narrowest wording that stands for k people: office, then category, then "participant", which always stands.
 *  A category counts only those whom it is written of: beside three ambassadors, "one diplomat" would be the one who is none.
 *  @param room the same people, counted; given where many are worded */
export function narrowestLevel(person: Person, people: readonly Person[], k: number, language: string, room: Room = countRoom(people)): Level {
  const words = wordsFor(language);
  const [role, group] = [plain(person.role), plain(person.category)];
  const byOffice = (one: string) => own(words.offices, one) !== undefined && (room.holders.get(one) ?? 0) >= k;
  const office = own(words.offices, role);
  const category = own(words.categories, group);
  if (office !== undefined && byOffice(role)) return { forms: office, noun: role, generalised: null };
  const tooNarrow = office === undefined ? null : tooFew(room.holders.get(role) ?? 0, k, office[0]);
  if (category === undefined) return { forms: words.participant, noun: 'participant', generalised: tooNarrow };
  const fitting = [...(room.byCategory.get(group) ?? [])];
  const left = fitting.reduce((sum, [one, count]) => sum + (byOffice(one) ? 0 : count), 0);
  if (left >= k) return { forms: category, noun: group, generalised: tooNarrow };
  const beside = fitting.some(([one]) => byOffice(one)) ? ' beside those named by their office' : '';
  return { forms: words.participant, noun: 'participant', generalised: tooFew(left, k, category[0], beside) };
}

/** Says why a wording was widened: "1 person fits “UN official”, 3 must". */
export function tooFew(count: number, k: number, wording: string, beside = ''): string {
  const bare = wording.replace(/^(one|an?|une?|un[oa]?)\s/i, '');
  return `${count} ${count === 1 ? 'person fits' : 'people fit'} “${bare}”${beside}, ${k} must`;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
