/** Numbers in words and figures, as far as people in a room are counted. */
import type { LanguageLexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

const values = new WeakMap<LanguageLexicon, ReadonlyMap<string, number>>();

/** What the words of counting are worth: "trio=3" in the class `text-count`. */
function valuesOf(own: LanguageLexicon): ReadonlyMap<string, number> {
  const known = values.get(own);
  if (known !== undefined) return known;
  const made = new Map((own.classes['text-count'] ?? []).map((line): [string, number] => [line.split('=')[0] ?? '', Number(line.split('=')[1])]));
  values.set(own, made);
  return made;
}

const ordinals = new WeakMap<LanguageLexicon, ReadonlyMap<string, number>>();

/** The words for "third", "fourth" and so on, which the class `text-ordinal` lists in this order. */
export function ordinalsOf(own: LanguageLexicon): ReadonlyMap<string, number> {
  const known = ordinals.get(own);
  if (known !== undefined) return known;
  const made = new Map((own.classes['text-ordinal'] ?? []).map((word, index): [string, number] => [word, index + 3]));
  ordinals.set(own, made);
  return made;
}

export interface Count {
  readonly value: number;
  /** Index of the token behind the number. */
  readonly to: number;
}

/** The number that begins at a token; null where none does. "Twenty-one" is one number, "2019" and "3.5" are none that counts people. */
export function countAt(tokens: readonly Token[], at: number, own: LanguageLexicon): Count | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const next = tokens[at + 1];
  const figure = token.raw.length < 7 && /^\p{N}{1,3}$/u.test(token.raw);
  if (figure) return next?.gap === 'joint' && /^\p{N}/u.test(next.raw) ? null : { value: Number(token.raw), to: at + 1 };
  const value = valuesOf(own).get(token.lower);
  if (value === undefined) return null;
  const more = next?.gap === 'joint' ? valuesOf(own).get(next.lower) : undefined;
  return value >= 20 && more !== undefined && more < 10 ? { value: value + more, to: at + 2 } : { value, to: at + 1 };
}
