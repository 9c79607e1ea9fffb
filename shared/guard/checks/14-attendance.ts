/** [GRD-14] The list of those present, in any form: "attended by …", a headcount a country, RSVPs, a caption, who stayed away. A round number of
 *  people is free. Patterns of the lexicon know constructions; counts and lists are read here. */
import { headcount, isPast, originEnd, originsIn, type Stretch, sentencesOf } from '../attendance.ts';
import { type Check, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import type { Lexicon } from '../lexicon.ts';
import { phrasesOf } from '../phrases.ts';
import type { Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote}” tells who was there; the rule of the meeting protects attendance.`;

export const attendance: Check = {
  number: 14,
  name: 'attendance',
  title: 'Who was there',
  region: (passage, { lexicon }) => [...patternHits(passage, 14, 'block', reason), ...(passage.report ? [] : rollHits(passage, lexicon))],
};

function rollHits(passage: Passage, lexicon: Lexicon): Hit[] {
  const { tokens } = passage;
  if (!tokens.some((_, at) => originEnd(tokens, at) > 0)) return [];
  return sentencesOf(passage).flatMap((whole) => {
    const found =
      pictured(passage, whole, lexicon) ??
      labelled(passage, whole, lexicon) ??
      headcount(passage, whole) ??
      arrived(passage, whole) ??
      sent(passage, whole, lexicon) ??
      presentIn(passage, whole, lexicon);
    const [first, last] = found === null ? [] : [tokens[found.from], tokens[found.to - 1]];
    if (found === null || first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, level: 'block' as const, reason: reason(textOf(passage, found.from, found.to)) }];
  });
}

const english = (lexicon: Lexicon, passage: Passage, name: string) => phrasesOf(lexicon, [`text-${name}`], passage.pack.language);
const is = (token: Token | undefined, ...names: string[]): boolean => token !== undefined && names.some((name) => token.classes.has(name));

/** "Apologies: …", "RSVPs yes: …": a label of attendance, a colon, and somebody. */
function labelled(passage: Passage, whole: Stretch, lexicon: Lexicon): Stretch | null {
  const { tokens, reading } = passage;
  const first = tokens[whole.from];
  if (first === undefined) return null;
  const text = reading.text.slice(first.start);
  const colon = /^[^:\n.]{2,60}(?=\s?:)/u.exec(text)?.[0];
  const opening = text.slice(0, 40).match(english(lexicon, passage, 'present'))?.[0];
  const label =
    colon !== undefined && colon.match(english(lexicon, passage, 'roll')) !== null
      ? colon
      : opening !== undefined && text.startsWith(opening)
        ? opening
        : undefined;
  if (label === undefined) return null;
  const behind = tokens.findIndex((token, at) => at >= whole.from && token.start > first.start + label.length);
  if (behind < 0 || behind >= whole.to) return null;
  const run = originsIn(tokens, { from: behind, to: whole.to });
  return run.count > 0 ? { from: whole.from, to: run.to } : null;
}

/** "From left: …" */
function pictured(passage: Passage, whole: Stretch, lexicon: Lexicon): Stretch | null {
  const test = english(lexicon, passage, 'pictured');
  test.lastIndex = 0;
  const text = textOf(passage, whole.from, whole.to);
  const found = test.exec(text);
  if (found === null) return null;
  const listed = /^[^\p{L}]{0,3}[:;,)(]/u.test(passage.reading.text.slice((passage.tokens[whole.from]?.start ?? 0) + found.index + found[0].length));
  return listed || passage.reading.text.match(english(lexicon, passage, 'photo')) !== null ? whole : null;
}

/** Somebody's origin beside words that only those in the room know: "flown in overnight", "at the back", "after the coffee". Not where somebody tells of
 *  another room, nor of the news. */
function presentIn(passage: Passage, whole: Stretch, lexicon: Lexicon): Stretch | null {
  const { tokens, reading } = passage;
  const [first, last] = [tokens[whole.from], tokens[whole.to - 1]];
  if (first === undefined || last === undefined || isPast(tokens, whole)) return null;
  const cues = [...reading.text.slice(first.start, last.end).matchAll(english(lexicon, passage, 'presence'))];
  if (cues.length === 0) return null;
  const at = tokens.findIndex((_, index) => index >= whole.from && index < whole.to && originEnd(tokens, index) > 0 && !is(tokens[index], 'generic'));
  if (at < 0) return null;
  const cue = cues[0];
  const [from, to] = [first.start + (cue?.index ?? 0), first.start + (cue?.index ?? 0) + (cue?.[0].length ?? 0)];
  const begin = tokens.findIndex((token) => token.end > from);
  const end = tokens.findLastIndex((token) => token.start < to);
  const reported = tokens.slice(whole.from, Math.max(at, begin)).some((token) => is(token, 'speech', 'opinion') && !is(token, 'arriving'));
  return reported ? null : { from: Math.min(at, begin), to: Math.max(originEnd(tokens, at), end + 1) };
}

/** "Delegates had come from …, … and …", "half the room came from …". */
function arrived({ tokens }: Passage, whole: Stretch): Stretch | null {
  for (let at = whole.from + 1; at < whole.to; at += 1) {
    if (!is(tokens[at], 'arriving') || isPast(tokens, whole)) continue;
    const from = [at + 1, at + 2].find((index) => is(tokens[index], 'origin-word'));
    if (from === undefined || from >= whole.to || !isRoom(tokens, whole.from, at)) continue;
    const run = originsIn(tokens, { from: from + 1, to: Math.min(whole.to, from + 20) });
    if (run.from <= from + 3 && run.count > 1) return { from: at, to: run.to };
  }
  return null;
}

/** People of the meeting stand before the verb. */
function isRoom(tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.slice(from, to).some((token) => is(token, 'research', 'harm')) && tokens.slice(Math.max(from, to - 8), to).some((token) => is(token, 'room', 'roomful', 'present', 'in-room')); // biome-ignore format: one condition
}

/** "… and … sent people", "the …s came late", "nobody from … turned up". */
function sent(passage: Passage, whole: Stretch, lexicon: Lexicon): Stretch | null {
  const { tokens, reading } = passage;
  for (let at = whole.from; at < whole.to; at += 1) {
    let to = originEnd(tokens, at);
    if (to === 0) continue;
    while (is(tokens[to], 'authority', 'outfit', 'roomful', 'peoplenoun') && to < whole.to) to += 1;
    const last = tokens[to - 1];
    const next = tokens[to];
    if (last === undefined || next === undefined || to >= whole.to) continue;
    const words = reading.text.slice(next.start, next.start + 60);
    const test = english(lexicon, passage, 'turnout');
    test.lastIndex = 0;
    const found = test.exec(words);
    if (
      found === null ||
      found.index > 14 ||
      /[.;:]/.test(words.slice(0, found.index)) ||
      tokens.slice(whole.from, whole.to).some((token) => is(token, 'dated', 'openly', 'research') || /^(?:19|20)\d\d$/.test(token.raw))
    )
      continue;
    const end = tokens.findIndex((token) => token.end >= next.start + found.index + found[0].length);
    return { from: at, to: end + 1 };
  }
  return null;
}
