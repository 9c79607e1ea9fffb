/** What the words for a speaker give away: a State, a role that one person holds, something that happened to them, whose deputy they are. Under the
 *  Chatham House Rule a speaker is "one participant" or a category; whatever else stands there is read here. */

import { is } from './classes.ts';
import { isJoint, isPerson, isPlural, type Speaker } from './noun-groups.ts';
import type { Token } from './tokens.ts';

/** The words for a speaker, whatever is said of them. */
type Words = Omit<Speaker, 'says'>;

export type Trait = 'identity' | 'role' | 'title' | 'event' | 'relation' | 'few';

/** The traits of a speaker; none where the words fit many. */
export function traitsOf(tokens: readonly Token[], speaker: Words): ReadonlySet<Trait> {
  const traits = new Set<Trait>();
  const { from, to, head, owner } = speaker;
  const clause = relativeFrom(tokens, head + 1, to);
  for (let at = from; at < to; at += 1) if (isIdentity(tokens, at)) traits.add('identity');
  if (owner !== null || isGenitive(tokens, speaker) || isTheirs(tokens, speaker) || isTied(tokens, head, clause)) traits.add('relation');
  // Chairs open, close and ask: what they say is told by patterns of its own.
  const chairs = is(tokens[head], 'chairlike') && !presides(tokens, head);
  for (let at = from; at < head; at += 1)
    if (
      (is(tokens[at], 'unique') && (is(tokens[from], 'definite', 'ours') || hasGenitive(tokens, from, head))) ||
      (is(tokens[at], 'past') && !isVague(tokens, speaker))
    )
      traits.add('role');
  if (tokens.slice(head + 1, clause).some((token) => is(token, 'held'))) traits.add('role');
  if (is(tokens[head], 'office', 'holder', 'chairlike') && tokens.slice(from, head).some((token) => is(token, 'latest'))) traits.add('role');
  if (is(tokens[from], 'ours') && is(tokens[head], 'office', 'holder', 'chairlike')) traits.add('role');
  if (is(tokens[head], 'exoffice')) traits.add('role');
  if (!chairs && !isNamed(tokens, head + 1) && isDefinite(tokens, speaker)) {
    if (is(tokens[head], 'office', 'holder') && !is(tokens[head], 'room')) traits.add('role');
    else if (
      is(tokens[head], 'person', 'human') &&
      !isAnaphor(tokens, speaker) &&
      !isIntroduced(tokens, speaker) &&
      !is(tokens[head], 'folk') &&
      !isPlural(tokens[head])
    )
      traits.add('title');
  }
  if (isRanked(tokens, speaker)) traits.add('few');
  if (isFew(tokens, speaker) && tokens.slice(from, to).some((token, at) => isIdentity(tokens, from + at) || is(token, 'region', 'narrow', 'female')))
    traits.add('few');
  if (isFew(tokens, speaker) && is(tokens[head], 'office', 'holder', 'chairlike', 'offices')) traits.add('role');
  // An office that a clause or a complement tells: "who served as deputy minister", "the chair of the Fisheries Committee".
  if (tokens.slice(clause, to).some((token) => is(token, 'office', 'holder'))) traits.add('role');
  if (
    traits.has('identity') &&
    isDefinite(tokens, speaker) &&
    !is(tokens[head], 'room', 'seat', 'roomful', 'delegation', 'demonym', 'demonyms') &&
    /^(?!.*s$)/.test(tokens[head]?.lower ?? '')
  )
    traits.add('role');
  // "Practitioners … gathered to": what many did, or what anybody does, is no event of one.
  const anybody = is(tokens[head], 'whoever') && is(tokens[from], 'indefinite');
  const many = anybody || isPlural(tokens[head]) || (is(tokens[head], 'someone') && !is(tokens[clause], 'who'));
  if (!many && tokens.slice(from + 1, head).some((token) => is(token, 'harm', 'event'))) traits.add('event');
  if (!many && clause < to && happened(tokens, clause, to)) traits.add('event');
  return traits;
}

/** "La presidenta de la patronal": who presides over something else than the meeting holds an office. */
const presides = (tokens: readonly Token[], head: number): boolean =>
  is(tokens[head], 'presiding') &&
  tokens.slice(head + 1, head + 3).some((token) => is(token, 'preposition')) &&
  !tokens.slice(head + 2, head + 5).some((token) => is(token, 'gathering'));

/** "A former negotiator": one of many, as long as nothing says of what. */
const isVague = (tokens: readonly Token[], { from, to, head }: Words): boolean =>
  to === head + 1 && is(tokens[from], 'indefinite') && !is(tokens[head], 'office', 'holder');

/** "Le voisin de table de l'amiral": somebody of a relation, and to whom. */
function isTied(tokens: readonly Token[], head: number, clause: number): boolean {
  if (!is(tokens[head], 'relative') || !is(tokens[head + 1], 'preposition')) return false;
  // "A former student of the proponent": such a word is always somebody's; "the secretary of the committee" is not.
  if (!is(tokens[head], 'office', 'holder', 'person', 'chairlike')) return is(tokens[head + 2], 'definite');
  return tokens.slice(head + 2, clause).some(isPerson);
}

