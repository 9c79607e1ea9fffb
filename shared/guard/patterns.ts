/**
 * Patterns over tokens, written as data in the lexicon:
 *   word           this word (lower case; several words in a row are joined: permanent_representative)
 *   sta*  *ing     a word that begins or ends so
 *   @class         any word of a class; @Cap a capital · @Num a number · @Upper capitals only · @Word any word · @content any but a small word
 *   a|@b|c*        any of these            x?   may be missing
 *   ~3             up to three words of the same sentence; ~3!a|@b  none of them these
 *   !a|@b          the next word is none of these     !<a|b  the word before is none of these
 *   ^              a sentence begins here  $    a sentence ends here  ,  a comma, bracket or quotation mark stands here
 *   < … >          the words that the finding quotes (all, where not given)
 * A match never runs over the end of a sentence, and over a comma only in a gap, at a "," and around adverbs.
 */
import { anyOf } from './classes.ts';
import { firstWord, isCapital, type Token } from './tokens.ts';

type Test = (token: Token) => boolean;
/** How many words from `index` on are taken; 0 where they are others. */
type Take = (tokens: readonly Token[], index: number) => number;
type Step =
  | { readonly kind: 'word'; readonly take: Take; readonly optional: boolean; readonly overComma: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly never: Test | null }
  | { readonly kind: 'not' | 'not-before'; readonly take: Take }
  | { readonly kind: 'begin' | 'end' | 'soft' | 'open' | 'close' };

export interface Pattern {
  readonly source: string;
  readonly steps: readonly Step[];
  /** Words and classes that the first step takes; null: any. */
  readonly first: readonly string[] | null;
  readonly needs: readonly Need[];
}

/** Words and classes of which a sentence must hold one for a pattern to match, so many tokens behind where the match begins. */
export interface Need {
  readonly keys: readonly string[];
  readonly least: number;
  readonly most: number;
}

export interface Match {
  /** Token indexes: the whole, and the part quoted. `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly quoteFrom: number;
  readonly quoteTo: number;
}

/** Words with a test of their own: capitals, numbers, beginnings and endings. */
function specialTest(one: string): Test | null {
  if (one === '@Cap') return isCapital;
  if (one === '@Num') return (token) => /^\p{N}/u.test(token.raw) || token.classes.has('number');
  if (one === '@Upper') return (token) => token.raw.length > 1 && token.raw === token.raw.toUpperCase() && /\p{Lu}/u.test(token.raw);
  if (one === '@acronym') return (token) => /^\p{Lu}{2,6}$/u.test(token.raw) && !token.classes.has('small');
  if (one === '@Word') return () => true;
  if (one === '@content') return (token) => !token.classes.has('small');
  if (one.startsWith('*')) return (token) => token.lower.endsWith(one.slice(1));
  if (one.endsWith('*')) return (token) => token.lower.startsWith(one.slice(0, -1));
  return null;
}

function testOf(alternatives: string): Test {
  const all = alternatives.split('|');
  const tests = all.map(specialTest);
  const special = tests.filter((test) => test !== null);
  const plain = all.filter((_, at) => tests[at] === null);
  const words = new Set(plain.filter((one) => !one.startsWith('@')));
  const inClass = anyOf(...plain.filter((one) => one.startsWith('@')).map((one) => one.slice(1)));
  return (token) => {
    if (words.has(token.lower) || inClass(token)) return true;
    for (const test of special) if (test(token)) return true;
    return false;
  };
}

/** Many patterns have the same alternatives. */
const takes = new Map<string, Take>();

/** Takes one word of the alternatives, or several in a row where they are written joined. */
function takeOf(alternatives: string): Take {
  const known = takes.get(alternatives) ?? madeTake(alternatives);
  takes.set(alternatives, known);
  return known;
}

function madeTake(alternatives: string): Take {
  const all = alternatives.split('|');
  const rows = Map.groupBy(all.filter((one) => one.includes('_') && !/[@*]/.test(one)).map((one) => one.split('_')), ([first]) => first ?? ''); // biome-ignore format: one line
  const test = testOf(alternatives);
  if (rows.size === 0) return (tokens, index) => (tokens[index] !== undefined && test(tokens[index]) ? 1 : 0);
  return (tokens, index) => {
    const token = tokens[index];
    if (token === undefined) return 0;
    if (test(token)) return 1;
    for (const row of rows.get(firstWord(token.lower)) ?? []) {
      const taken = rowAt(row, tokens, index);
      if (taken > 0) return taken;
    }
    return 0;
  };
}

/** How many tokens a row of words takes that begins here; a token may hold several of them. */
function rowAt(row: readonly string[], tokens: readonly Token[], index: number): number {
  let at = index;
  for (let word = 0; word < row.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > index && (token.gap === 'hard' || token.gap === 'soft'))) return 0;
    for (const part of token.lower.split('_')) {
      if (part !== row[word]) return 0;
      word += 1;
    }
  }
  return at - index;
}

/** What must stand in a sentence for the pattern to match, and where. */
function neededIn(parts: readonly string[]): Need[] {
  const needs: Need[] = [];
  let [least, most] = [0, 0];
  for (const part of parts) {
    if (part in signs || part.startsWith('!')) continue;
    if (part.startsWith('~')) {
      most += Number.parseInt(part.slice(1), 10);
      continue;
    }
    const missing = part.endsWith('?');
    const alternatives = part.replace(/\?$/, '').split('|');
    const keys = alternatives.map(keyOf);
    if (!missing && !keys.some(isOpen)) needs.push({ keys, least, most });
    least += missing ? 0 : 1;
    // Words that are written joined may stand in as many tokens.
    most += Math.max(...alternatives.map((one) => one.split('_').length));
  }
  return needs;
}

