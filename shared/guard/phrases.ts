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

/** Whether one of the phrases stands in a text. */
export function hasPhrase(test: RegExp, text: string): boolean {
  test.lastIndex = 0;
  return test.test(text);
}
