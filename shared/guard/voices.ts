/** Where a speaker's own words stand without quotation marks: "In our case, the speaker explained, …", "…, was one tip", "One voice: we shut the
 *  office". "I" and "we" are the speaker's there; elsewhere they are the author's. */
import type { Passage } from './check.ts';
import { anyOf, is } from './classes.ts';
import { isPerson } from './noun-groups.ts';
import type { Token } from './tokens.ts';

/** Token indexes; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const says = anyOf('remark', 'speech', 'holding', 'answering', 'spoke', 'mood', 'saying');

/** Words that an attribution may have: "one of those from the back row explained". */
const longest = 12;

/** Sentences, or the rest of sentences, that give a speaker's words without marks. */
export function voicesIn(passage: Passage): Span[] {
  const { tokens } = passage;
  const found: Span[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at += 1) {
    if (at < tokens.length && tokens[at]?.gap !== 'hard') continue;
    found.push(...ofSentence(passage, from, at));
    from = at;
  }
  return found;
}

function ofSentence(passage: Passage, from: number, to: number): Span[] {
  const parts = partsOf(passage.tokens, from, to);
  const said = parts.findIndex((part) => attributes(passage, part));
  const opener = parts[0];
  if (said === -1 || opener === undefined) return leads(passage, from, to);
  const part = parts[said] ?? opener;
  return [
    { from, to: part.from },
    { from: part.to, to },
  ].filter((span) => span.to > span.from);
}

/** "One participant said that …", "Somebody told us how …": what follows is the speaker's. */
function leads({ tokens }: Passage, from: number, to: number): Span[] {
  const verb = tokens.findIndex((token, at) => at > from && at < Math.min(to, from + longest) && says(token));
  if (verb === -1 || !tokens.slice(from, verb).some((_, index) => isSpeaker(tokens, from + index))) return [];
  const clause = tokens.findIndex((token, at) => at > verb && at < Math.min(to, verb + 6) && is(token, 'clause', 'content-clause'));
  return clause === -1 ? [] : [{ from: clause + 1, to }];
}

/** Stretches between commas, brackets, colons and dashes. */
function partsOf(tokens: readonly Token[], from: number, to: number): Span[] {
  const starts = [from];
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.gap === 'soft') starts.push(at);
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
}

/** ", the speaker explained," · ", said one of them" · ", was one tip" · "One voice:". */
function attributes({ tokens, reading }: Passage, { from, to }: Span): boolean {
  const words = tokens.slice(from, to);
  if (to - from > longest || words.some((token) => is(token, 'mine', 'first-person'))) return false;
  const last = tokens[to - 1];
  const speaker = words.some((_, index) => isSpeaker(tokens, from + index));
  const verb = words.some(says);
  if (speaker && verb) return !words.some((token) => is(token, 'clause', 'content-clause'));
  const offered = is(tokens[from], 'be', 'came') && words.some((token) => is(token, 'utterance', 'contribution', 'offering'));
  if (offered) return true;
  return (speaker || words.some((token) => is(token, 'contribution'))) && last !== undefined && /^\s?:/.test(reading.text.slice(last.end, last.end + 2));
}

/** One person, not a group, and no first person. */
function isSpeaker(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (is(token, 'mine', 'speaking-self', 'figure')) return false;
  if (is(token, 'alone', 'anybody')) return true;
  if (is(token, 'roomful')) return is(tokens[at - 2], 'alone') || is(tokens[at - 3], 'alone');
  return isPerson(token) && [1, 2, 3, 4].some((back) => is(tokens[at - back], 'one', 'definite'));
}

/** First-person words that tell where a speaker works, lives or comes from. */
export function selvesIn(passage: Passage): Span[] {
  return voicesIn(passage).flatMap(({ from, to }) => {
    const found: Span[] = [];
    for (let at = from; at < to; at += 1) {
      const end = selfAt(passage.tokens, at, to);
      if (end === null) continue;
      found.push({ from: at, to: end });
      at = end - 1;
    }
    return found;
  });
}

function selfAt(tokens: readonly Token[], at: number, end: number): number | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (is(token, 'mine')) return ownedAt(tokens, at, end);
  if (!is(token, 'speaking-self') || is(token, 'cataphor') || next === undefined || at + 1 >= end) return is(token, 'ourselves') ? at + 1 : null;
  // "we in the Treasury", "we, as a notified body", "we islanders".
  const noun = tokens[at + 2];
  const shared = [noun, tokens[at + 3]].some((one) => is(one, 'ordinary', 'everybodys', 'everyones', 'conclusive', 'sitting'));
  if (is(next, 'standing', 'like') && noun !== undefined && !shared) return Math.min(end, at + 4);
  if (next.gap === 'space' && is(next, 'demonyms', 'plural', 'peoplenoun', 'roomful', 'folk') && !is(next, 'ordinary')) return at + 2;
  return deedAfter(tokens, at, end) ?? actAfter(tokens, at, end);
}

/** "the ward I manage", "after we restructured", "which we insure": what only some do, told of a thing or a time. */
function actAfter(tokens: readonly Token[], at: number, end: number): number | null {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token?.gap !== 'space' || at + 1 >= end) return null;
  const told = is(before, 'relative-word') || !is(before, 'small', 'connector', 'clause', 'adverb', 'aux', 'plural', 'speech', 'remark', 'thing');
  const verb = is(tokens[at + 1], 'adverb', 'aux') ? at + 2 : at + 1;
  const word = tokens[verb];
  if (!told || word === undefined || verb >= end || word.gap !== 'space' || is(word, 'shared-verb', 'small', 'preposition', 'definite')) return null;
  return is(before, 'relative-word') || word.lower.endsWith('ed') ? verb + 1 : null;
}

/** "I headed", "we have closed": an act that few can say of themselves. */
function deedAfter(tokens: readonly Token[], at: number, end: number): number | null {
  const before = tokens[at - 1];
  if (is(before, 'supposing')) return null;
  // "We live on one planet" is everybody's; "where we live" is not.
  const everybody = is(tokens[at], 'plural-self') && !is(before, 'relative-word');
  for (let on = at + 1; on < Math.min(end, at + 5); on += 1) {
    const token = tokens[on];
    if (everybody && is(token, 'shared-verb') && is(token, 'lived')) return null;
    if (is(token, 'lived') || (is(token, 'harm', 'event') && is(tokens[on - 1], 'be'))) return on + 1;
    if (!is(token, 'aux', 'adverb', 'small')) return null;
  }
  return null;
}

/** "our faculty", "my Gaziantep office", "ours"; null where it is everybody's. */
function ownedAt(tokens: readonly Token[], at: number, end: number): number | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const alone = is(token, 'ourselves') && !is(tokens[at - 1], 'definite', 'one', 'determiner');
  if (alone) return at + 1;
  if (next === undefined || at + 1 >= end || next.gap !== 'space') return null;
  const noun = is(next, 'own-word') || /^\p{Lu}/u.test(next.raw) ? (tokens[at + 2] ?? next) : next;
  return is(next, 'everybodys', 'everyones') || is(noun, 'everybodys', 'everyones') ? null : Math.min(end, at + (noun === next ? 2 : 3));
}
