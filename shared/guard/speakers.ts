/** Who is said to have spoken: the words before a verb of saying, behind "according to", or around "'s question". They are read once for a passage,
 *  whatever the sentence is built like; checks then say what such words give away (traits.ts). */
import { is } from './classes.ts';
import { headFrom, isHard, isJoint, isNoun, nounGroup, type Speaker, says } from './noun-groups.ts';
import type { PatternIndex } from './pattern-index.ts';
import type { Token } from './tokens.ts';

/** Where adjectives stand, seen from their noun. */
export type Adjectives = 'before' | 'after';

/** What only somebody who takes part does; "announced" and "took" are also in the news. */
const saysStrongly = (token: Token | undefined): boolean => says(token) && (!is(token, 'newsy') || is(token, 'remark', 'holding', 'answering'));

/** How many words a description may have. */
const longest = 24;

/** All speakers of a text, each once, in the order of the text. `sources`: the words behind which a speaker is described, "according to". */
export function speakersOf(tokens: readonly Token[], sources: PatternIndex<string>, adjectives: Adjectives = 'before'): Speaker[] {
  const found = new Map<number, Speaker>();
  const keep = (one: Speaker | null) => {
    const known = one === null ? undefined : found.get(one.head);
    if (one !== null && (known === undefined || rank(one) > rank(known))) found.set(one.head, one);
  };
  for (let at = 0; at < tokens.length; at += 1) {
    keep(speakerAt(tokens, at, adjectives));
    keep(openerAt(tokens, at, adjectives));
  }
  for (const { match } of sources.matches(tokens)) keep(described(tokens, match.quoteTo, match.quoteTo === match.from));
  for (let at = 1; at < tokens.length; at += 1) if (is(tokens[at - 1], 'by-whom')) keep(agentAt(tokens, at));
  return [...found.values()].sort((a, b) => a.from - b.from);
}

const ranks = { strong: 2000, weak: 1000, no: 0 };
const rank = (one: Speaker): number => ranks[one.says] + one.to - one.from;

/** A noun group that opens a clause, whatever follows. */
function openerAt(tokens: readonly Token[], at: number, adjectives: Adjectives): Speaker | null {
  if (!opens(tokens, at, -1)) return null;
  const one = nounGroup(tokens, at, Math.min(tokens.length, at + 10));
  if (one === null || is(tokens[at - 1], 'and')) return null;
  const tail = afterAdjectives(tokens, one.head + 1, tokens.length, adjectives);
  let to = tail;
  while (to < tokens.length && to < one.head + 9 && !isHard(tokens, to) && tokens[to]?.gap !== 'soft' && (to > tail || is(tokens[to], 'preposition', 'who', 'harm', 'tail')) && !isClause(tokens, to) && !is(tokens[to], 'aux', 'adverb')) to += 1; // biome-ignore format: one condition
  return { ...one, to, says: 'no' };
}

function speakerAt(tokens: readonly Token[], at: number, adjectives: Adjectives): Speaker | null {
  const token = tokens[at];
  if (says(token)) return subjectOf(tokens, at, adjectives) ?? inverted(tokens, at);
  return is(token, 'utterance') ? ownerOf(tokens, at) : null;
}

/** The subject of the verb at `verb`: the words that open its clause and hold a noun for a person. */
function subjectOf(tokens: readonly Token[], verb: number, adjectives: Adjectives): Speaker | null {
  if (verb === 0 || isHard(tokens, verb) || is(tokens[verb], 'nonfinite') || is(tokens[verb - 1], 'nonfinite') || isPassive(tokens, verb)) return null;
  let start = verb;
  while (start > 0 && verb - start < longest && !isHard(tokens, start)) start -= 1;
  for (let at = start; at < verb; at += 1) {
    if (!opens(tokens, at, start) && !behindPhrase(tokens, at, start)) continue;
    const one = nounGroup(tokens, at, verb);
    const to = one === null ? verb : tailEnd(tokens, one.head + 1, verb);
    if (one === null || !leadsTo(tokens, afterAdjectives(tokens, one.head + 1, to, adjectives), to) || interrupted(tokens, one.head + 1, verb)) continue;
    return { ...one, to, says: saysStrongly(tokens[verb]) ? 'strong' : 'weak' };
  }
  return null;
}

