/** The register's names in all their forms, ready for lookup by single words and by words joined over hyphens. */
import type { Person } from '../people/person.ts';
import type { NameLexicon } from './lexicon.ts';
import { isUncased, oneLetterEach, unspacedForms, withoutProclitics } from './scripts.ts';
import { foldLong, fold as plainFold } from './text.ts';

/** How a word came to match a name. */
export type NameKind = 'name' | 'nickname' | 'spelling' | 'typo' | 'inside';

export interface NameHit {
  /** Index in the register. */
  readonly people: readonly number[];
  readonly kind: NameKind;
  /** Also an ordinary word, or very short: it needs a title, a verb of speech or a capital in mid-sentence. */
  readonly weak: boolean;
  /** Also a month, country or place: a capital in mid-sentence is not enough. */
  readonly calendar: boolean;
}

interface Entry {
  readonly person: number;
  readonly kind: NameKind;
  readonly weak: boolean;
  readonly calendar: boolean;
}

export interface NameIndex {
  readonly size: number;
  /** Looks a word up, as written. Results are kept: a text has few different words. */
  lookup(word: string): NameHit | null;
  /** People by dotted initials, folded ("al"). */
  readonly initials: ReadonlyMap<string, readonly number[]>;
  /** People by the short code typed in capture, as written. */
  readonly codes: ReadonlyMap<string, readonly number[]>;
  /** Names in scripts without spaces between words, as written, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly { readonly text: string; readonly person: number }[]>;
  /** Names that cannot be looked for: empty or of one letter. */
  readonly unusable: readonly number[];
}

const letterRuns = /[\p{L}\p{M}]+/gu;
const fold = (text: string): string => oneLetterEach(plainFold(text));

/** Rough sound of a folded name: spellings of one name in different transliterations come out equal. */
export function sound(folded: string): string {
  return folded
    .replace(/[^a-z]/g, '')
    .replace(/d?zh|dj/g, 'j')
    .replace(/tsch|tch|sch|ch|sh|cz|sz/g, 'x')
    .replace(/ph/g, 'f')
    .replace(/(k|g|d|t|z|b)h/g, '$1')
    .replace(/ck|q|c/g, 'k')
    .replace(/ou|oo|oe|u|w|o/g, 'u')
    .replace(/ei|ai|ay|ey|ee|ie|y|j|e|i/g, 'i')
    .replace(/v/g, 'f')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1');
}

/** The words of one name: titles and particles left out; hyphenated parts apart and together, particles together with what follows them
 *  ("Vanderberg", "Almasri"). */
export function nameParts(name: string, lexicon: NameLexicon): string[] {
  const titles = new Set(lexicon.honorifics.map(fold));
  const particles = new Set(lexicon.particles.map(fold));
  const parts = new Set<string>();
  let before = '';
  for (const chunk of name.normalize('NFC').split(/[\s,.;()/]+/)) {
    const words = chunk.match(letterRuns) ?? [];
    for (const word of words) if (!titles.has(fold(word)) && !particles.has(fold(word))) parts.add(word);
    const whole = words.join('');
    if (words.length > 1) parts.add(whole);
    const small = words.length === 1 && particles.has(fold(whole));
    if (!small && before !== '' && whole !== '') parts.add(before + whole);
    before = small ? before + whole : '';
  }
  return [...parts];
}

/** Initials of a name as people write them: one a word, and one a part of a hyphenated word; particles left out. */
function initialsOf(name: string, lexicon: NameLexicon): string[] {
  const skip = new Set([...lexicon.honorifics, ...lexicon.particles].map(fold));
  const words = name.normalize('NFC').split(/[\s,.;()/]+/).map((chunk) => (chunk.match(letterRuns) ?? []).filter((word) => !skip.has(fold(word)))); // biome-ignore format: one line
  const first = (word: string | undefined) => fold(word ?? '').charAt(0);
  return [...new Set([words.map((parts) => first(parts[0])).join(''), words.flatMap((parts) => parts.map(first)).join('')])].filter((some) => some.length > 1);
}

/** Compiles the register. Names of one letter and empty ones are told in `unusable`, never looked for. */
export function indexNames(people: readonly Person[], lexicon: NameLexicon): NameIndex {
  const build = new Builder(lexicon);
  for (const [index, person] of people.entries()) build.add(person, index);
  return build.done();
}

class Builder {
  readonly #exact = new Map<string, Entry[]>();
  readonly #sounds = new Map<string, Entry[]>();
  readonly #deletions = new Map<string, { entry: Entry; name: string }[]>();
  readonly #long: { name: string; entry: Entry }[] = [];
  readonly #initials = new Map<string, number[]>();
  readonly #codes = new Map<string, number[]>();
  readonly #unspaced = new Map<string, { text: string; person: number }[]>();
  readonly #unusable: number[] = [];
  readonly #lexicon: NameLexicon;
  readonly #common: ReadonlySet<string>;
  readonly #calendar: ReadonlySet<string>;
  readonly #groups = new Map<string, string[]>();

