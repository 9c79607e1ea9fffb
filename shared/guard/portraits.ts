/** Findings from the words that describe a speaker, by what they give away. */
import { anyWritten, type Hit, type Passage, typedFrom } from './check.ts';
import { is } from './classes.ts';
import type { Around } from './conditions.ts';
import { isPlural, type Speaker } from './noun-groups.ts';
import { isPublic, isResearch } from './scope.ts';
import type { Token } from './tokens.ts';
import { hasGenitive, isFew, isIdentity, type Trait, traitsOf } from './traits.ts';

/** Hits for the speakers of a passage that show a trait. Words of the public record and words that the rule wrote give nobody
 *  away. */
export function portraitHits(passage: Passage, trait: Trait, level: Hit['level'], reason: (quote: string) => string): Hit[] {
  return passage.speakers.flatMap((speaker): Hit[] => {
    if (passage.report && !isDelegate(passage, speaker)) return [];
    if (!traitsIn(passage, speaker).has(trait)) return [];
    if (speaker.says !== 'strong' && !inRoom(passage, speaker, trait)) return [];
    const from = ownFrom(passage, speaker, trait);
    if (from === null || isExempt(passage, speaker, trait)) return [];
    const [first, last] = [passage.tokens[from], passage.tokens[speaker.to - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, level, reason: reason(passage.reading.text.slice(first.start, last.end)) }];
  });
}

/** A report that never speaks of a meeting has no speakers, but for a delegate: there must have been a room. */
const isDelegate = ({ tokens }: Passage, { head }: Speaker): boolean => ['room', 'seat', 'delegation'].some((name) => tokens[head]?.classes.has(name) === true);

const known = new WeakMap<Speaker, ReadonlySet<Trait>>();

/** The traits of a speaker of a passage, worked out once for all checks. */
function traitsIn({ tokens }: Passage, speaker: Speaker): ReadonlySet<Trait> {
  const before = known.get(speaker);
  if (before !== undefined) return before;
  const traits = traitsOf(tokens, speaker);
  known.set(speaker, traits);
  return traits;
}

/** Where the writer's words for a speaker begin. A speaker whom the rule wrote is described on in typed words: "one diplomat of Norland", "one
 *  diplomat, whose office was sealed"; null where those give nothing away. */
function ownFrom(passage: Passage, { from, to, head }: Speaker, trait: Trait): number | null {
  if (!anyWritten(passage, from, head + 1)) return from;
  const typed = typedFrom(passage, from, to);
  if (typed >= to) return null;
  if (trait !== 'identity') return trait === 'event' || trait === 'relation' ? typed : null;
  return passage.tokens.some((_, at) => at >= typed && at < to && isIdentity(passage.tokens, at)) ? typed : null;
}

/** Without a word that only speakers use it must be somebody of the room: a minister who opens a clause may be in the news. */
function inRoom({ tokens }: Passage, speaker: Speaker, trait: Trait): boolean {
  const { from, to, head, says } = speaker;
  if (is(tokens[from], 'ours') || tokens.slice(head, to).some((token) => is(token, 'present'))) return true;
  if (trait === 'few' || is(tokens[head], 'room', 'seat', 'someone')) return true;
  if (is(tokens[head], 'roomful')) return is(tokens[from], 'definite', 'pair');
  if (trait === 'identity' && isFew(tokens, speaker)) return true;
  if ((trait === 'identity' || trait === 'role') && is(tokens[head], 'chairlike') && to > head + 1) return true;
  if (trait === 'event' && says === 'weak') return true;
  if (is(tokens[head], 'office', 'holder')) return says === 'weak' && trait === 'identity' && !isDated(tokens, speaker);
  if (trait === 'relation' && is(tokens[from], 'hers')) return true;
  if (!is(tokens[head], 'person', 'human', 'relative')) return false;
  if (says === 'weak') return trait !== 'title';
  const possessed = hasGenitive(tokens, from, head) && (!isPlural(tokens[head]) || tokens.slice(from, head).some((token) => is(token, 'number')));
  return trait === 'identity' && (is(tokens[from], 'definite') || possessed) && !tokens.slice(to, to + 4).some((token) => is(token, 'event', 'harm'));
}

/** "The minister … announced in May": the news has a date. */
function isDated(tokens: readonly Token[], { from, to }: Speaker): boolean {
  let last = to;
  while (last < tokens.length && tokens[last]?.gap !== 'hard') last += 1;
  return tokens.slice(from, last).some((token) => is(token, 'calendar', 'dated') || /^(?:19|20)\d\d$/.test(token.raw));
}

function isExempt(passage: Passage, speaker: Speaker, trait: Trait): boolean {
  const around = aroundOf(passage, speaker);
  const within = (from: number, to: number, name: string) => passage.tokens.slice(from, to).some((token) => token.classes.has(name));
  const figure =
    within(speaker.from, speaker.head + 1, 'figure') &&
    /^\p{Lu}/u.test(passage.tokens[speaker.head]?.raw ?? '') &&
    !within(speaker.from, speaker.head, 'past') &&
    speaker.owner === null &&
    !(speaker.says === 'strong' && within(around.first, around.last, 'repartee')) &&
    !hasGenitive(passage.tokens, speaker.from, speaker.head) &&
    !within(speaker.from, speaker.from + 1, 'ours') &&
    !within(speaker.from, speaker.from + 1, 'indefinite');
  const host = trait === 'identity' && (within(around.first, speaker.from, 'hosting') || within(speaker.to, speaker.to + 3, 'hosting'));
  const heard =
    trait !== 'few' && within(speaker.from, speaker.head + 1, 'research') && !within(speaker.head, speaker.head + 1, 'someone') && isResearch(around);
  // What stands in the description itself ("whose licence was revoked in court") makes no words public.
  const openly = isPublic({ ...around, first: speaker.to }) || isPublic({ ...around, to: speaker.from, last: speaker.from });
  return figure || host || heard || openly;
}

/** What stands around some words of a sentence, for conditions. */
export function aroundOf({ tokens, sentence, written, report }: Passage, { from, to }: Pick<Speaker, 'from' | 'to'>): Around {
  const first = sentence.indexOf(sentence[from] ?? 0);
  const last = sentence.lastIndexOf(sentence[from] ?? 0) + 1;
  return { tokens, first, last, from, to, quoteFrom: from, quoteTo: to, written, report };
}
