/** Words that are looked for in a text as it stands, not as classes of its tokens: there they would swallow the words of patterns.
 *  In a lexicon their classes begin with "text-" (and "meeting", which tells the genre). */
import { type GuardLanguage, type Lexicon, languages } from './lexicon.ts';

const compiled = new WeakMap<Lexicon, Map<string, RegExp>>();

/** Whether a class of the lexicon is looked for in the text. */
export const isPhrases = (name: string): boolean => name.startsWith('meeting') || name.startsWith('text-');

/** A test for the phrases of one or several classes, in one language or in all: editors write notes in any language. `*` at the end of a phrase
 *  stands for the rest of a word. Global and insensitive to case; never matches where the classes are empty. */
export function phrasesOf(lexicon: Lexicon, names: readonly string[], language?: GuardLanguage): RegExp {
  const key = `${language ?? ''}:${names.join()}`;
  const known = compiled.get(lexicon) ?? new Map<string, RegExp>();
  compiled.set(lexicon, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const words = (language === undefined ? languages : [language]).flatMap((one) => names.flatMap((name) => lexicon.languages[one].classes[name] ?? []));
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...new Set(words)].map(phrase).join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'giu');
  known.set(key, made);
  return made;
}

const phrase = (words: string): string => {
  const plain = words
    .replace(/\*$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ /g, '\\s');
  return words.endsWith('*') ? `${plain}\\p{L}*` : plain;
};

interface Listed {
  readonly name: string;
  readonly words: readonly string[];
  /** The last word is the beginning of one. */
  readonly open: boolean;
}

export interface Phrase {
  readonly name: string;
  /** Offsets in the reading. */
  readonly start: number;
  readonly end: number;
}

const lists = new WeakMap<Lexicon, Map<string, ReadonlyMap<string, readonly Listed[]>>>();

/** Phrases by their first word. */
function listOf(lexicon: Lexicon, names: readonly string[], language: GuardLanguage): ReadonlyMap<string, readonly Listed[]> {
  const known = lists.get(lexicon) ?? new Map<string, ReadonlyMap<string, readonly Listed[]>>();
  lists.set(lexicon, known);
  const key = `${language}:${names.join()}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = new Map<string, Listed[]>();
  for (const name of names) {
    for (const line of lexicon.languages[language].classes[name] ?? []) {
      const words = line.toLowerCase().match(wordParts) ?? [];
      const open = line.endsWith('*');
      const first = words[0];
      if (first === undefined) continue;
      made.set(open && words.length === 1 ? '*' : first, [...(made.get(open && words.length === 1 ? '*' : first) ?? []), { name, words, open }]);
    }
  }
  known.set(key, made);
  return made;
}

const wordParts = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;

/** Where phrases of several classes stand among words, in one pass; `words` as they are read, lower case. Longest first at one place. */
export function phrasesAmong(words: readonly Phrase[], lexicon: Lexicon, names: readonly string[], language: GuardLanguage): Phrase[] {
  const list = listOf(lexicon, names, language);
  const open = list.get('*') ?? [];
  const found: Phrase[] = [];
  words.forEach((word, at) => {
    const several = list.get(word.name);
    if (several === undefined && open.length === 0) return;
    for (const one of [...(several ?? []), ...open]) {
      const last = words[at + one.words.length - 1];
      if (last !== undefined && fits(one, words, at)) found.push({ name: one.name, start: word.start, end: last.end });
    }
  });
  return found;
}

const fits = ({ words, open }: Listed, all: readonly Phrase[], at: number): boolean =>
  words.every((word, offset) => {
    const found = all[at + offset]?.name;
    return found === word || (open && offset === words.length - 1 && found?.startsWith(word) === true);
  });

/** The words of tokens, one by one: an entry of several words is taken apart. */
export function wordsOf(tokens: readonly { readonly start: number; readonly end: number; readonly lower: string }[]): Phrase[] {
  const words: Phrase[] = [];
  for (const { start, end, lower } of tokens) {
    if (lower.includes('_')) for (const name of lower.split('_')) words.push({ name, start, end });
    else words.push({ name: lower, start, end });
  }
  return words;
}

/** Whether one of the phrases stands in a text. */
export function hasPhrase(test: RegExp, text: string): boolean {
  test.lastIndex = 0;
  return test.test(text);
}
