/** [GRD-2] The speaker's State or body: "the Norwegian delegate", "our OCHA colleague". Under the Chatham House Rule an affiliation is protected
 *  like a name. A country as the topic is free. */
import { small } from '../affiliations.ts';
import { anyWritten, type Check, type Context, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import { fold } from '../text.ts';
import { isCapital } from '../tokens.ts';

const reason = (quote: string) => `“${quote}” tells for whom somebody spoke; the rule of the meeting protects affiliations.`;

export const affiliation: Check = {
  number: 2,
  name: 'affiliation',
  title: 'Affiliation of a speaker',
  region: (passage, context) => {
    const hits = [...patternHits(passage, 2, 'block', reason, true), ...registerHits(passage, context)];
    if (passage.region.rule !== 'named') return hits;
    const guarded = context.protectedPeople('named').map((person) => fold(person.affiliation ?? '')).filter((one) => one.length > 2); // biome-ignore format: one line
    return hits.filter((hit) => guarded.some((one) => fold(passage.reading.text.slice(hit.start, hit.end)).includes(one.slice(0, 5))));
  },
};

/** Affiliations of the register, which no list of countries knows: "the Norland delegate", "the delegate of Norland", "Norland said". */
function registerHits(passage: Passage, context: Context): Hit[] {
  const { tokens } = passage;
  const stems = affiliationStems(context);
  if (stems.size === 0) return [];
  const hits: Hit[] = [];
  tokens.forEach((token, index) => {
    if (token.raw.length < 3 || !isCapital(token) || passage.written[index]) return;
    const short = fold(token.raw);
    if (!stems.has(short) && !(short.length >= 6 && stems.has(short.replace(/(i?ans?|ers?|ese|ish|is?|e?s)$/, '~')))) return;
    if (token.gap === 'hard' && !standsAlone(context, tokens, index)) return;
    const span = speakerSpan(passage, index);
    if (span === null || anyWritten(passage, span[0], span[1])) return;
    const quote = textOf(passage, span[0], span[1]);
    const [first, last] = [tokens[span[0]], tokens[span[1] - 1]];
    if (first !== undefined && last !== undefined) hits.push({ start: first.start, end: last.end, level: 'block', reason: reason(quote) });
  });
  return hits;
}

const stemCache = new WeakMap<Context, ReadonlySet<string>>();

/** Words of affiliations that say who: folded, and with "~" for the ending of a demonym. */
function affiliationStems(context: Context): ReadonlySet<string> {
  const known = stemCache.get(context);
  if (known !== undefined) return known;
  const stems = new Set<string>();
  for (const person of context.people) {
    for (const word of (person.affiliation ?? '').match(/[\p{L}\p{M}]+/gu) ?? []) {
      const short = fold(word);
      if (short.length < 3 || small.test(short)) continue;
      stems.add(short);
      if (short.length >= 5) stems.add(`${short}~`).add(`${short.replace(/[aeiou]+$/, '')}~`);
    }
  }
  stemCache.set(context, stems);
  return stems;
}

/** At the start of a sentence every word has a capital: it must be a whole affiliation, or the next word one of the same. */
function standsAlone({ people }: Context, tokens: Passage['tokens'], index: number): boolean {
  const [word, next] = [fold(tokens[index]?.raw ?? ''), fold(tokens[index + 1]?.raw ?? '')];
  return people.some(({ affiliation: one }) => {
    const words: readonly string[] = fold(one ?? '').match(/[\p{L}\p{M}]+/gu) ?? [];
    if (words.length === 1) return word.startsWith((words[0] ?? '').slice(0, 4));
    return words.includes(word) && next.length > 2 && words.includes(next);
  });
}

/** The stretch around an affiliation that makes it a speaker's; null where it is a topic. */
function speakerSpan(passage: Passage, index: number): [number, number] | null {
  const { tokens } = passage;
  const isPerson = (at: number) => tokens[at]?.classes.has('room') || tokens[at]?.classes.has('person') || tokens[at]?.classes.has('delegation');
  const joined = (at: number) => tokens[at] !== undefined && tokens[at]?.gap !== 'hard';
  for (let after = index + 1; after <= index + 3 && joined(after); after += 1) if (isPerson(after)) return [index, after + 1];
  for (let before = index - 1; before >= Math.max(0, index - 7); before -= 1) {
    if (!joined(before + 1)) break;
    if (isPerson(before) && /^(of|from|for|representing|de|du|des|d|del)$/.test(tokens[before + 1]?.lower ?? '')) return [before, index + 1];
  }
  const next = tokens[index + 1];
  return next !== undefined && next.gap === 'space' && next.classes.has('remark') ? [index, index + 2] : null;
}