/** A row of words is looked for by its first one. */
const keyOf = (one: string): string => (one.startsWith('@') ? one : (one.split('_', 1)[0] ?? one));
const isOpen = (one: string): boolean => one.includes('*') || /^@[A-Z]|^@acronym$|^@content$/.test(one);

const signs: Readonly<Record<string, Step>> = {
  '^': { kind: 'begin' },
  $: { kind: 'end' },
  ',': { kind: 'soft' },
  '<': { kind: 'open' },
  '>': { kind: 'close' },
};

/** Compiles one pattern. @throws where it is written wrongly: a fault of the lexicon, found by its test */
export function compilePattern(source: string): Pattern {
  const parts = source.trim().split(/\s+/);
  const steps = parts.map((part, index): Step => {
    const sign = signs[part];
    if (sign !== undefined) return sign;
    const gap = /^~(\d+)(?:!(.+))?$/.exec(part);
    if (gap !== null) return { kind: 'gap', most: Number(gap[1]), never: gap[2] === undefined ? null : testOf(gap[2]) };
    if (part.startsWith('!<')) return { kind: 'not-before', take: takeOf(part.slice(2)) };
    if (part.startsWith('!')) return { kind: 'not', take: takeOf(part.slice(1)) };
    const optional = part.endsWith('?');
    const overComma = part.includes('@adverb') || afterComma(parts.slice(0, index));
    return { kind: 'word', take: takeOf(optional ? part.slice(0, -1) : part), optional, overComma };
  });
  return { source, steps, first: firstWords(parts), needs: neededIn(parts) };
}

/** Whether a comma may stand before the next word: after a gap, a "," or an adverb, also over words that may be missing. */
function afterComma(parts: readonly string[]): boolean {
  for (const part of parts.toReversed()) {
    if (part === '<' || part === '>' || part.startsWith('!')) continue;
    if (/^~|^,$|@adverb/.test(part)) return true;
    if (!part.endsWith('?')) return false;
  }
  return false;
}

function firstWords(parts: readonly string[]): readonly string[] | null {
  const words: string[] = [];
  for (const part of parts) {
    if (part in signs || part.startsWith('!')) continue;
    if (part.startsWith('~')) throw new Error(`a pattern cannot begin with a gap: ${parts.join(' ')}`);
    const alternatives = part.replace(/\?$/, '').split('|');
    if (alternatives.some(isOpen)) return null;
    words.push(...alternatives.map(keyOf));
    if (!part.endsWith('?')) return words;
  }
  return words;
}

/** Finds the match of a pattern that begins at a token, or null. Shortest gaps first. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], at: number): Match | null {
  return run({ steps: pattern.steps, tokens, at }, 0, at, -1, -1);
}

interface Search {
  readonly steps: readonly Step[];
  readonly tokens: readonly Token[];
  readonly at: number;
}

function run(search: Search, step: number, index: number, open: number, close: number): Match | null {
  const { steps, tokens, at } = search;
  const now = steps[step];
  if (now === undefined) return { from: at, to: index, quoteFrom: open < 0 ? at : open, quoteTo: close < 0 ? index : close };
  const token = tokens[index];
  const hard = token === undefined || (index > at && token.gap === 'hard');
  switch (now.kind) {
    case 'open':
      return run(search, step + 1, index, index, close);
    case 'close':
      return run(search, step + 1, index, open, index);
    case 'begin':
      return token?.gap === 'hard' ? run(search, step + 1, index, open, close) : null;
    case 'end':
      return hard ? run(search, step + 1, index, open, close) : null;
    case 'soft':
      return token?.gap === 'soft' ? run(search, step + 1, index, open, close) : null;
    case 'not':
      return !hard && now.take(tokens, index) > 0 ? null : run(search, step + 1, index, open, close);
    case 'not-before':
      return token?.gap !== 'hard' && endsBefore(now.take, tokens, index) ? null : run(search, step + 1, index, open, close);
    case 'word': {
      const taken = !hard && (now.overComma || index === at || token.gap !== 'soft') ? now.take(tokens, index) : 0;
      const found = taken > 0 ? run(search, step + 1, index + taken, open, close) : null;
      return found ?? (now.optional ? run(search, step + 1, index, open, close) : null);
    }
    case 'gap':
      return overGap(search, step, index, open, close);
  }
}

function overGap(search: Search, step: number, index: number, open: number, close: number): Match | null {
  const now = search.steps[step];
  if (now?.kind !== 'gap') return null;
  for (let skip = 0; skip <= now.most; skip += 1) {
    const skipped = skip === 0 ? null : search.tokens[index + skip - 1];
    if (skipped === undefined) return null;
    if (skipped !== null && ((index + skip - 1 > search.at && skipped.gap === 'hard') || now.never?.(skipped) === true)) return null;
    const found = run(search, step + 1, index + skip, open, close);
    if (found !== null) return found;
  }
  return null;
}

/** Whether the words end right before `index`. */
function endsBefore(take: Take, tokens: readonly Token[], index: number): boolean {
  for (let back = 1; back <= 4 && index - back >= 0; back += 1) if (take(tokens, index - back) === back) return true;
  return false;
}
