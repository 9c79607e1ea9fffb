/** Whom "she" stands for: the nearest person before it, or whoever the sentence before was about. Only a speaker of the meeting is told. */
import type { Passage } from './check.ts';
import { is } from './classes.ts';
import { isPerson } from './noun-groups.ts';
import { aroundOf } from './portraits.ts';
import { isPublic, isResearch } from './scope.ts';
import type { Token } from './tokens.ts';

/** `unsure`: somebody opens a sentence, and nothing says that they spoke. */
export type Who = 'speaker' | 'other' | 'unsure';

/** Within so many words a noun opens its sentence. */
const opening = 6;
/** How many sentences back a pronoun may look. */
const reach = 3;

/** Whom the pronoun at `at` stands for; null where nobody stands before it in the passage. */
export function antecedentOf(passage: Passage, at: number): Who | null {
  const own = sentenceFrom(passage, at);
  const clause = clauseFrom(passage, at, own);
  if (clause < at) {
    for (let index = at - 1; index >= clause; index -= 1) {
      const who = whoAt(passage, index);
      if (who !== null) return who;
    }
  }
  const before = clause > own ? subjectIn(passage, own, clause) : null;
  return before ?? ahead(passage, at, own) ?? lastSubject(passage, own) ?? orphan(passage, at, own);
}

/** "Quoting her grandmother, a negotiator said": a sentence that opens with a participle or "as" tells its subject later. */
function ahead(passage: Passage, at: number, from: number): Who | null {
  const { tokens, sentence } = passage;
  const opener = tokens[from];
  if (opener === undefined || at === from || at - from > 8 || !(is(opener, 'cataphor') || opener.lower.endsWith('ing'))) return null;
  for (let index = at + 1; index < tokens.length && sentence[index] === sentence[at]; index += 1) {
    const who = whoAt(passage, index);
    if (who !== null) return who;
  }
  return null;
}

/** Nobody stands before the pronoun: where somebody spoke, or where no name, country or ship could be meant either, it is one of the room. */
function orphan({ tokens }: Passage, at: number, from: number): Who | null {
  if (tokens.slice(from, at).some((token) => is(token, 'utterance') && is(token, 'spoken'))) return 'speaker';
  if (!is(tokens[at], 'subject')) return null;
  const nameless = !tokens.slice(0, at).some((token) => is(token, 'country', 'place', 'figure', 'title') || isUnknown(token));
  return nameless && tokens.slice(from).some((token) => is(token, 'remark', 'holding', 'answering', 'mood', 'speech', 'opinion', 'contribution'))
    ? 'speaker'
    : null;
}

/** A capital that no list knows: perhaps a name. */
const isUnknown = (token: Token): boolean => token.classes.size === 0 && /^\p{Lu}\p{Ll}/u.test(token.raw);

/** The subject of the last sentence before `end` that has one. */
export function lastSubject(passage: Passage, end: number): Who | null {
  let to = end;
  for (let back = 0; back < reach && to > 0; back += 1) {
    const from = sentenceFrom(passage, to - 1);
    const who = subjectIn(passage, from, to);
    if (who !== null) return who;
    to = from;
  }
  return null;
}

/** A sentence is about the first person in it who is no mere object. */
function subjectIn(passage: Passage, from: number, to: number): Who | null {
  let found: Who | null = null;
  for (let index = from; index < to; index += 1) {
    const who = whoAt(passage, index);
    if (who === null) continue;
    if (who === 'speaker') return who;
    found ??= who;
    // "The Minister, one participant said, had gone": a figure who opens the sentence keeps it.
    if (index - from < 4) return who;
  }
  return found;
}

function sentenceFrom({ sentence }: Passage, at: number): number {
  let from = at;
  while (from > 0 && sentence[from - 1] === sentence[at]) from -= 1;
  return from;
}

/** Where the clause of the pronoun begins: behind a colon, a semicolon or a dash, else with the sentence. */
function clauseFrom({ tokens, reading }: Passage, at: number, from: number): number {
  for (let index = at; index > from; index -= 1) {
    if (/[:;–—]/.test(reading.text.slice(tokens[index - 1]?.end, tokens[index]?.start))) return index;
  }
  return from;
}

