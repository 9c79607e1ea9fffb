/** Reads a region: tokens, sentences, and all pattern matches in one pass. */
import type { CompiledPattern, LanguagePack, Passage } from './check.ts';
import { conditions } from './conditions.ts';
import type { GuardLanguage, LanguageLexicon, Lexicon, PatternDef } from './lexicon.ts';
import { PatternIndex } from './pattern-index.ts';
import { compilePattern } from './patterns.ts';
import type { Region } from './regions.ts';
import { speakersOf } from './speakers.ts';
import { readText } from './text.ts';
import { compileVocabulary, type Token, tokenize } from './tokens.ts';

const packs = new WeakMap<Lexicon, Map<GuardLanguage, LanguagePack>>();

/** A language's words and patterns; compiled at first use and kept with the lexicon.
 *  @throws where the lexicon names a condition that does not exist */
export function packFor(lexicon: Lexicon, language: GuardLanguage): LanguagePack {
  const known = packs.get(lexicon) ?? new Map<GuardLanguage, LanguagePack>();
  packs.set(lexicon, known);
  const before = known.get(language);
  if (before !== undefined) return before;
  const own = lexicon.languages[language];
  const patterns = Object.entries(own.patterns).flatMap(([check, defs]) =>
    defs.map((def) => ({ pattern: compilePattern(def.p), value: compiled(Number(check), def) })),
  );
  const quantifiers = Object.entries(own.quantifiers).flatMap(([id, phrases]) => phrases.map((phrase) => ({ pattern: compilePattern(phrase), value: id })));
  const pack: LanguagePack = {
    language,
    own,
    vocabulary: compileVocabulary(lexicon, language),
    patterns: new PatternIndex(patterns, commonness(own)),
    quantifiers: new PatternIndex(quantifiers, commonness(own)),
    sources: new PatternIndex(
      own.sources.map((source) => ({ pattern: compilePattern(source), value: source })),
      commonness(own),
    ),
    adjectives: own.adjectives,
  };
  known.set(language, pack);
  return pack;
}

/** Small words, and the classes that hold them, stand in every sentence. */
function commonness(own: LanguageLexicon): (key: string) => number {
  const small = new Set(own.signs);
  const common = new Set(Object.entries(own.classes).flatMap(([name, words]) => (words.some((word) => small.has(word)) ? [`@${name}`] : [])));
  const size = (name: string) => own.classes[name]?.length ?? 20;
  return (key) => (small.has(key) || common.has(key) ? 100 : key.startsWith('@') ? 3 + size(key.slice(1)) / 8 : 1);
}

function compiled(check: number, def: PatternDef): CompiledPattern {
  const named = (names: readonly string[] | undefined) =>
    (names ?? []).map((name) => {
      const condition = conditions[name];
      if (condition === undefined) throw new Error(`the lexicon names an unknown condition: ${name}`);
      return condition;
    });
  return { ...def, check, conditions: { when: named(def.when), unless: named(def.unless) } };
}

export interface ReadingOptions {
  /** Marks the register's affiliations among the tokens. */
  readonly tag?: ((tokens: readonly Token[]) => readonly Token[]) | undefined;
  /** The text never speaks of a meeting (see genre.ts). */
  readonly report?: boolean;
}

/** Reads a region in a language. */
export function passageOf(region: Region, pack: LanguagePack, more: ReadingOptions = {}): Passage {
  const reading = readText(region.text);
  const plain = tokenize(reading.text, pack.vocabulary);
  const tokens = more.tag?.(plain) ?? plain;
  const { sentence, bounds } = sentencesIn(tokens);
  const written = tokens.map((token) => isWritten(token, region, reading.map));
  const report = more.report === true;
  const matches = pack.patterns.matches(tokens).flatMap(({ match, value }) => {
    const { when, unless } = value.conditions;
    if (when.length + unless.length === 0) return [{ ...match, pattern: value }];
    const [first, last] = bounds[sentence[match.from] ?? 0] ?? [0, tokens.length];
    const around = { ...match, tokens, first, last, written, report };
    const fits = when.every((condition) => condition(around)) && !unless.some((condition) => condition(around));
    return fits ? [{ ...match, pattern: value }] : [];
  });
  return {
    region,
    reading,
    tokens,
    sentence,
    written,
    pack,
    report,
    speakers: speakersOf(tokens, pack.sources, pack.adjectives),
    matches,
  };
}

/** For each token the index of its sentence, and for each sentence where it begins and ends. */
function sentencesIn(tokens: readonly Token[]): { sentence: number[]; bounds: [number, number][] } {
  const sentence: number[] = [];
  const bounds: [number, number][] = [];
  tokens.forEach((token, at) => {
    const now = bounds.at(-1);
    if (now === undefined || token.gap === 'hard') bounds.push([at, at + 1]);
    else now[1] = at + 1;
    sentence.push(bounds.length - 1);
  });
  return { sentence, bounds };
}

function isWritten(token: Token, region: Region, map: readonly number[] | null): boolean {
  if (region.attributed.length === 0) return false;
  const start = map === null ? token.start : (map[token.start] ?? 0);
  return region.attributed.some(([from, to]) => start >= from && start < to);
}
