/** [GRD-17] A sentence close to public remarks of a participant: a search engine finds who said it. Remarks of people who consented are free. */
import type { Check, Context, Hit, Passage } from '../check.ts';
import { fold } from '../text.ts';

const size = 3;
/** Share of a sentence's runs of three words that stand in the remarks as well. */
const near = 0.4;
const cache = new WeakMap<Context, ReadonlySet<string>>();

export const publicRemarks: Check = {
  number: 17,
  name: 'public-remarks',
  title: 'Close to public remarks',
  region: (passage, context) => {
    const known = remarks(context);
    if (known.size === 0) return [];
    const last = passage.sentence.at(-1) ?? -1;
    return Array.from({ length: last + 1 }, (_, sentence) => judge(passage, sentence, known)).filter((hit) => hit !== null);
  },
};

function judge(passage: Passage, sentence: number, known: ReadonlySet<string>): Hit | null {
  const tokens = passage.tokens.filter((_, index) => passage.sentence[index] === sentence);
  const grams = ngrams(tokens.flatMap((token) => fold(token.lower).split('_')));
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (grams.length < 4 || first === undefined || last === undefined) return null;
  if (grams.filter((gram) => known.has(gram)).length / grams.length < near) return null;
  return {
    start: first.start,
    end: last.end,
    level: 'warn',
    reason: 'This sentence is close to public remarks of somebody in the register: a search would find who said it.',
  };
}

function remarks(context: Context): ReadonlySet<string> {
  const before = cache.get(context);
  if (before !== undefined) return before;
  const texts = context.people.filter((person) => person.consent !== 'named').flatMap((person) => person.remarks ?? []);
  const known = new Set(texts.flatMap((text) => ngrams(fold(text).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [])));
  cache.set(context, known);
  return known;
}

function ngrams(words: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, at) => words.slice(at, at + size).join(' '));
}