/** Where a relative clause or a participle begins that says something about the speaker. */
function relativeFrom(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (is(tokens[at], 'who', 'event', 'harm') || isParticiple(tokens, at) || isAside(tokens, at)) return at;
  return to;
}

/** "subpoenaed for …": a participle that no list knows, with a preposition behind it. */
const isParticiple = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], 'participle') && (is(tokens[at + 1], 'preposition', 'once') || tokens[at]?.gap === 'soft');

/** ", declared unwelcome by …": a participle behind a comma, unless it tells what the others did: "supported by several". */
const isAside = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.gap === 'soft' && !is(tokens[at], 'joining') && is(tokens[at], 'past-form', 'participle');

/** A State, body or place; an acronym; a name that no list knows, in mid-sentence. */
export function isIdentity(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || is(token, 'broad')) return false;
  if (is(token, 'country', 'demonym', 'demonyms', 'body', 'place')) return true;
  const mid = at > 0 && token.gap !== 'hard';
  if (mid && is(token, 'institution', 'outfit', 'forum') && /^\p{Lu}/u.test(token.raw)) return true;
  if (token.classes.size > 0) return false;
  if (/^\p{Lu}[\p{Lu}\p{N}]{1,5}$/u.test(token.raw)) return true;
  return /^\p{Lu}\p{Ll}{2,}/u.test(token.raw) && (mid || isJoint(tokens[at + 1]));
}

const isDefinite = (tokens: readonly Token[], { from, owner }: Words): boolean => owner === null && is(tokens[from], 'definite');
const isTheirs = (tokens: readonly Token[], { from, head }: Words): boolean => is(tokens[from], 'theirs') && is(tokens[head], 'relative', 'person', 'human');

/** "The economist Ada Example": somebody who is quoted, not somebody of the room. */
const isNamed = (tokens: readonly Token[], at: number): boolean => tokens[at]?.gap === 'space' && /^\p{Lu}\p{Ll}/u.test(tokens[at]?.raw ?? '');

/** "The one …", "the younger of the two", "both …": two or three people at most are meant. */
export const isFew = (tokens: readonly Token[], { from, head }: Words): boolean =>
  (is(tokens[from], 'pair') && is(tokens[from + 1], 'partitive')) ||
  tokens.slice(from, head).some((token) => is(token, 'lone')) ||
  (is(tokens[from], 'one') && is(tokens[from + 1], 'partitive') && tokens.slice(from, head).some((token) => is(token, 'number'))) ||
  tokens
    .slice(Math.max(0, from - 5), head)
    .some((token, at, before) => is(token, 'unique', 'pair', 'compared') && is(before[at - 1] ?? tokens[from], 'definite', 'ours', 'number', 'partitive')) ||
  (is(tokens[from], 'definite') && is(tokens[from + 1], 'number'));

/** "The more senior of the two guests": ranked among two or three. */
const isRanked = (tokens: readonly Token[], { from, head }: Words): boolean =>
  tokens.slice(from, head).some((token, at) => is(token, 'compared', 'pair', 'unique') && is(tokens[from + at + 1], 'partitive'));

/** "The paper-giver's own supervisor": a relation, and whose, though no list knows the word. */
const isGenitive = (tokens: readonly Token[], { from, head }: Words): boolean =>
  is(tokens[head], 'relative') && !is(tokens[head], 'office', 'holder') && hasGenitive(tokens, from, head);

/** A genitive stands between two tokens: "the ministry's …". */
export const hasGenitive = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(from, to).some(isJoint);

/** "The diplomat" takes up "one diplomat": a category alone, without a word between. */
function isAnaphor(tokens: readonly Token[], { from, head }: Words): boolean {
  return [...(tokens[head]?.classes ?? [])].some((name) => name.startsWith('category:')) && head - from < 2;
}

/** "… an engineer … The engineer": the paragraph has already said who is meant, and how. */
const isIntroduced = (tokens: readonly Token[], { from, head }: Words): boolean =>
  tokens.slice(0, from).some((token, at) => token.lower === tokens[head]?.lower && tokens.slice(Math.max(0, at - 4), at).some((one) => is(one, 'indefinite')));

/** The clause tells something that happened, or when: "who had resigned", "released nine days earlier", "who ran it until June", "whose visit was
 *  called off". What anybody in a room does ("who had asked for the floor") tells nothing. */
function happened(tokens: readonly Token[], from: number, to: number): boolean {
  if (is(tokens[from], 'whose') || isAside(tokens, from)) return true;
  const perfect = tokens.findIndex((token, at) => at > from && at < Math.min(to, from + 8) && is(token, 'perfect'));
  if (is(tokens[from], 'who') && perfect > 0) {
    const must = is(tokens[perfect + 1], 'infinitive-sign');
    const deed = must ? undefined : tokens.slice(perfect + 1, to).find((token) => !is(token, 'small', 'adverb', 'aux'));
    if (deed !== undefined && !is(deed, 'deed', 'remark', 'holding', 'opinion', 'speech', 'spoke', 'stance')) return true;
  }
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (is(token, 'event', 'harm', 'country', 'place', 'body', 'demonym', 'once') || isParticiple(tokens, at)) return true;
    if (token !== undefined && at > from && token.classes.size === 0 && /^\p{Lu}\p{Ll}/u.test(token.raw)) return true;
  }
  return false;
}