  constructor(lexicon: NameLexicon) {
    this.#lexicon = lexicon;
    this.#common = new Set(lexicon.commonWords.map(fold));
    this.#calendar = new Set(lexicon.calendar.map(fold));
    for (const group of lexicon.groups) for (const name of group) this.#groups.set(fold(name), [...(this.#groups.get(fold(name)) ?? []), ...group.map(fold)]);
  }

  add(person: Person, index: number): void {
    const names = [person.name, ...(person.aliases ?? [])];
    const parts = names.flatMap((name) => nameParts(name, this.#lexicon));
    const usable = parts.filter((part) => fold(part).length > 1);
    if (usable.length === 0) this.#unusable.push(index);
    for (const part of usable) this.#addPart(part, index);
    for (const text of new Set(names.flatMap((name) => unspacedForms(name, this.#lexicon.suffixes))))
      push(this.#unspaced, text.charAt(0), { text, person: index });
    for (const initials of initialsOf(person.name, this.#lexicon)) push(this.#initials, initials, index);
    if (person.code.trim() !== '') push(this.#codes, person.code.trim(), index);
  }

  #addPart(part: string, person: number): void {
    const short = fold(part);
    const calendar = this.#calendar.has(short);
    const uncased = isUncased(part);
    const weak = calendar || this.#common.has(short) || (short.length < 4 && !uncased);
    const entry: Entry = { person, kind: 'name', weak, calendar };
    for (const key of new Set([short, foldLong(part)])) {
      push(this.#exact, key, entry);
      if (!weak && key.length >= 4) push(this.#exact, `${key}s`, entry);
      if (weak || key.length < (uncased ? 9 : 6)) continue;
      for (const deleted of deletions(key)) push(this.#deletions, deleted, { entry: { ...entry, kind: 'typo' }, name: key });
      this.#long.push({ name: key, entry: { ...entry, kind: 'inside' } });
    }
    // Declined names: "Петренковского" holds what is left of "Петренковский" without its ending.
    const stem = /\p{Script=Cyrillic}/u.test(part) ? short.replace(/[aeiouy]+$/, '') : '';
    if (!weak && stem.length >= 6) this.#long.push({ name: stem, entry: { ...entry, kind: 'inside' } });
    if (!weak && short.length >= 5 && sound(short).length >= 3) push(this.#sounds, sound(short), { ...entry, kind: 'spelling' });
    for (const other of this.#groups.get(short) ?? []) {
      if (other !== short)
        push(this.#exact, other, { ...entry, kind: 'nickname', weak: other.length < 4 || this.#common.has(other), calendar: this.#calendar.has(other) });
    }
  }

  done(): NameIndex {
    const known = new Map<string, NameHit | null>();
    const lookup = (word: string): NameHit | null => {
      const before = known.get(word);
      if (before !== undefined) return before;
      const found = this.#find(word);
      known.set(word, found);
      return found;
    };
    return { size: this.#exact.size, lookup, initials: this.#initials, codes: this.#codes, unspaced: this.#unspaced, unusable: this.#unusable };
  }

  #find(word: string): NameHit | null {
    const short = fold(word);
    if (short.length < 2) return null;
    const exact = this.#exact.get(short) ?? this.#exact.get(foldLong(word));
    if (exact !== undefined) return summary(exact);
    for (const stem of withoutProclitics(short)) {
      const found = this.#exact.get(stem);
      if (found !== undefined) return summary(found);
    }
    if (this.#common.has(short)) return null;
    const capital = /^\p{Lu}/u.test(word) || !/[a-z]/.test(word.toLowerCase());
    if (short.length >= 5 && (capital || short.length >= 7)) {
      const sounds = capital ? this.#sounds.get(sound(short)) : undefined;
      if (sounds !== undefined) return summary(sounds);
      const typos = this.#typos(short);
      if (typos.length > 0) return summary(typos);
    }
    if (short.length < 8) return null;
    const inside = this.#long.filter((long) => short.includes(long.name)).map((long) => long.entry);
    return inside.length > 0 ? summary(inside) : null;
  }

  #typos(word: string): Entry[] {
    const found = [word, ...deletions(word)].flatMap((key) => this.#deletions.get(key) ?? []).concat(this.#deletions.get(word) ?? []);
    const longer = deletions(word).flatMap((key) => (this.#exact.get(key) ?? []).filter((entry) => !entry.weak && key.length >= 6).map((entry) => ({ entry: { ...entry, kind: 'typo' as const }, name: key }))); // biome-ignore format: one line
    return [...found, ...longer].filter((one) => oneTypo(one.name, word)).map((one) => one.entry);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function summary(entries: readonly Entry[]): NameHit {
  const strong = entries.filter((entry) => !entry.weak);
  const used = strong.length > 0 ? strong : entries;
  return {
    people: [...new Set(used.map((entry) => entry.person))],
    kind: used[0]?.kind ?? 'name',
    weak: strong.length === 0,
    calendar: strong.length === 0 && used.every((entry) => entry.calendar),
  };
}

function deletions(word: string): string[] {
  return Array.from({ length: word.length }, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** One letter more, less, other, or two neighbours changed over. */
export function oneTypo(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
