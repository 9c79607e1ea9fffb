/** Words with their classes. Entries of several words ("permanent representative") become one token. */
import type { GuardLanguage, Lexicon } from './lexicon.ts';
import { isPhrases } from './phrases.ts';

/** What stands before a token: nothing or a space · a hyphen or apostrophe inside a word · a comma, bracket or quotation mark · the end of a sentence. */
export type Gap = 'space' | 'joint' | 'soft' | 'hard';

export interface Token {
  /** Offsets in the reading. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly lower: string;
  readonly gap: Gap;
  readonly classes: ReadonlySet<string>;
}

interface Entry {
  readonly words: readonly string[];
  readonly exact: readonly string[] | null;
  readonly class: string;
}

/** Entries that begin with the same word: those of this word alone, and longer ones by their second word, longest first. */
interface Beginning {
  readonly alone: Entry[];
  readonly longer: Map<string, Entry[]>;
}

/** The words of one language, ready for lookup: entries by their first word. */
export interface Vocabulary {
  readonly language: GuardLanguage;
  readonly entries: ReadonlyMap<string, Beginning>;
  /** Classes by the ending of words that no entry knows. */
  readonly endings: readonly (readonly [ending: string, classes: ReadonlySet<string>])[];
  /** Classes of single words and of longer entries, as written; filled as texts are read. One set for the same words, so that what is worked out for
   *  a set is worked out once. */
  readonly known: Map<string, ReadonlySet<string>>;
}

const wordParts = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
const none: ReadonlySet<string> = new Set();

function entry(text: string, name: string, exact: boolean): Entry {
  const parts = text.normalize('NFC').match(wordParts) ?? [];
  return { words: parts.map((part) => part.toLowerCase()), exact: exact ? parts : null, class: name };
}

/** Compiles the words of a language. Countries, demonyms, bodies and places come from the shared file. */
export function compileVocabulary(lexicon: Lexicon, language: GuardLanguage): Vocabulary {
  const own = lexicon.languages[language];
  const [names, demonyms] = language === 'en' ? [1, 2] : language === 'fr' ? [3, 4] : [5, 6];
  const all: Entry[] = [];
  for (const [name, words] of Object.entries(own.classes)) if (!isPhrases(name)) all.push(...words.map((word) => entry(word, name, false)));
  for (const [name, words] of Object.entries(own.exact)) all.push(...words.map((word) => entry(word, name, true)));
  for (const [name, words] of Object.entries(own.categories)) all.push(...words.map((word) => entry(word, `category:${name}`, false)));
  for (const [name, words] of Object.entries(own.regions))
    all.push(...words.map((word) => entry(word, `region:${name}`, false)), ...words.map((word) => entry(word, 'region', false)));
  for (const row of lexicon.shared.countries) {
    for (const word of (row[names] ?? '').split('|')) all.push(entry(word, 'country', true), entry(word, `state:${row[0]}`, true));
    for (const word of (row[demonyms] ?? '').split('|'))
      all.push(entry(`${word}s`, 'demonyms', language === 'en'), entry(word, 'demonym', language === 'en'), entry(word, `state:${row[0]}`, language === 'en'));
  }
  for (const word of lexicon.shared.bodies) all.push(entry(word, 'body', true));
  for (const word of lexicon.shared.places) all.push(entry(word, 'place', true));
  const entries = new Map<string, Beginning>();
  for (const one of all) fileEntry(entries, one);
  for (const { longer } of entries.values()) for (const several of longer.values()) several.sort((a, b) => b.words.length - a.words.length);
  const endings = Object.entries(own.endings).flatMap(([name, list]) => list.map((ending): [string, ReadonlySet<string>] => [ending, new Set([name])]));
  return { language, entries, endings, known: new Map() };
}

function fileEntry(entries: Map<string, Beginning>, one: Entry): void {
  const [first, second] = one.words;
  if (first === undefined) return;
  const known = entries.get(first) ?? { alone: [], longer: new Map<string, Entry[]>() };
  entries.set(first, known);
  if (second === undefined) known.alone.push(one);
  else known.longer.set(second, [...(known.longer.get(second) ?? []), one]);
}

const abbreviations =
  /(?:\b(?:mr|mrs|ms|mx|dr|prof|amb|gen|col|st|hon|no|nos|para|paras|art|vol|pp?|cf|vs|e\.g|i\.e|etc|approx|mme|mlle|sr|sra|dra|núm|pág)|(?:^|[\s("'])\p{Lu})$/iu;

function gapOf(between: string, before: string, after: string): Gap {
  if (between === '-' || between === "'" || /^-[ \t]*\r?\n[ \t]*$/.test(between)) return 'joint';
  // "the Manufacturers' delegate": the genitive of a plural, not the end of a quotation.
  if (/^'\s+$/.test(between) && /s$/.test(before.replace(/'\s+$/, '')) && /^\p{Ll}/u.test(after)) return 'space';
  if (!/[^\s]/.test(between)) return /\n/.test(between) ? 'hard' : 'space';
  if (/^[:.,]$/.test(between) && /\p{N}$/u.test(before) && /^\p{N}/u.test(after)) return 'joint';
  if (/[!?;…¿¡]|\n/.test(between)) return 'hard';
  if (!between.includes('.')) return 'soft';
  if (/^\.\s*$/.test(between) && (abbreviations.test(before.slice(-6)) || /^[\p{Ll}]/u.test(after))) return 'space';
  return /\.\s|\.["'”’»)\]]/.test(between) || between.endsWith('.') ? 'hard' : 'soft';
}

/** Splits a reading into tokens; digits and letters part, hyphens and apostrophes join two tokens. */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const parts = [...text.matchAll(wordParts)];
  const tokens: Token[] = [];
  let index = 0;
  while (index < parts.length) {
    const part = parts[index];
    if (part === undefined) break;
    const found = longest(parts, index, vocabulary, text);
    const last = parts[index + found.length - 1] ?? part;
    const previous = parts[index - 1];
    const from = previous === undefined ? 0 : previous.index + previous[0].length;
    const gap: Gap =
      previous === undefined ? 'hard' : gapOf(text.slice(from, part.index), text.slice(Math.max(0, from - 8), from), text.slice(part.index, part.index + 1));
    const end = last.index + last[0].length;
    const raw = text.slice(part.index, end);
    const lower = found.length === 1 ? part[0].toLowerCase() : parts.slice(index, index + found.length).map((one) => one[0].toLowerCase()).join('_'); // biome-ignore format: one line
    tokens.push({ start: part.index, end, raw, lower, gap, classes: found.classes });
    index += found.length;
  }
  return tokens;
}

function longest(parts: readonly RegExpExecArray[], index: number, vocabulary: Vocabulary, text: string): { length: number; classes: ReadonlySet<string> } {
  const first = parts[index]?.[0] ?? '';
  const begins = vocabulary.entries.get(first.toLowerCase());
  if (begins === undefined) return { length: 1, classes: vocabulary.known.get(first) ?? byEnding(first, vocabulary) };
  const next = begins.longer.size === 0 ? undefined : parts[index + 1]?.[0].toLowerCase();
  const candidates = next === undefined ? [] : (begins.longer.get(next) ?? []);
  const longer = candidates.filter((one) => matches(one, parts, index, text));
  const length = longer[0]?.words.length ?? 1;
  const raw = length === 1 ? first : parts.slice(index, index + length).map((part) => part[0]).join(' '); // biome-ignore format: one line
  const known = vocabulary.known.get(raw);
  if (known !== undefined) return { length, classes: known };
  const fitting = length === 1 ? begins.alone.filter((one) => matches(one, parts, index, text)) : longer.filter((one) => one.words.length === length);
  const classes = new Set(fitting.map((one) => one.class));
  vocabulary.known.set(raw, classes);
  return { length, classes };
}

function byEnding(word: string, { endings, known }: Vocabulary): ReadonlySet<string> {
  const lower = word.toLowerCase();
  const classes = endings.find(([ending]) => lower.endsWith(ending) && lower.length > ending.length + 2)?.[1] ?? none;
  known.set(word, classes);
  return classes;
}

function matches(candidate: Entry, parts: readonly RegExpExecArray[], index: number, text: string): boolean {
  return candidate.words.every((word, offset) => {
    const part = parts[index + offset];
    if (part === undefined) return false;
    if (offset > 0) {
      const before = parts[index + offset - 1];
      const between = before === undefined ? '' : text.slice(before.index + before[0].length, part.index);
      if (!/^(\s|-|'|\.\s?)$/.test(between)) return false;
    }
    const exact = candidate.exact?.[offset];
    if (exact === undefined) return part[0].toLowerCase() === word;
    return part[0] === exact || (part[0].length > 3 && part[0] === exact.toUpperCase() && exact !== exact.toUpperCase());
  });
}

export const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.raw);
