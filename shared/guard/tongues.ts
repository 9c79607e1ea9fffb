/** The language in which somebody spoke: "in a halting French", "switching to Spanish", "her Arabic failed her". Languages of texts, media, schools and
 *  meetings are free, and so is what somebody says about a language. */
import type { Passage } from './check.ts';
import { is } from './classes.ts';
import type { Token } from './tokens.ts';

export interface Stretch {
  /** Token indexes; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

const utters = (token: Token | undefined): boolean => is(token, 'uttered', 'utterance', 'remark', 'holding', 'answering', 'speech');

/** How many words may stand between "in" and the language: "in a slow, halting but correct". */
const reach = 6;

/** Words at the head of a sentence that say what it is about. */
const beginning = 8;

/** Stretches of a passage that tell the language of a speaker. */
export function tonguesIn(passage: Passage): Stretch[] {
  const { tokens } = passage;
  return tokens.flatMap((token, at): Stretch[] => {
    if (!is(token, 'language') || !/^\p{Lu}/u.test(token.raw)) return [];
    if (is(tokens[at + 1], 'seat') && tokens[at + 1]?.gap === 'space') return isOneOf(tokens, at) ? [{ from: at, to: at + 2 }] : [];
    if (!standsAsNoun(tokens[at + 1])) return [];
    const from = governor(tokens, at);
    if (from === null || isListed(tokens, at)) return [];
    const free = is(tokens[from], 'into-tongue', 'tongue-verb') ? isFree(passage, from, at) : isTopic(passage, from, at);
    return free ? [] : [{ from, to: at + 1 }];
  });
}

/** "A Russian speaker", not "Russian speakers". */
const isOneOf = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((back) => is(tokens[at - back], 'one') && tokens[at - back + 1]?.gap === 'space');

/** A language is a noun where no noun follows it: not "French law". */
function standsAsNoun(next: Token | undefined): boolean {
  return (
    next === undefined ||
    next.gap === 'hard' ||
    next.gap === 'soft' ||
    is(next, 'small', 'connector', 'aux', 'preposition', 'clause', 'adverb', 'adjunct', 'failing') ||
    /^\p{Ll}+ed$/u.test(next.raw)
  );
}

/** What leads to the language: "in", "into", "switching to", "her", "spoke"; null where nothing does. */
function governor(tokens: readonly Token[], at: number): number | null {
  for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
    const [token, next] = [tokens[back], tokens[back + 1]];
    if (token === undefined || next?.gap === 'hard') return null;
    if (is(token, 'into-tongue')) return is(tokens[back - 1], 'tongue-verb') && token.gap === 'space' ? back - 1 : back;
    if (is(token, 'switching') || (is(token, 'speaking-tongue') && at - back < 4)) return back;
    if (at - back < 4 && (is(token, 'hers', 'mine', 'theirs') || (token.gap === 'joint' && token.lower === 's'))) return back;
    if (is(token, 'preposition', 'clause', 'room', 'person', 'plural', 'aux', 'speech', 'country')) return null;
  }
  return null;
}

/** Several languages in a row are those of a text or of a meeting. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const beside = (step: number) => {
    for (let on = 1; on <= 2; on += 1) {
      const token = tokens[at + on * step];
      if (is(token, 'language')) return true;
      if (!is(token, 'joining')) return false;
    }
    return false;
  };
  return beside(1) || beside(-1);
}

/** Whether "in French" belongs to a text, a school or the meeting as a whole, or to what somebody talks about. */
function isFree(passage: Passage, from: number, at: number): boolean {
  const { tokens } = passage;
  const before = tokens[from - 1];
  const direct = utters(before) || utters(tokens[from - 2]) || is(before, 'switching') || is(tokens[from], 'tongue-verb');
  const [first, last] = sentenceOf(passage, at);
  // "The authorities replied in English": many, or a State.
  const one = tokens.slice(first, from).some((token) => is(token, 'room', 'person', 'human', 'alone', 'anybody', 'uttered'));
  if (!one && some(passage, first, from, 'plural', 'country')) return true;
  const opensIt = from === first && (tokens[at + 1]?.gap === 'soft' || is(tokens[at + 1], 'clause', 'who'));
  if (opensIt && !some(passage, first, Math.min(last, first + beginning), 'tongue-topic', 'cited')) return false;
  if (isContent(passage, first, from)) return !(direct && is(before, 'uttered', 'utterance'));
  if (is(before, 'tongue-topic', 'document') || is(tokens[from - 2], 'tongue-topic')) return true;
  if (some(passage, first, last, 'gathering') && some(passage, first, last, 'holding-it')) return true;
  if (direct) return false;
  if (some(passage, first, last, 'tongue-topic', 'document', 'cited')) return true;
  return !tokens.slice(first, last).some((token) => utters(token) || is(token, 'room', 'alone', 'booth', 'present', 'interruption'));
}

/** "Her Arabic", "spoke Dari": free where many speak, or where it is told of somebody else. */
function isTopic(passage: Passage, from: number, at: number): boolean {
  const [first, last] = sentenceOf(passage, at);
  if (is(passage.tokens[from], 'switching')) return false;
  return some(passage, first, from, 'plural') || isContent(passage, first, from) || some(passage, first, last, 'tongue-topic', 'document');
}

/** Behind "that", "how", "whether" stands what somebody says, not how they say it. */
const isContent = ({ tokens }: Passage, first: number, at: number): boolean =>
  tokens.slice(first + 1, at).some((token, index) => is(token, 'clause', 'content-clause') && utters(tokens[first + index]));

const some = ({ tokens }: Passage, from: number, to: number, ...names: string[]): boolean => tokens.slice(from, to).some((token) => is(token, ...names));

function sentenceOf({ sentence }: Passage, at: number): [number, number] {
  return [sentence.indexOf(sentence[at] ?? 0), sentence.lastIndexOf(sentence[at] ?? 0) + 1];
}

/** "That unmistakable northern lilt": an accent of somebody, not the accent on something. */
export function accentsIn({ tokens }: Passage): Stretch[] {
  return tokens.flatMap((token, at): Stretch[] => {
    const sure = is(token, 'accent');
    if (!sure && !is(token, 'cadence')) return [];
    for (let on = 1; on <= 4 && tokens[at + on] !== undefined && tokens[at + on]?.gap !== 'hard'; on += 1) if (is(tokens[at + on], 'on')) return [];
    for (let back = 1; back <= 4; back += 1) {
      const [before, next] = [tokens[at - back], tokens[at - back + 1]];
      if (before === undefined || next?.gap === 'hard' || is(before, 'putting')) return [];
      const origin =
        is(before, 'demonym', 'place', 'region', 'language', 'country', 'broad', 'native') || (/^\p{Lu}\p{Ll}/u.test(before.raw) && before.classes.size === 0);
      if (origin || is(before, 'hers')) return [{ from: at - back, to: at + 1 }];
      if (sure && is(before, 'one')) return [{ from: at - back, to: at + 1 }];
    }
    return [];
  });
}
