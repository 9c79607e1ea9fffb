/** What the guard cannot use in a register, or can use only in part: said once, so that nothing passes in silence. Findings name codes, never people. */
import type { Person } from '../people/person.ts';
import { wordsFor } from '../people/words.ts';
import type { Context, DocumentContext, DocumentHit } from './check.ts';
import { languages } from './lexicon.ts';
import { lettersOf, withoutNameIn } from './scripts.ts';
import { fold } from './text.ts';

const told = (label: string, quote: string, reason: string): DocumentHit => ({ region: null, start: 0, end: 0, level: 'warn', label, quote, reason });

/** Findings on the register as a whole and on its entries. */
export function registerHits(document: DocumentContext): DocumentHit[] {
  const { context } = document;
  return [
    ...nameHits(context),
    ...wordHits(context),
    ...doubleHits(context),
    ...categoryHits(document),
    ...letterHits(document),
    ...countHits(context),
    ...languageHits(document),
  ];
}

/** How an entry is called: its code, else its place. */
function called(person: Person, people: readonly Person[]): string {
  return person.code.trim() || String(people.indexOf(person) + 1);
}

/** "D1, D4 and 5 more". */
function listed(some: readonly Person[], people: readonly Person[]): string {
  const codes = some.slice(0, 4).map((person) => called(person, people));
  return some.length > 4 ? `${codes.join(', ')} and ${some.length - 4} more` : codes.join(', ');
}

function nameHits({ names, people }: Context): DocumentHit[] {
  return few(
    names.unusable.flatMap((index) => people[index] ?? []),
    people,
    (entry) => `Entry ${entry} of the register has no name of two letters or more: the guard cannot look for it in the text.`,
    (entries) => `${entries} of the register have no name of two letters or more: the guard cannot look for them in the text.`,
  );
}

/** One code for two people puts statements down to the wrong one; one name for two entries may be one person, counted twice. */
function doubleHits({ people }: Context): DocumentHit[] {
  const codes = groups(people, ({ code }) => code.trim().toLowerCase());
  const names = groups(people, ({ name }) => fold(name).replace(/[^\p{L}]+/gu, ' ').trim()); // biome-ignore format: one line
  const double = names.length > 4 ? [names.flat()] : names;
  const which = (some: readonly Person[]) => `${some.length} entries of the register (${listed(some, people)})`;
  return [
    ...codes.map((some) => {
      const code = some[0]?.code.trim() ?? '';
      return told('register', code, `${some.length} people share the code ${code}: a statement may be put down to the wrong one.`);
    }),
    ...double.map((some) => {
      const reason = names.length > 4 ? `${which(some)} bear names that others bear too` : `${which(some)} bear one name`;
      return told('register', listed(some, people), `${reason}: whoever stands there twice is counted twice among those whom a wording must fit.`);
    }),
  ];
}

function groups(people: readonly Person[], key: (person: Person) => string): Person[][] {
  const found = new Map<string, Person[]>();
  for (const person of people) found.set(key(person), [...(found.get(key(person)) ?? []), person]);
  return [...found].filter(([same, some]) => same !== '' && some.length > 1).map(([, some]) => some);
}

function categoryHits({ context: { people }, publication }: DocumentContext): DocumentHit[] {
  const worded = wordsFor(publication?.language ?? 'en').categories;
  const category = (person: Person) => person.category.trim().toLowerCase();
  const strange = people.filter((person) => category(person) !== '' && category(person) !== 'other' && !Object.hasOwn(worded, category(person)));
  return [
    ...few(
      people.filter((person) => category(person) === ''),
      people,
      (entry) => `Entry ${entry} of the register has no category: it is worded “one participant”.`,
      (entries) => `${entries} of the register have no category: they are worded “one participant”.`,
    ),
    ...few(
      strange,
      people,
      (entry) => `The category of entry ${entry} has no wording: it is worded “one participant”.`,
      (entries) => `The categories of ${entries} have no wording: they are worded “one participant”.`,
    ),
  ];
}

/** "Participant One", "Will Power": every word of the name is an ordinary one, so it is found only where it stands like a name. */
function wordHits({ names, people }: Context): DocumentHit[] {
  const isOrdinary = (person: Person) => {
    const words = person.name.match(/\p{L}{4,}/gu) ?? [];
    return words.length > 0 && words.every((word) => names.lookup(word)?.weak !== false) && !/\p{L}{4,}/u.test((person.aliases ?? []).join(' '));
  };
  return few(
    people.filter(isOrdinary),
    people,
    (entry) => `The name of entry ${entry} is made of ordinary words: it is found only behind a title, before a verb of speech or with a capital in mid-sentence.`, // biome-ignore format: one line
    (entries) => `The names of ${entries} are made of ordinary words: they are found only behind a title, before a verb of speech or with a capital in mid-sentence.`, // biome-ignore format: one line
  );
}

/** One finding an entry where a few have the fault; where many have it, one for all. */
function few(some: readonly Person[], people: readonly Person[], one: (entry: string) => string, all: (entries: string) => string): DocumentHit[] {
  if (some.length > 4) return [told('register', listed(some, people), all(`${some.length} entries (${listed(some, people)})`))];
  return some.map((person) => told('register', called(person, people), one(called(person, people))));
}

/** A name in letters that the text is not written in cannot be found in it. */
function letterHits({ context: { people }, passages }: DocumentContext): DocumentHit[] {
  if (people.length === 0) return [];
  return lettersOf(passages.map(({ reading }) => reading.text)).flatMap((family): DocumentHit[] => {
    const without = withoutNameIn(family, people);
    if (without.length === 0) return [];
    const who =
      without.length === 1
        ? `entry ${listed(without, people)} of the register has`
        : `${without.length} entries of the register (${listed(without, people)}) have`;
    const reason = `The text has ${family} letters, and ${who} no name in them: add the spelling used here as another name, or the guard cannot find it.`;
    return [told('register', listed(without, people), reason)];
  });
}

function countHits({ people, k }: Context): DocumentHit[] {
  if (people.length === 0 || k > 1) return [];
  return [told('register', `k = ${k}`, 'A wording may stand although it fits only one person of the register: set the least number to 2 or more.')];
}

function languageHits({ publication }: DocumentContext): DocumentHit[] {
  const tag = publication?.language ?? 'en';
  if (languages.some((language) => tag.toLowerCase().split('-')[0] === language)) return [];
  return [told('language', tag, `The guard knows the words of English, French and Spanish, not of this text’s language (${tag}): it looks for names, contacts and marks only, so a reader must look for the rest.`)]; // biome-ignore format: one line
}
