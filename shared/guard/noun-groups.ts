/** The words for one person: determiner, words between, noun. Who of them has spoken is told by speakers.ts. */
import { anyOf, is } from './classes.ts';
import type { Token } from './tokens.ts';

export interface Speaker {
  /** Token indexes of all words that describe the speaker; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** The noun: "the former minister of finance" → minister. */
  readonly head: number;
  /** Somebody in the genitive before the noun: "the ambassador's desk officer". */
  readonly owner: number | null;
  /** Words that only somebody who takes part says or does stand with it ("admitted", "according to"); words that also the news uses of people
   *  ("announced", "gave"); or it only opens a clause: "the Treasury guy was not amused". */
  readonly says: 'strong' | 'weak' | 'no';
}

/** Nouns for one person. */
export const isPerson = anyOf('room', 'seat', 'person', 'office', 'holder', 'chairlike', 'human', 'relative', 'roomful', 'delegation', 'humans', 'folk', 'crew'); // biome-ignore format: one line
/** Verbs of saying, in the widest sense. */
export const says = anyOf('remark', 'holding', 'opinion', 'answering', 'against', 'mood', 'voicing', 'speech', 'spoke');

/** "-'s": the ending of a genitive. */
export const isJoint = (token: Token | undefined): boolean => token?.lower === 's' && token.gap === 'joint';

/** A noun for several people, as it is spelt. */
export const isPlural = (token: Token | undefined): boolean => /[^s]s$/.test(token?.lower ?? '');

/** Whether a token begins a new sentence, seen from inside one. */
export const isHard = (tokens: readonly Token[], at: number): boolean => tokens[at] === undefined || tokens[at]?.gap === 'hard';

/** Determiner, words between, noun. The noun is the last word for a person before the group ends. */
export function nounGroup(tokens: readonly Token[], begin: number, end: number): Speaker | null {
  // "Quand la gardienne a parlé": what joins the clause is no part of the group.
  const at = is(tokens[begin], 'connector') && is(tokens[begin + 1], 'headfirst') ? begin + 1 : begin;
  let head = -1;
  let owner: number | null = null;
  if (is(tokens[at], 'headfirst') && !isNoun(tokens[headFrom(tokens, at + 1)])) return null;
  // "Lo negó el portavoz": the group stands behind its verb, not around it.
  if (is(tokens[at], 'inverting') || (is(tokens[at], 'aux') && !is(tokens[at], 'determiner'))) return null;
  for (let index = at; index < end; index += 1) {
    const token = tokens[index];
    if (token === undefined || (index > at && (token.gap === 'hard' || token.gap === 'soft'))) break;
    if (isJoint(token)) {
      if (head === index - 1 && !is(tokens[head], 'delegation', 'crew')) owner = head;
      continue;
    }
    if (index > at && !isJoint(tokens[index - 1]) && ends(tokens, index, head)) break;
    // Where nouns come first the first is the noun: "la procuradora delegada" is no delegate.
    if (head >= 0 && is(tokens[at], 'headfirst')) continue;
    if (isPerson(token) || is(token, 'figure') || (head < 0 && is(token, 'demonym', 'demonyms') && ends(tokens, index + 1, index))) head = index;
  }
  // "vendor-neutral" is no vendor.
  if (tokens[head + 1]?.gap === 'joint' && !isJoint(tokens[head + 1])) return null;
  // "The minister's visit": the genitive has no person behind it; "a member bank" is no member.
  if (head < 0 || head === owner || (tokens[head + 1]?.gap === 'space' && is(tokens[head + 1], 'compound'))) return null;
  return { from: at, to: head + 1, head, owner, says: 'strong' };
}

export const isNoun = (token: Token | undefined): boolean => isPerson(token) || is(token, 'demonym', 'figure');

/** Where the noun of a group stands in a language that puts it first ("la misión diplomática" is no diplomat): behind the few words that go before. */
export function headFrom(tokens: readonly Token[], from: number): number {
  let at = from;
  while (is(tokens[at], 'prenominal', 'past', 'unique', 'number') && !isHard(tokens, at) && !isPerson(tokens[at])) at += 1;
  return at;
}

/** The group ends with a small word, or with a verb once the noun is there. */
function ends(tokens: readonly Token[], index: number, head: number): boolean {
  const token = tokens[index];
  if (token === undefined || isHard(tokens, index)) return true;
  // "One of the two", "both the envoys": an article inside a group stands behind such a word; "the round table that people" has ended.
  if (is(token, 'determiner', 'one') && !is(token, 'pair', 'unique', 'another'))
    return head >= 0 || !is(tokens[index - 1], 'partitive', 'pair', 'number', 'determiner', 'preposition');
  if (is(token, 'number', 'past', 'unique', 'pair', 'another')) return head >= 0;
  if (is(token, 'partitive') && head < 0) return !isCounted(tokens, index - 1) && !isTitle(tokens, index);
  if (is(token, 'small', 'preposition', 'connector', 'aux')) return true;
  return head >= 0 && says(token) && !is(token, 'nounish') && !isPerson(token);
}

/** "The International Federation of Translators' delegate": "of" inside a name. */
const isTitle = (tokens: readonly Token[], of: number): boolean =>
  /^\p{Lu}/u.test(tokens[of - 1]?.raw ?? '') && /^\p{Lu}/u.test(tokens[of + 1]?.raw ?? '') && tokens[of + 1]?.gap === 'space';

/** "The younger", "one", "both", "the tallest": what stands before "of the two". */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return is(token, 'unique', 'pair', 'number', 'one', 'compared') || /(?:er|est)$/.test(token?.lower ?? '') || is(tokens[at - 1], 'compared');
}