/** "The members were described as …": whom others speak of; "the delegate was asked" took part. */
const isPassive = (tokens: readonly Token[], verb: number): boolean => is(tokens[verb - 1], 'be') && !is(tokens[verb], 'mood', 'addressed');

/** A clause opens at the start of a sentence, behind a comma and behind a word that joins clauses. */
function opens(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (
    token === undefined ||
    (isDigits(token) && (isDigits(tokens[at + 1]) || is(tokens[at + 1], 'determiner'))) ||
    is(token, 'preposition') ||
    (is(token, 'connector') && !(token.gap === 'hard' && is(token, 'determiner')))
  )
    return false;
  if (at === start || isNumbering(tokens, start, at) || token.gap === 'hard' || token.gap === 'soft' || is(tokens[at - 1], 'connector', 'clause', 'opener'))
    return true;
  return is(token, 'headfirst') && !is(tokens[at - 1], 'small', 'preposition', 'determiner', 'one') && isNoun(tokens[headFrom(tokens, at + 1)]);
}

/** "3.4 The delegate …": the number of the paragraph was typed. */
const isNumbering = (tokens: readonly Token[], start: number, at: number): boolean => start >= 0 && at - start < 4 && tokens.slice(start, at).every(isDigits);
const isDigits = (token: Token | undefined): boolean => token !== undefined && /^\p{N}+$/u.test(token.raw);

/** A noun group may follow an opening phrase without a comma: "To this our guest from … added". */
function behindPhrase(tokens: readonly Token[], at: number, start: number): boolean {
  const before = tokens[at - 1];
  if (at === start || !is(tokens[start], 'preposition') || !is(tokens[at], 'definite', 'indefinite')) return false;
  return !is(before, 'preposition', 'small') || is(before, 'pointer');
}

/** What stands between the noun and its verb belongs to the noun: nothing, "of …", "who …", a participle, or words between two commas. A verb of
 *  another clause ("resigned, as the press reported") does not lead back to it. */
function leadsTo(tokens: readonly Token[], from: number, to: number): boolean {
  if (from === to) return true;
  if (is(tokens[to - 1], 'connector') && tokens[to]?.gap !== 'soft') return false;
  // A comma before a capital stands inside a name: "the Ministry of Labour, Family and Youth".
  const comma = tokens.slice(from, to).some((token) => token.gap === 'soft' && !/^\p{Lu}/u.test(token.raw));
  if (comma && tokens[to]?.gap !== 'soft') return false;
  return (
    tokens[from]?.gap === 'soft' ||
    is(tokens[from], 'preposition', 'who', 'harm', 'tail', 'present') ||
    (is(tokens[from], 'participle') && is(tokens[from + 1], 'preposition')) ||
    isReduced(tokens, from)
  );
}

/** Where adjectives follow their noun ("le délégué norvégien"): the first word that is none. */
function afterAdjectives(tokens: readonly Token[], from: number, to: number, adjectives: Adjectives): number {
  let at = from;
  if (adjectives === 'before') return from;
  while (at < to && at - from < 3 && isAdjective(tokens[at])) at += 1;
  return at;
}

function isAdjective(token: Token | undefined): boolean {
  if (token === undefined || token.gap === 'hard' || token.gap === 'soft' || (says(token) && !is(token, 'nounish'))) return false;
  return !is(token, 'small', 'preposition', 'who', 'connector', 'clause', 'aux', 'adverb', 'determiner', 'one', 'harm', 'tail');
}

/** "seconded by the ministry": a participle of a verb of saying. */
const isReduced = (tokens: readonly Token[], at: number): boolean => is(tokens[at], 'past-form') && is(tokens[at + 1], 'by-whom');

/** "that" behind a preposition points at a noun: "of that Panel". */
const isClause = (tokens: readonly Token[], at: number): boolean => is(tokens[at], 'clause') && !is(tokens[at - 1], 'preposition');

