/** [GRD-2] The speaker's State or body: "the Norwegian delegate", "our OCHA colleague". Under the Chatham House Rule an affiliation is protected
 *  like a name. A country as the topic is free. */
import { small } from '../affiliations.ts';
import { anyWritten, type Check, type Context, type Hit, type Passage, patternHits, textOf, typedFrom } from '../check.ts';
import { aroundOf, portraitHits } from '../portraits.ts';
import { isPublic } from '../scope.ts';
import { fold } from '../text.ts';
import { isCapital, type Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote}” tells for whom somebody spoke; the rule of the meeting protects affiliations.`;

export const affiliation: Check = {
  number: 2,
  name: 'affiliation',
  title: 'Affiliation of a speaker',
  region: (passage, context) => {
    const patterns = patternHits(passage, 2, 'block', reason, true).filter((hit) => !passage.report || namesTheRoom(passage, hit));
    const hits = [
      ...patterns,
      ...registerHits(passage, context),
      ...leadIns(passage),
      ...portraitHits(passage, 'identity', 'block', reason),
      ...unknownBodies(passage),
    ];
    if (passage.region.rule !== 'named') return hits;
    const guarded = context.protectedPeople('named').map((person) => fold(person.affiliation ?? '')).filter((one) => one.length > 2); // biome-ignore format: one line
    return hits.filter((hit) => guarded.some((one) => fold(passage.reading.text.slice(hit.start, hit.end)).includes(one.slice(0, 5))));
  },
};

/** A report that never speaks of a meeting says what States and bodies stated, found or noted; only a delegate makes it a speaker's. */
function namesTheRoom({ tokens }: Passage, { start, end }: Hit): boolean {
  return tokens.some((token) => token.start >= start && token.end <= end && ['room', 'roomful', 'seat', 'delegation'].some((name) => token.classes.has(name)));
}

const topical = [
  'plural',
  'peoplenoun',
  'figure',
  'room',
  'person',
  'office',
  'chairlike',
  'demonym',
  'demonyms',
  'region',
  'public',
  'forum',
  'title',
  'cited',
  'thing',
  'adverb',
  'number',
  'relative',
  'roomful',
  'generic',
  'connector',
  'preposition',
];

/** "Norland: gauges drift.": a State or body that opens a paragraph as a speaker does. */
function leadIns(passage: Passage): Hit[] {
  const [first, second] = passage.tokens;
  if (passage.report || first === undefined || second === undefined || passage.written[0]) return [];
  const speaks = ['country', 'body'].some((name) => first.classes.has(name)) && passage.tokens.length > 2 && passage.region.kind === 'body';
  if (!speaks || !/^\s*:\s/.test(passage.reading.text.slice(first.end, second.start + 1))) return [];
  return [{ start: first.start, end: first.end, level: 'block', reason: reason(first.raw) }];
}

/** A name of two capitals or more, or an acronym, that opens a clause and speaks: no list knows every body, and a name is as bad. */
function unknownBodies(passage: Passage): Hit[] {
  const { tokens } = passage;
  // Where everything is in capitals, a capital says nothing.
  if (passage.report || passage.region.kind !== 'body' || !/\p{Ll}/u.test(passage.reading.text)) return [];
  return tokens.flatMap((token, verb): Hit[] => {
    if (token.classes.size === 0 || !speaks(token) || passage.written[verb]) return [];
    if (/^(was|were|is|are|been|be)(_|$)/.test(tokens[verb - 1]?.lower ?? '')) return [];
    // "The Venice Commission has said": a position that is on record, not what somebody said in the room.
    if (tokens[verb - 1]?.classes.has('perfect-present') === true) return [];
    if (!/(?:ed|d|t|w|ke|ld|lt|ght|[óé])$|_|^pushed$/.test(token.lower)) return [];
    const from = nameBefore(passage, verb);
    const [first, last] = [tokens[from], tokens[lastOfName(tokens, verb)]];
    if (from < 0 || first === undefined || last === undefined || isPublic(aroundOf(passage, { from, to: verb }))) return [];
    return [{ start: first.start, end: last.end, level: 'block', reason: reason(passage.reading.text.slice(first.start, last.end)) }];
  });
}

const speaks = ({ classes }: Token): boolean => classes.has('remark') || classes.has('holding') || classes.has('against');

function lastOfName(tokens: Passage['tokens'], verb: number): number {
  let at = verb - 1;
  while (at >= 0 && tokens[at]?.gap !== 'hard' && (tokens[at]?.classes.has('adverb') || /^(a|avait|ha|había)$/.test(tokens[at]?.lower ?? ''))) at -= 1;
  return at;
}

/** One capital that opens a clause: a name, unless it may be an ordinary word. At the start of a sentence, where every word has a capital, only
 *  what people do to one another's words makes it one ("objected", not "suggested"). */
function isLoneName({ tokens, pack }: Passage, at: number, verb: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.raw.length < 4 || token.raw === token.raw.toUpperCase()) return false;
  if (token.gap !== 'hard') return pack.language === 'en' && !token.classes.has('place') && !token.classes.has('ordinary');
  if (tokens[verb]?.classes.has('answering') !== true) return false;
  return token.classes.size === 0 && !/(?:[^s]s|ly|ing|ed|[mt]ent|tion|ness|ity|[ae]nce|ship|ism)$/.test(token.lower);
}

/** Where a run of capitals begins that ends right before a verb (adverbs between); -1 where it is no unknown name at the start of a clause. */
function nameBefore(passage: Passage, verb: number): number {
  const { tokens, written } = passage;
  const last = lastOfName(tokens, verb);
  let from = last + 1;
  while (from > 0 && (from === last + 1 || tokens[from]?.gap === 'space')) {
    const token = tokens[from - 1];
    if (token === undefined || !isCapital(token) || written[from - 1] || topical.some((name) => token.classes.has(name)) || token.classes.has('determiner'))
      break;
    from -= 1;
  }
  const run = tokens.slice(from, last + 1);
  const acronym = run.length === 1 && /^\p{Lu}{2,6}$/u.test(run[0]?.raw ?? '');
  const before = tokens[from]?.gap === 'hard' ? undefined : tokens[from - 1];
  const article = before !== undefined && /^(the|le|la|l|el)$/.test(before.lower) ? from - 1 : from;
  const opener = article < from || before === undefined ? tokens[article] : undefined;
  const opens =
    opener !== undefined && (opener.gap === 'hard' || opener.gap === 'soft' || article === 0 || tokens[article - 1]?.classes.has('connector') === true);
  const lone = run.length === 1 && article === from && isLoneName(passage, from, verb);
  return (acronym || lone || run.length > 1) && run.length < 6 && opens ? article : -1;
}

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
    if (span === null) return;
    // "[One diplomat] of Norland": what the rule wrote is no part of the finding, what goes on behind it is.
    const from = anyWritten(passage, span[0], index) ? typedFrom(passage, span[0], index) : span[0];
    if (anyWritten(passage, from, span[1])) return;
    const quote = textOf(passage, from, span[1]);
    const [first, last] = [tokens[from], tokens[span[1] - 1]];
    if (first !== undefined && last !== undefined)
      hits.push({ start: first.start, end: last.end, level: 'block', reason: reason(quote), ...(from > span[0] && isTail(first) ? { replacement: '' } : {}) });
  });
  return hits;
}

/** "… of Norland" behind a speaker: without it the sentence is whole. */
const isTail = (token: Token): boolean => /^(of|from|for|de|du|des|d|del)$/.test(token.lower);

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
