/**
 * Patterns over tokens, written as data in the lexicon:
 *   word           this word (lower case; several words of one entry are joined: permanent_representative)
 *   sta*  *ing     a word that begins or ends so
 *   @class         any word of a class; @Cap a capital · @Num a number · @Upper capitals only · @Word any word
 *   a|@b|c*        any of these            x?   may be missing
 *   ~3             up to three words of the same sentence
 *   !a|@b          the next word is none of these     !<a|b  the word before is none of these
 *   ^              a sentence begins here  $    a sentence ends here  ,  a comma, bracket or quotation mark stands here
 *   < … >          the words that the finding quotes (all, where not given)
 * A match never runs over the end of a sentence, and over a comma only in a gap, at a "," and around adverbs.
 */
import { isCapital, type Token } from './tokens.ts';

type Test = (token: Token) => boolean;
type Step =
  | { readonly kind: 'word'; readonly test: Test; readonly optional: boolean; readonly overComma: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'not' | 'not-before'; readonly test: Test }
  | { readonly kind: 'begin' | 'end' | 'soft' | 'open' | 'close' };

export interface Pattern {
  readonly source: string;
  readonly steps: readonly Step[];
  /** Words and classes that the first step takes; null: any. */
  readonly first: readonly string[] | null;
  readonly needs: readonly (readonly string[])[];
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
  if (one === '@acronym') return (token) => /^\p{Lu}{2,6}$/u.test(token.raw);
  if (one === '@Word') return () => true;
  if (one.startsWith('*')) return (token) => token.lower.endsWith(one.slice(1));
  if (one.endsWith('*')) return (token) => token.lower.startsWith(one.slice(0, -1));
  return null;
}

function testOf(alternatives: string): Test {
  const all = alternatives.split('|');
  const special = all.map(specialTest).filter((test) => test !== null);
  const plain = all.filter((one) => specialTest(one) === null);
  const words = new Set(plain.filter((one) => !one.startsWith('@')));
  const classes = plain.filter((one) => one.startsWith('@')).map((one) => one.slice(1));
  return (token) => {
    if (words.has(token.lower)) return true;
    if (token.classes.size > 0) for (const name of classes) if (token.classes.has(name)) return true;
    for (const test of special) if (test(token)) return true;
    return false;
  };
}

/** Words and classes of which a sentence must hold one for the pattern to match: one list for each word that must be there. */
function neededKeys(parts: readonly string[]): string[][] {
  return parts
    .filter((part) => !(part in signs) && !/^[!~]/.test(part) && !part.endsWith('?'))
    .map((part) => part.split('|'))
    .filter((list) => !list.some((one) => one.includes('*') || /^@[A-Z]|^@acronym$/.test(one)));
}

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
    if (/^~\d+$/.test(part)) return { kind: 'gap', most: Number(part.slice(1)) };
    if (part.startsWith('!<')) return { kind: 'not-before', test: testOf(part.slice(2)) };
    if (part.startsWith('!')) return { kind: 'not', test: testOf(part.slice(1)) };
    const optional = part.endsWith('?');
    const overComma = part.includes('@adverb') || afterComma(parts.slice(0, index));
    return { kind: 'word', test: testOf(optional ? part.slice(0, -1) : part), optional, overComma };
  });
  return { source, steps, first: firstWords(parts), needs: neededKeys(parts) };
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
    if (alternatives.some((one) => one.includes('*') || /^@[A-Z]|^@acronym$/.test(one))) return null;
    words.push(...alternatives);
    if (!part.endsWith('?')) return words;
  }
  return words;
}