/** Whether a word names one person, and whether that is a speaker. */
function whoAt(passage: Passage, at: number): Who | null {
  const { tokens, written } = passage;
  const token = tokens[at];
  if (token === undefined) return null;
  if (written[at] === true) return 'speaker';
  if (is(token, 'generic') && !is(tokens[at + 1], 'remark', 'spoke')) return 'other';
  if (is(token, 'generic') || standsAlone(tokens, at)) return 'speaker';
  // A figure whom everybody knows may sit in the room.
  if (is(token, 'figure')) return 'unsure';
  if (isName(tokens, at)) return 'other';
  if (!isPerson(token) || is(token, 'plural', 'ordinary') || isAside(tokens, at)) return null;
  if ([1, 2].some((back) => is(tokens[at - back], 'whichever') && tokens[at - back + 1]?.gap === 'space')) return 'other';
  if (is(token, 'room', 'seat')) return 'speaker';
  const speaker = passage.speakers.find((one) => one.head === at && one.says !== 'no');
  // "The first to break the ice had been a courier": who a speaker is.
  const told = is(tokens[at - 1], 'one') && is(tokens[at - 2], 'be') && !is(token, 'told-of');
  if (speaker === undefined && !told && !opensSentence(passage, at)) return 'other';
  // "The minister had resigned": perhaps in the news.
  const known = is(token, 'told-of') || (is(token, 'office', 'holder') && [1, 2].some((back) => is(tokens[at - back], 'definite')));
  if (speaker === undefined) return is(token, 'person') && !known ? 'speaker' : 'unsure';
  return isElsewhere(passage, speaker) ? 'other' : 'speaker';
}

/** Somebody who spoke in public, to researchers or in a text that the sentence cites. */
export function isElsewhere(passage: Passage, speaker: Passage['speakers'][number]): boolean {
  const around = aroundOf(passage, speaker);
  const { tokens } = passage;
  const quoted = tokens.slice(speaker.head + 1, speaker.head + 4).some((token) => is(token, 'heard'));
  const cited = is(tokens[speaker.head], 'told-of') && tokens.slice(around.first, around.last).some((token) => is(token, 'heard'));
  return isPublic(around) || isResearch(around) || cited || (quoted && !is(tokens[speaker.head], 'room'));
}

/** Nobody stands before the noun in its sentence, and it stands near its beginning. */
function opensSentence(passage: Passage, at: number): boolean {
  const from = sentenceFrom(passage, at);
  // "One veteran correspondent" is one noun.
  if (isPerson(passage.tokens[at - 1]) && passage.tokens[at]?.gap === 'space') return opensSentence(passage, at - 1);
  return at - from < opening && !passage.tokens.slice(from, at).some((token) => isPerson(token) || is(token, 'roomful', 'clause'));
}

/** "Another said", "a third doubted", "one of them": a speaker without a noun. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  // "A third disagreed": the number stands for a speaker.
  const counted = is(token, 'ordinal') && is(before, 'one', 'determiner') && token?.gap === 'space' && is(next, 'remark', 'holding', 'opinion', 'spoke');
  if (counted) return true;
  if (!is(token, 'alone')) return is(token, 'roomful') && [1, 2, 3].some((back) => is(tokens[at - back], 'alone'));
  if (is(next, 'partitive')) return [2, 3, 4].some((on) => is(tokens[at + on], 'roomful', 'human', 'person'));
  const opens = token?.gap === 'hard' || token?.gap === 'soft' || is(before, 'connector', 'determiner', 'one');
  return opens && next !== undefined && next.gap !== 'hard' && is(next, 'remark', 'spoke', 'holding', 'opinion', 'answering', 'adverb', 'who');
}

/** "Professor Example", "Ada Example", "that Example had shown". */
function isName(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const known = token === undefined || token.classes.size > 0 || !/^\p{Lu}\p{Ll}/u.test(token.raw);
  if (!known && is(tokens[at - 1], 'connector') && is(next, 'aux', 'speech', 'spoke')) return true;
  if (token === undefined || next?.gap !== 'space' || !/^\p{Lu}\p{Ll}/u.test(next.raw)) return false;
  return is(token, 'title') ? next.classes.size === 0 : !known && token.gap !== 'hard' && next.classes.size === 0;
}

/** "As a judge", "his brother", "told the chair": who is only spoken to, or belongs to somebody, is no subject. */
function isAside(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const token = tokens[back];
    const gap = tokens[back + 1]?.gap;
    if (token === undefined || gap === 'hard' || gap === 'soft') return false;
    if (is(token, 'addressing', 'theirs', 'mine')) return true;
    if (token.gap === 'joint' && token.lower === 's') return true;
    if (is(token, 'small') && !is(token, 'determiner', 'one')) return false;
  }
  return false;
}
