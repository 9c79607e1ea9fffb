/** Questions about the classes of words. They are asked of every word again and again: hence loops, and answers that are kept. */
import type { Token } from './tokens.ts';

/** Whether a token is of one of these classes. */
export function is(token: Token | undefined, ...names: readonly string[]): boolean {
  if (token === undefined || token.classes.size === 0) return false;
  for (const name of names) if (token.classes.has(name)) return true;
  return false;
}

/** A test for any of many classes. Each set is asked once, as the same words share one. */
export function anyOf(...names: readonly string[]): (token: Token | undefined) => boolean {
  const answers = new WeakMap<ReadonlySet<string>, boolean>();
  return (token) => {
    if (token === undefined || token.classes.size === 0) return false;
    const known = answers.get(token.classes);
    if (known !== undefined) return known;
    const answer = names.some((name) => token.classes.has(name));
    answers.set(token.classes, answer);
    return answer;
  };
}