/** Finds the match of a pattern that begins at a token, or null. Shortest gaps first. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], at: number): Match | null {
  const run = (step: number, index: number, open: number, close: number): Match | null => {
    const now = pattern.steps[step];
    if (now === undefined) return { from: at, to: index, quoteFrom: open < 0 ? at : open, quoteTo: close < 0 ? index : close };
    const token = tokens[index];
    const hard = token === undefined || (index > at && token.gap === 'hard');
    switch (now.kind) {
      case 'open':
        return run(step + 1, index, index, close);
      case 'close':
        return run(step + 1, index, open, index);
      case 'begin':
        return token?.gap === 'hard' ? run(step + 1, index, open, close) : null;
      case 'end':
        return hard ? run(step + 1, index, open, close) : null;
      case 'soft':
        return token?.gap === 'soft' ? run(step + 1, index, open, close) : null;
      case 'not':
        return !hard && now.test(token) ? null : run(step + 1, index, open, close);
      case 'not-before': {
        const before = tokens[index - 1];
        return before !== undefined && token?.gap !== 'hard' && now.test(before) ? null : run(step + 1, index, open, close);
      }
      case 'word': {
        const taken = !hard && (now.overComma || index === at || token.gap !== 'soft') && now.test(token) ? run(step + 1, index + 1, open, close) : null;
        return taken ?? (now.optional ? run(step + 1, index, open, close) : null);
      }
      case 'gap': {
        for (let skip = 0; skip <= now.most; skip += 1) {
          if (skip > 0 && (tokens[index + skip - 1] === undefined || (index + skip - 1 > at && tokens[index + skip - 1]?.gap === 'hard'))) return null;
          const found = run(step + 1, index + skip, open, close);
          if (found !== null) return found;
        }
        return null;
      }
    }
  };
  return run(0, at, -1, -1);
}

interface Item<T> {
  readonly pattern: Pattern;
  readonly value: T;
}

/** A pattern under its rarest need, with the needs that are left to ask for. */
interface Filed<T> extends Item<T> {
  readonly rest: readonly (readonly string[])[];
}

/** Patterns by the rarest of the words and classes that they need: a sentence is asked only for patterns that it can hold. */
export class PatternIndex<T> {
  readonly #byNeed = new Map<string, Filed<T>[]>();
  readonly #any: Item<T>[] = [];

  /** `weight` says how common a word or a class ("@class") is; only the order counts. */
  constructor(items: readonly Item<T>[], weight: (key: string) => number = () => 1) {
    const sum = (list: readonly string[]) => list.reduce((total, key) => total + weight(key), 0);
    for (const item of items) {
      const [rarest, ...rest] = item.pattern.needs.toSorted((a, b) => sum(a) - sum(b));
      if (rarest === undefined) this.#any.push(item);
      else this.#file(rarest, { ...item, rest });
    }
  }

  #file(keys: readonly string[], item: Filed<T>): void {
    for (const key of new Set(keys)) {
      const known = this.#byNeed.get(key);
      if (known === undefined) this.#byNeed.set(key, [item]);
      else known.push(item);
    }
  }

  /** All matches in the order of the text; of one item only the first at each place. */
  matches(tokens: readonly Token[]): { match: Match; value: T }[] {
    const found: { match: Match; value: T }[] = [];
    let from = 0;
    for (let at = 1; at <= tokens.length; at += 1) {
      if (at < tokens.length && tokens[at]?.gap !== 'hard') continue;
      found.push(...this.#inSentence(tokens, from, at));
      from = at;
    }
    return found;
  }

  #inSentence(tokens: readonly Token[], from: number, to: number): { match: Match; value: T }[] {
    const places = placesOf(tokens, from, to);
    const all = Array.from({ length: to - from }, (_, offset) => from + offset);
    const found: { match: Match; value: T }[] = [];
    for (const { pattern, value } of this.#candidates(places)) {
      for (const at of pattern.first === null ? all : startsOf(pattern.first, places)) {
        if (found.some((one) => one.value === value && one.match.from === at)) continue;
        const match = matchAt(pattern, tokens, at);
        if (match !== null) found.push({ match, value });
      }
    }
    return found.sort((a, b) => a.match.from - b.match.from);
  }

  #candidates(places: ReadonlyMap<string, readonly number[]>): Set<Item<T>> {
    const items = new Set<Item<T>>(this.#any);
    for (const key of places.keys()) {
      for (const item of this.#byNeed.get(key) ?? []) {
        if (item.rest.every((list) => list.some((one) => places.has(one)))) items.add(item);
      }
    }
    return items;
  }
}

/** Where the words and classes of a sentence stand. */
function placesOf(tokens: readonly Token[], from: number, to: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const put = (key: string, at: number) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  };
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    put(token.lower, at);
    for (const name of token.classes) put(`@${name}`, at);
  }
  return places;
}

function startsOf(first: readonly string[], places: ReadonlyMap<string, readonly number[]>): Iterable<number> {
  const lists = first.map((key) => places.get(key)).filter((list) => list !== undefined);
  return lists.length === 1 ? (lists[0] ?? []) : new Set(lists.flat());
}
