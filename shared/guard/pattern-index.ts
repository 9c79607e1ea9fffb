/** All patterns of a language over a text, in one pass: a sentence is asked only for those that it can hold. */
import { type Match, matchAt, type Pattern } from './patterns.ts';
import { firstWord, type Token } from './tokens.ts';

interface Item<T> {
  readonly pattern: Pattern;
  readonly value: T;
}

/** A list that must have a word in the sentence, so many tokens behind where the match begins. */
interface Needed {
  readonly list: number;
  readonly least: number;
  readonly most: number;
}

/** A pattern with its needs, the rarest first, and the list that its first step takes; -1: any word. */
interface Filed<T> extends Item<T> {
  readonly needs: readonly Needed[];
  readonly first: number;
}

const noLists: readonly number[] = [];

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

  get size(): number {
    return this.#numbers.size;
  }

  ofWord(word: string): readonly number[] {
    return this.#byKey.get(word) ?? noLists;
  }

  ofClasses(classes: ReadonlySet<string>): readonly number[] {
    const known = this.#ofClasses.get(classes);
    if (known !== undefined) return known;
    const made = [...new Set([...classes].flatMap((name) => this.#byKey.get(`@${name}`) ?? []))];
    this.#ofClasses.set(classes, made);
    return made;
  }
}

/** From this weight on a list is taken to have a word in every sentence. */
const everywhere = 60;

/** Patterns by the rarest list of the words and classes that they need. */
export class PatternIndex<T> {
  readonly #lists = new Lists();
  readonly #byNeed: Filed<T>[][] = [];
  readonly #any: Filed<T>[] = [];
  /** Of the sentence looked at: its number where a list has a word in it, and where these words stand. Kept between sentences, as there are many:
   *  of the places only the first `#counts` are this sentence's. */
  readonly #seen: number[] = [];
  readonly #places: number[][] = [];
  readonly #counts: number[] = [];
  #sentence = 0;

  /** `weight` says how common a word or a class ("@class") is; only the order counts. */
  constructor(items: readonly Item<T>[], weight: (key: string) => number = () => 1) {
    const sum = ({ keys }: { readonly keys: readonly string[] }) => keys.reduce((total, key) => total + weight(key), 0);
    for (const item of items) {
      // What stands in every sentence is not worth asking for.
      const sorted = item.pattern.needs.toSorted((a, b) => sum(a) - sum(b)).filter((need, at) => at === 0 || sum(need) < everywhere);
      const needs = sorted.map(({ keys, least, most }) => ({ list: this.#lists.number(keys), least, most }));
      const first = item.pattern.first === null ? -1 : this.#lists.number(item.pattern.first);
      const [rarest] = needs;
      if (rarest === undefined) this.#any.push({ ...item, first, needs });
      else this.#file(rarest.list, { ...item, first, needs });
    }
    for (let list = 0; list < this.#lists.size; list += 1) {
      this.#seen.push(0);
      this.#counts.push(0);
      this.#places.push([]);
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
    const found: { match: Match; value: T }[] = [];
    const here = this.#placesOf(tokens, from, to);
    for (const item of this.#any) if (this.#isHere(item)) this.#look(item, tokens, from, to, found);
    for (const list of here) {
      for (const item of this.#byNeed[list] ?? []) if (this.#isHere(item)) this.#look(item, tokens, from, to, found);
    }
    return found.length > 1 ? found.sort((a, b) => a.match.from - b.match.from) : found;
  }

  /** All that the pattern needs stands somewhere in the sentence. */
  #isHere({ needs, first }: Filed<T>): boolean {
    for (const need of needs) if (this.#seen[need.list] !== this.#sentence) return false;
    return first < 0 || this.#seen[first] === this.#sentence;
  }

  #look(item: Filed<T>, tokens: readonly Token[], from: number, to: number, found: { match: Match; value: T }[]): void {
    const { pattern, value, first } = item;
    const places = first < 0 ? null : this.#places[first];
    const count = first < 0 ? to - from : (this.#counts[first] ?? 0);
    for (let index = 0; index < count; index += 1) {
      const at = places === null ? from + index : (places?.[index] ?? 0);
      if (!this.#inReach(item, at) || found.some((one) => one.value === value && one.match.from === at)) continue;
      const match = matchAt(pattern, tokens, at);
      if (match !== null) found.push({ match, value });
    }
  }

  /** All that the pattern needs stands where a match that begins at `at` would have it. */
  #inReach({ needs }: Filed<T>, at: number): boolean {
    for (const { list, least, most } of needs) {
      const places = this.#places[list] ?? [];
      let index = (this.#counts[list] ?? 0) - 1;
      while (index >= 0 && (places[index] ?? 0) > at + most) index -= 1;
      if (index < 0 || (places[index] ?? 0) < at + least) return false;
    }
    return true;
  }

  /** Notes where the words of each list stand in a sentence; the lists that have one, as far as patterns are filed under them. */
  #placesOf(tokens: readonly Token[], from: number, to: number): number[] {
    this.#sentence += 1;
    const here: number[] = [];
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      this.#put(this.#lists.ofWord(token.lower), at, here);
      // A row of words is looked for by its first one, which may be the first of a longer token.
      if (token.lower.includes('_')) this.#put(this.#lists.ofWord(firstWord(token.lower)), at, here);
      this.#put(this.#lists.ofClasses(token.classes), at, here);
    }
    return here;
  }

  #put(lists: readonly number[], at: number, here: number[]): void {
    for (const list of lists) {
      const places = this.#places[list];
      if (places === undefined) continue;
      let count = this.#counts[list] ?? 0;
      if (this.#seen[list] !== this.#sentence) {
        this.#seen[list] = this.#sentence;
        if (this.#byNeed[list] !== undefined) here.push(list);
        count = 0;
      } else if (places[count - 1] === at) continue;
      places[count] = at;
      this.#counts[list] = count + 1;
    }
  }
}
