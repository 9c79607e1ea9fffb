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

/** Classes of which a text must hold one for the pattern to match: one list for each word that must be there and is given by classes only. */
function neededClasses(parts: readonly string[]): string[][] {
  return parts
    .filter((part) => /^@[a-z]/.test(part) && !part.includes('@acronym') && !part.endsWith('?'))
    .map((part) => part.split('|'))
    .filter((list) => list.every((one) => /^@[a-z]/.test(one)))
    .map((list) => list.map((one) => one.slice(1)));
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
  return { source, steps, first: firstWords(parts), needs: neededClasses(parts) };
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

/** Patterns by the words and classes that they can begin with. */
export class PatternIndex<T> {
  readonly #byFirst = new Map<string, { pattern: Pattern; value: T }[]>();
  readonly #any: { pattern: Pattern; value: T }[] = [];

  constructor(items: readonly { readonly pattern: Pattern; readonly value: T }[]) {
    for (const item of items) {
      if (item.pattern.first === null) this.#any.push(item);
      else for (const first of new Set(item.pattern.first)) this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), item]);
    }
  }

  /** All matches in the order of the text; of one item only the first at each place. */
  matches(tokens: readonly Token[]): { match: Match; value: T }[] {
    const found: { match: Match; value: T }[] = [];
    const present = new Set<string>();
    for (const token of tokens) for (const name of token.classes) present.add(name);
    const judged = new Map<Pattern, boolean>();
    const possible = (pattern: Pattern) => {
      if (pattern.needs.length === 0) return true;
      const known = judged.get(pattern) ?? pattern.needs.every((list) => list.some((name) => present.has(name)));
      judged.set(pattern, known);
      return known;
    };
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      let seen: Set<T> | null = null;
      const tryAll = (items: readonly { pattern: Pattern; value: T }[] | undefined) => {
        for (const { pattern, value } of items ?? []) {
          if (!possible(pattern) || seen?.has(value) === true) continue;
          const match = matchAt(pattern, tokens, at);
          if (match === null) continue;
          seen = (seen ?? new Set<T>()).add(value);
          found.push({ match, value });
        }
      };
      tryAll(this.#byFirst.get(token.lower));
      for (const name of token.classes) tryAll(this.#byFirst.get(`@${name}`));
      tryAll(this.#any);
    }
    return found;
  }
}
