/** Names in scripts other than Latin: how they stand in running text, and which of them the guard can look for at all. */
import type { Person } from '../people/person.ts';

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
const cased = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** Whether words of the text's script stand without spaces, or run together with what follows them (Hangul). */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** Whether a word has no letter that could be a capital: then no capital can be asked of it. */
export function isUncased(word: string): boolean {
  return /\p{L}/u.test(word) && !cased.test(word);
}

/** How a name is written among words without spaces: whole, by its parts, and the surname before a title ("王大使").
 *  @param titles what follows a surname; templates/lexicon/names.json */
export function unspacedForms(name: string, titles: readonly string[]): string[] {
  if (!isUnspaced(name)) return [];
  const parts = name.normalize('NFC').trim().split(/[\s·・‧,，、]+/u).filter((part) => part !== ''); // biome-ignore format: one line
  const whole = parts.join('');
  const eastern = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(whole);
  const letters = [...whole];
  const surnames = !eastern
    ? []
    : parts.length > 1
      ? [parts[0] ?? '']
      : letters.length < 3
        ? letters.slice(0, 1)
        : [letters[0] ?? '', letters.slice(0, 2).join('')];
  const addressed = surnames.flatMap((surname) => titles.flatMap((title) => [surname + title, `${surname} ${title}`]));
  const forms = [whole, parts.join(' '), ...parts, ...addressed];
  return [...new Set(forms)].filter((form) => [...form].length >= 2 && isUnspaced(form));
}

/** A folded word as Arabic and Hebrew letters vary: no stretching sign, one form of each letter that keyboards tell apart. */
export function oneLetterEach(folded: string): string {
  return folded
    .replace(/\u0640/g, '')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/ی/g, 'ي');
}

/** What is left of an Arabic or Hebrew word without the "and", "to", "by" that is written on to it; empty for other scripts. */
export function withoutProclitics(word: string): string[] {
  if (/^\p{Script=Arabic}/u.test(word)) return bare(word, /^[وف]/, /^[بكل]/);
  return /^\p{Script=Hebrew}/u.test(word) ? bare(word, /^[וש]/, /^[הבכלמ]/) : [];
}

function bare(word: string, first: RegExp, second: RegExp): string[] {
  const once = word.replace(first, '');
  const found = [once, once.replace(second, ''), word.replace(second, '')].flatMap((stem) => [stem, stem.startsWith('لل') ? `ا${stem.slice(1)}` : stem]);
  return [...new Set(found)].filter((stem) => stem !== word && stem.length >= 2);
}

/** Letters that the guard cannot turn into one another. Cyrillic and Greek count as Latin: they are transliterated. */
const families: readonly (readonly [string, RegExp, number])[] = [
  ['Latin', /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu, 40],
  ['Arabic', /\p{Script=Arabic}/gu, 40],
  ['Hebrew', /\p{Script=Hebrew}/gu, 40],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, 20],
  ['Korean', /\p{Script=Hangul}/gu, 20],
  ['Thai', /\p{Script=Thai}/gu, 40],
  ['Devanagari', /\p{Script=Devanagari}/gu, 40],
];

/** Families of letters that a text is written in, a title or two of a book left aside. */
export function lettersOf(texts: readonly string[]): string[] {
  const foreign = texts.filter((text) => /[\u0590-\u1fff\u2e80-\uffff]/.test(text));
  return families.filter(([name, letters, least]) => count(name === 'Latin' ? texts : foreign, letters, least) >= least).map(([name]) => name);
}

function count(texts: readonly string[], letters: RegExp, enough: number): number {
  let sum = 0;
  for (const text of texts) {
    sum += text.match(letters)?.length ?? 0;
    if (sum >= enough) return sum;
  }
  return sum;
}

/** People who have a name, but none in these letters. */
export function withoutNameIn(family: string, people: readonly Person[]): Person[] {
  const letters = families.find(([name]) => name === family)?.[1] ?? /\p{L}/gu;
  const written = (person: Person) => [person.name, ...(person.aliases ?? [])].join(' ');
  return people.filter((person) => /\p{L}{2}/u.test(written(person).replace(/\p{M}/gu, '')) && written(person).search(letters) === -1);
}
