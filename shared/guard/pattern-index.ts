/** All patterns of a language over a text, in one pass: a sentence is asked only for those that it can hold. */
import { type Match, matchAt, type Pattern } from './patterns.ts';
import type { Token } from './tokens.ts';

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
    // A row of words is looked for by its first one, which may be the first of a longer token.
    if (token.lower.includes('_')) put(token.lower.split('_', 1)[0] ?? '', at);
    for (const name of token.classes) put(`@${name}`, at);
  }
  return places;
}

function startsOf(first: readonly string[], places: ReadonlyMap<string, readonly number[]>): Iterable<number> {
  const lists = first.map((key) => places.get(key)).filter((list) => list !== undefined);
  return lists.length === 1 ? (lists[0] ?? []) : new Set(lists.flat());
}
