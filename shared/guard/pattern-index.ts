/** All patterns of a language over a text, in one pass: a sentence is asked only for those that it can hold. */
import { type Match, matchAt, type Pattern } from './patterns.ts';
import type { Token } from './tokens.ts';

interface Item<T> {
  readonly pattern: Pattern;
  readonly value: T;
}

/** A pattern under its rarest need, with the lists of the others, and the list that its first step takes; -1: any word. */
interface Filed<T> extends Item<T> {
  readonly rest: readonly number[];
  readonly first: number;
}

/** Lists of words and classes, each known by a number. Many patterns ask for the same list, so a sentence looks up each list once. */
class Lists {
  readonly #numbers = new Map<string, number>();
  readonly #byKey = new Map<string, number[]>();
  readonly #ofClasses = new WeakMap<ReadonlySet<string>, readonly number[]>();

  number(list: readonly string[]): number {
    const keys = [...new Set(list)].sort();
    const name = keys.join('|');
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const made = this.#numbers.size;
    this.#numbers.set(name, made);
    for (const key of keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), made]);
    return made;
  }

  ofWord(word: string): readonly number[] {
    return this.#byKey.get(word) ?? [];
  }

  ofClasses(classes: ReadonlySet<string>): readonly number[] {
    const known = this.#ofClasses.get(classes);
    if (known !== undefined) return known;
    const made = [...new Set([...classes].flatMap((name) => this.#byKey.get(`@${name}`) ?? []))];
    this.#ofClasses.set(classes, made);
    return made;
  }
}

/** Patterns by the rarest list of the words and classes that they need. */
export class PatternIndex<T> {
  readonly #lists = new Lists();
  readonly #byNeed: Filed<T>[][] = [];
  readonly #any: Filed<T>[] = [];
  /** Of the sentence looked at: its number where a list has a word in it, and where these words stand. Kept between sentences, as there are many. */
  readonly #seen: number[] = [];
  readonly #places: number[][] = [];
  #sentence = 0;

  /** `weight` says how common a word or a class ("@class") is; only the order counts. */
  constructor(items: readonly Item<T>[], weight: (key: string) => number = () => 1) {
    const sum = (list: readonly string[]) => list.reduce((total, key) => total + weight(key), 0);
    for (const item of items) {
      const [rarest, ...rest] = item.pattern.needs.toSorted((a, b) => sum(a) - sum(b));
      const first = item.pattern.first === null ? -1 : this.#lists.number(item.pattern.first);
      const filed = { ...item, first, rest: rest.map((list) => this.#lists.number(list)) };
      if (rarest === undefined) this.#any.push(filed);
      else this.#file(this.#lists.number(rarest), filed);
    }
  }

  #file(list: number, item: Filed<T>): void {
    const known = this.#byNeed[list];
    if (known === undefined) this.#byNeed[list] = [item];
    else known.push(item);
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
    const here = this.#placesOf(tokens, from, to);
    const all = Array.from({ length: to - from }, (_, offset) => from + offset);
    const found: { match: Match; value: T }[] = [];
    const look = ({ pattern, value, first }: Filed<T>) => {
      for (const at of first < 0 ? all : this.#at(first)) {
        if (found.some((one) => one.value === value && one.match.from === at)) continue;
        const match = matchAt(pattern, tokens, at);
        if (match !== null) found.push({ match, value });
      }
    };
    for (const item of this.#any) look(item);
    for (const list of here) {
      for (const item of this.#byNeed[list] ?? []) if (item.rest.every((one) => this.#seen[one] === this.#sentence)) look(item);
    }
    return found.sort((a, b) => a.match.from - b.match.from);
  }

  #at(list: number): readonly number[] {
    return this.#seen[list] === this.#sentence ? (this.#places[list] ?? []) : [];
  }

  /** Notes where the words of each list stand in a sentence; the lists that have one. */
  #placesOf(tokens: readonly Token[], from: number, to: number): number[] {
    this.#sentence += 1;
    const here: number[] = [];
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      this.#put(this.#lists.ofWord(token.lower), at, here);
      // A row of words is looked for by its first one, which may be the first of a longer token.
      if (token.lower.includes('_')) this.#put(this.#lists.ofWord(token.lower.split('_', 1)[0] ?? ''), at, here);
      this.#put(this.#lists.ofClasses(token.classes), at, here);
    }
    return here;
  }

  #put(lists: readonly number[], at: number, here: number[]): void {
    for (const list of lists) {
      const known = this.#places[list];
      if (this.#seen[list] !== this.#sentence || known === undefined) {
        this.#seen[list] = this.#sentence;
        this.#places[list] = [at];
        here.push(list);
      } else if (known[known.length - 1] !== at) known.push(at);
    }
  }
}