/** Another verb of saying between the noun and the verb has the noun for itself, unless it stands in a relative clause or between commas. */
function interrupted(tokens: readonly Token[], from: number, verb: number): boolean {
  let relative = false;
  for (let at = from; at < verb; at += 1) {
    const token = tokens[at];
    // "La jueza que preside …": one word joins relative clauses and reported ones.
    if (is(token, 'relativizer') && !says(tokens[at - 1])) relative = true;
    if (isClause(tokens, at) && (!relative || says(tokens[at - 1]))) return true;
    if (is(token, 'who') || isReduced(tokens, at)) relative = true;
    if (!relative && is(token, 'remark', 'holding', 'answering') && !is(token, 'nounish') && token?.gap !== 'soft') return true;
  }
  return false;
}

/** The description ends before the words that belong to the verb: adverbs, "had", "then". */
function tailEnd(tokens: readonly Token[], from: number, verb: number): number {
  let end = verb;
  while (end > from && is(tokens[end - 1], 'adverb', 'aux', 'clitic')) end -= 1;
  return end;
}

/** "…, said the delegate of …", "…, a rappelé la déléguée", "Quiso añadir la ministra": the noun group behind the verb. */
function inverted(tokens: readonly Token[], verb: number): Speaker | null {
  if (!is(tokens[verb], 'remark', 'inverting')) return null;
  let behind = verb + 1;
  while (behind < verb + 3 && is(tokens[behind], 'adverb', 'inverted-infinitive') && !isHard(tokens, behind)) behind += 1;
  if (!is(tokens[behind], 'determiner', 'one') || isHard(tokens, behind)) return null;
  let first = verb;
  while (first > 0 && tokens[first]?.gap !== 'soft' && !isHard(tokens, first) && is(tokens[first - 1], 'aux', 'adverb')) first -= 1;
  const leads = tokens[first]?.gap === 'soft' || is(tokens[verb], 'inverting') || is(tokens[first - 1], 'as') || (first < verb && isHard(tokens, first));
  return leads ? described(tokens, behind) : null;
}

/** "… made by the Norland observer": who did something is not yet who said something. */
function agentAt(tokens: readonly Token[], at: number): Speaker | null {
  const one = described(tokens, at);
  return one === null || !is(tokens[at], 'definite', 'indefinite', 'ours', 'pair', 'number', 'another') ? null : { ...one, says: 'no' };
}

/** A noun group with what follows it, up to the next comma or verb. */
function described(tokens: readonly Token[], begin: number, opens = false): Speaker | null {
  if (isHard(tokens, begin) && !opens) return null;
  // "l'avis de la déléguée": the preposition is no part of the group, an article that holds one is ("du délégué").
  const at = is(tokens[begin], 'preposition') && !is(tokens[begin], 'definite') ? begin + 1 : begin;
  const one = nounGroup(tokens, at, Math.min(tokens.length, at + 10));
  if (one === null) return null;
  let to = one.head + 1;
  let relative = false;
  while (to < tokens.length && to - at < longest && tokens[to]?.gap !== 'hard' && tokens[to]?.gap !== 'soft' && (relative || continues(tokens, to))) {
    relative ||= is(tokens[to], 'who');
    to += 1;
  }
  return { ...one, to };
}

/** Words that go on describing: no new clause, no verb of its own. */
const continues = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], 'who') || (!isClause(tokens, at) && !is(tokens[at], 'adverb') && !(says(tokens[at]) && !is(tokens[at], 'nounish')));

/** "the delegate's question": the noun group that the utterance belongs to. */
function ownerOf(tokens: readonly Token[], utterance: number): Speaker | null {
  let at = utterance - 1;
  while (at > 0 && utterance - at < 4 && !isJoint(tokens[at])) at -= 1;
  if (!isJoint(tokens[at]) || isHard(tokens, at)) return null;
  let from = at - 1;
  while (from > 0 && !isHard(tokens, from) && at - from < 8 && !is(tokens[from], 'determiner', 'one') && is(tokens[from - 1], 'small') === false) from -= 1;
  if (from > 0 && is(tokens[from - 1], 'determiner', 'one') && !isHard(tokens, from)) from -= 1;
  const one = nounGroup(tokens, from, at);
  return one === null ? null : { ...one, to: one.head + 1 };
}
