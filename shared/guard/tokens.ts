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
  /** Words and longer entries as written; filled as texts are read. One string and one set for the same words, so that what is worked out for them is
   *  worked out once. */
  readonly words: Map<string, Word>;
  readonly phrases: Map<string, Phrase>;
}

/** A word as written; `classes` are those that it has by itself. */
interface Word {
  readonly raw: string;
  readonly lower: string;
  readonly classes: ReadonlySet<string>;
  readonly longer: Beginning['longer'] | null;
}

/** A longer entry, its words joined. */
interface Phrase {
  readonly lower: string;
  readonly classes: ReadonlySet<string>;
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
  return { language, entries, endings, words: new Map(), phrases: new Map() };
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

/** What parts two words; nearly always it is a space. */
function gapBetween(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 32) return 'space';
  return gapOf(text.slice(from, to), text.slice(Math.max(0, from - 8), from), text.slice(to, to + 1));
}

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

interface Part {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

/** Splits a reading into tokens; digits and letters part, hyphens and apostrophes join two tokens. */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const parts: Part[] = [];
  for (const { 0: raw, index } of text.matchAll(wordParts)) parts.push({ word: wordOf(raw, vocabulary), start: index, end: index + raw.length });
  const tokens: Token[] = [];
  let previous: Part | undefined;
  for (let index = 0; index < parts.length; ) {
    const part = parts[index];
    if (part === undefined) break;
    const { start, word } = part;
    const gap = previous === undefined ? 'hard' : gapBetween(text, previous.end, start);
    const length = longest(parts, index, text);
    previous = parts[index + length - 1] ?? part;
    const { end } = previous;
    if (length === 1) tokens.push({ start, end, raw: word.raw, lower: word.lower, gap, classes: word.classes });
    else tokens.push({ start, end, raw: text.slice(start, end), gap, ...phraseOf(parts.slice(index, index + length), text, vocabulary) });
    index += length;
  }
  return tokens;
}

function wordOf(raw: string, vocabulary: Vocabulary): Word {
  const known = vocabulary.words.get(raw);
  if (known !== undefined) return known;
  const lower = raw.toLowerCase();
  const begins = vocabulary.entries.get(lower);
  const fitting = begins?.alone.filter((one) => isWord(raw, lower, one, 0)).map((one) => one.class);
  const classes = fitting === undefined ? byEnding(lower, vocabulary) : new Set(fitting);
  const made = { raw, lower, classes, longer: begins === undefined || begins.longer.size === 0 ? null : begins.longer };
  vocabulary.words.set(raw, made);
  return made;
}

/** How many words the longest entry takes that begins here. */
function longest(parts: readonly Part[], index: number, text: string): number {
  const longer = parts[index]?.word.longer ?? null;
  const next = longer === null ? undefined : parts[index + 1]?.word.lower;
  const candidates = next === undefined ? undefined : longer?.get(next);
  return candidates?.find((one) => matches(one, parts, index, text))?.words.length ?? 1;
}

function phraseOf(parts: readonly Part[], text: string, vocabulary: Vocabulary): Phrase {
  const raw = parts.map(({ word }) => word.raw).join(' ');
  const known = vocabulary.phrases.get(raw);
  if (known !== undefined) return known;
  const candidates = parts[0]?.word.longer?.get(parts[1]?.word.lower ?? '') ?? [];
  const fitting = candidates.filter((one) => one.words.length === parts.length && matches(one, parts, 0, text));
  const made = { lower: parts.map(({ word }) => word.lower).join('_'), classes: new Set(fitting.map((one) => one.class)) };
  vocabulary.phrases.set(raw, made);
  return made;
}

function byEnding(lower: string, { endings }: Vocabulary): ReadonlySet<string> {
  return endings.find(([ending]) => lower.endsWith(ending) && lower.length > ending.length + 2)?.[1] ?? none;
}

function matches(candidate: Entry, parts: readonly Part[], index: number, text: string): boolean {
  return candidate.words.every((_, offset) => {
    const [before, part] = [parts[index + offset - 1], parts[index + offset]];
    if (part === undefined || !isWord(part.word.raw, part.word.lower, candidate, offset)) return false;
    return offset === 0 || before === undefined || /^(\s|-|'|\.\s?)$/.test(text.slice(before.end, part.start));
  });
}

/** Whether a word is that of an entry, also where the text writes it in capitals. */
function isWord(raw: string, lower: string, { words, exact }: Entry, offset: number): boolean {
  const written = exact?.[offset];
  if (written === undefined) return lower === words[offset];
  return raw === written || (raw.length > 3 && raw === written.toUpperCase() && written !== written.toUpperCase());
}

export const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.raw);

/** A token may hold several words, joined. */
export const firstWord = (lower: string): string => {
  const end = lower.indexOf('_');
  return end < 0 ? lower : lower.slice(0, end);
};
