/** [GRD-14] The list of those present, in any form: "attended by …", a headcount a country, RSVPs, a caption, who stayed away. A round number of
 *  people is free. Patterns of the lexicon know constructions; counts and lists are read here. */
import { headcount, isPast, originEnd, originsIn, type Stretch, sentencesOf } from '../attendance.ts';
import { type Check, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import { is } from '../classes.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Phrase, phrasesAmong, wordsOf } from '../phrases.ts';
import type { Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote}” tells who was there; the rule of the meeting protects attendance.`;

export const attendance: Check = {
  number: 14,
  name: 'attendance',
  title: 'Who was there',
  region: (passage, { lexicon }) => [...patternHits(passage, 14, 'block', reason), ...(passage.report ? [] : rollHits(passage, lexicon))],
};

/** Classes of the lexicon that are looked for, once for a passage. */
const looked = ['text-roll', 'text-present', 'text-pictured', 'text-photo', 'text-turnout', 'text-presence'] as const;

interface Seen {
  readonly passage: Passage;
  /** Tokens where somebody's origin begins. */
  readonly origins: readonly number[];
  readonly phrases: readonly Phrase[];
}

function rollHits(passage: Passage, lexicon: Lexicon): Hit[] {
  const { tokens } = passage;
  const origins = tokens.flatMap((_, at) => (originEnd(tokens, at) > 0 ? [at] : []));
  if (origins.length === 0) return [];
  const seen = { passage, origins, phrases: phrasesAmong(wordsOf(tokens), lexicon, looked, passage.pack.language) };
  return sentencesOf(passage).flatMap((whole) => {
    const here = origins.some((at) => at >= whole.from && at < whole.to);
    const found = pictured(seen, whole) ?? (here ? (labelled(seen, whole) ?? headcount(passage, whole) ?? arrived(passage, whole) ?? sent(seen, whole) ?? presentIn(seen, whole)) : null); // biome-ignore format: one line
    const [first, last] = found === null ? [] : [tokens[found.from], tokens[found.to - 1]];
    if (found === null || first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, level: 'block' as const, reason: reason(textOf(passage, found.from, found.to)) }];
  });
}

/** Phrases of a class in a stretch of tokens. */
function within({ passage: { tokens }, phrases }: Seen, { from, to }: Stretch, name: string): Phrase[] {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return phrases.filter((one) => one.name === name && one.start >= start && one.end <= end);
}

/** "Apologies: …", "RSVPs yes: …", "present were …": a label of attendance, and somebody behind it. */
function labelled(seen: Seen, whole: Stretch): Stretch | null {
  const { tokens, reading } = seen.passage;
  const first = tokens[whole.from];
  if (first === undefined) return null;
  const colon = /^[^:\n.]{2,60}(?=\s?:)/u.exec(reading.text.slice(first.start, first.start + 64))?.[0];
  const end = first.start + (colon?.length ?? 0);
  const label = within(seen, whole, 'text-roll').some((one) => one.end <= end)
    ? end
    : within(seen, whole, 'text-present').find((one) => one.start === first.start)?.end;
  if (label === undefined) return null;
  const behind = tokens.findIndex((token, at) => at >= whole.from && token.start >= label);
  if (behind < 0 || behind >= whole.to) return null;
  const run = originsIn(tokens, { from: behind, to: whole.to });
  return run.count > 0 ? { from: whole.from, to: run.to } : null;
}

/** "From left: …" */
function pictured(seen: Seen, whole: Stretch): Stretch | null {
  const [found] = within(seen, whole, 'text-pictured');
  if (found === undefined) return null;
  const listed = /^[^\p{L}]{0,3}[:;,)(]/u.test(seen.passage.reading.text.slice(found.end, found.end + 6));
  return listed || seen.phrases.some((one) => one.name === 'text-photo') ? whole : null;
}

/** Somebody's origin beside words that only those in the room know: "flown in overnight", "at the back", "after the coffee". Not where somebody tells of
 *  another room, nor of the past. */
function presentIn(seen: Seen, whole: Stretch): Stretch | null {
  const { tokens } = seen.passage;
  const [cue] = within(seen, whole, 'text-presence');
  if (cue === undefined || isPast(tokens, whole)) return null;
  const at = seen.origins.find((index) => index >= whole.from && index < whole.to && !is(tokens[index], 'generic'));
  if (at === undefined) return null;
  const begin = tokens.findIndex((token) => token.end > cue.start);
  const end = tokens.findLastIndex((token) => token.start < cue.end);
  const reported = tokens.slice(whole.from, Math.max(at, begin)).some((token) => is(token, 'speech', 'opinion') && !is(token, 'arriving'));
  return reported ? null : { from: Math.min(at, begin), to: Math.max(originEnd(tokens, at), end + 1) };
}

/** "Delegates had come from …, … and …", "half the room came from …". */
function arrived({ tokens }: Passage, whole: Stretch): Stretch | null {
  for (let at = whole.from + 1; at < whole.to; at += 1) {
    if (!is(tokens[at], 'arriving')) continue;
    const from = [at + 1, at + 2].find((index) => is(tokens[index], 'origin-word'));
    if (from === undefined || from >= whole.to || !isRoom(tokens, whole.from, at) || isPast(tokens, whole)) continue;
    const run = originsIn(tokens, { from: from + 1, to: Math.min(whole.to, from + 20) });
    if (run.from <= from + 3 && run.count > 1) return { from: at, to: run.to };
  }
  return null;
}

/** People of the meeting stand before the verb. */
function isRoom(tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.slice(from, to).some((token) => is(token, 'research', 'harm')) && tokens.slice(Math.max(from, to - 8), to).some((token) => is(token, 'room', 'roomful', 'present', 'in-room')); // biome-ignore format: one condition
}

/** "… and … sent people", "the …s came late". */
function sent(seen: Seen, whole: Stretch): Stretch | null {
  const { tokens, reading } = seen.passage;
  const turnouts = within(seen, whole, 'text-turnout');
  if (turnouts.length === 0 || tokens.slice(whole.from, whole.to).some((token) => is(token, 'research')) || isPast(tokens, whole)) return null;
  for (const at of seen.origins) {
    if (at < whole.from || at >= whole.to) continue;
    let to = originEnd(tokens, at);
    while (is(tokens[to], 'authority', 'outfit', 'roomful', 'peoplenoun') && to < whole.to) to += 1;
    const from = tokens[to - 1]?.end ?? 0;
    const found = turnouts.find((one) => one.start >= from && one.start - from <= 15 && !/[.;:]/.test(reading.text.slice(from, one.start)));
    if (found !== undefined) return { from: at, to: tokens.findLastIndex((token) => token.start < found.end) + 1 };
  }
  return null;
}
