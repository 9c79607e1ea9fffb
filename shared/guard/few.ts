/** Who is left when the others are counted: an exception to everybody, one against the rest, a lone voice, a narrow margin, the eighth of eight.
 *  Each reads one sentence; the words stand in the lexicon (`total`, `excepting`, `lone`, `dissent`, `accord`, `the-rest`). */
import { isNews, originEnd, type Stretch } from './attendance.ts';
import type { Passage } from './check.ts';
import { is } from './classes.ts';
import { type Count, countAt, ordinalsOf } from './counts.ts';
import type { LanguageLexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The words that leave few in a sentence; null where none do. */
export function fewIn(passage: Passage, whole: Stretch): Stretch | null {
  const found = candidate(passage, whole, signsIn(passage, whole));
  return found === null || isNews(passage.tokens, whole) ? null : found;
}

interface Signs {
  readonly counts: number;
  readonly excepting: boolean;
  readonly lone: boolean;
  readonly voice: boolean;
}

/** What a sentence holds of what the rules below need: most hold nothing. */
function signsIn({ tokens, pack }: Passage, { from, to }: Stretch): Signs {
  let [counts, excepting, lone, voice] = [0, false, false, false];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (is(token, 'excepting', 'excepting-first')) excepting = true;
    if (is(token, 'lone')) lone = true;
    if (is(token, 'dissent', 'dissent-noun', 'ballot-word', 'negation')) voice = true;
    if (countAt(tokens, at, pack.own) !== null) counts += 1;
  }
  return { counts, excepting, lone, voice };
}

function candidate(passage: Passage, whole: Stretch, { counts, excepting, lone, voice }: Signs): Stretch | null {
  return (
    (counts > 1 ? marginIn(passage, whole) : null) ??
    (excepting ? exceptIn(passage, whole) : null) ??
    (lone && voice ? loneIn(passage, whole) : null) ??
    (voice ? againstRest(passage, whole) : null) ??
    lastOne(passage, whole)
  );
}

/** "Fourteen of the fifteen present", "it went through eleven to two". */
function marginIn({ tokens, pack, reading }: Passage, { from, to }: Stretch): Stretch | null {
  const ballot = tokens.slice(from, to).some((token) => is(token, 'ballot'));
  for (let at = from; at < to; at += 1) {
    const one = countAt(tokens, at, pack.own);
    if (one === null) continue;
    const inverse = is(tokens[at - 1], 'of-all') || is(tokens[at - 2], 'of-all') ? partBehind(tokens, one, to, pack.own) : 0;
    if (inverse > 0) return { from: at, to: inverse };
    const { second, link } = linkAfter(tokens, one.to, to);
    const other = second < to ? countAt(tokens, second, pack.own) : null;
    if (other === null) continue;
    const stretch = { from: at, to: other.to };
    if (link === 'of' && isPart(one.value, other.value) && isRoomful(tokens, other.to, to)) return stretch;
    const between = reading.text.slice(tokens[one.to - 1]?.end, tokens[second]?.start);
    const apart = link === 'versus' || (second === one.to && /^\s?[-–—:]\s?$/.test(between));
    const things = is(tokens[at - 1], 'thing') || is(tokens[other.to], 'thing', 'percent', 'calendar');
    if (apart && ballot && !things && isLopsided(one.value, other.value)) return stretch;
  }
  return null;
}

/** "Of the nine delegations, eight accepted": the end of the smaller count; 0 where there is none. */
function partBehind(tokens: readonly Token[], all: Count, end: number, own: LanguageLexicon): number {
  for (let at = all.to; at < Math.min(end, all.to + 6); at += 1) {
    if (is(tokens[at], 'thing')) return 0;
    const part = at === all.to ? null : countAt(tokens, at, own);
    if (part !== null) return isPart(part.value, all.value) ? part.to : 0;
  }
  return 0;
}

/** What joins two counts: "of the", "out of", "to", "hands against". */
function linkAfter(tokens: readonly Token[], at: number, end: number): { second: number; link: 'of' | 'versus' | '' } {
  let second = at;
  let link: 'of' | 'versus' | '' = '';
  while (second < Math.min(end, at + 4) && is(tokens[second], 'of-all', 'versus', 'determiner', 'ballot') && countless(tokens[second])) {
    if (is(tokens[second], 'of-all')) link = 'of';
    else if (is(tokens[second], 'versus')) link = 'versus';
    second += 1;
  }
  return { second, link };
}

const countless = (token: Token | undefined): boolean => token !== undefined && !/^\p{N}/u.test(token.raw) && !is(token, 'number');
const isPart = (part: number, all: number): boolean => all >= 4 && all <= 60 && (all - part === 1 || all - part === 2) && !(part === 9 && all === 10);
const isLopsided = (a: number, b: number): boolean => Math.min(a, b) <= 3 && Math.max(a, b) >= Math.max(4, 4 * Math.min(a, b)) && Math.max(a, b) <= 60;

/** What is counted are people of the room, or they act at once: "fourteen of the fifteen present", "thirteen out of fourteen said". */
function isRoomful(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (at >= end || token?.gap === 'soft') return !tokens.slice(Math.max(0, at - 30), at).some((one) => is(one, 'thing'));
  if (is(token, 'thing', 'sample')) return false;
  if (is(token, 'room', 'roomful', 'seat', 'peoplenoun', 'person', 'in-room', 'stance', 'opinion', 'speech', 'accord', 'dissent')) return true;
  // "The eight mayors wanted …": those who want are people.
  return /\p{Ll}{3}s$/u.test(token?.raw ?? '') && is(tokens[at + 1], 'opinion', 'speech', 'dissent', 'wanting');
}

/** "Everybody … except the lender", "apart from the hosts, nobody …", "agreement, the two lenders excepted". */
function exceptIn({ tokens, pack }: Passage, whole: Stretch): Stretch | null {
  const totals = indexes(tokens, whole, 'total', 'the-rest');
  if (totals.length === 0) return null;
  for (let at = whole.from; at < whole.to; at += 1) {
    const total = totalFor(tokens, at, whole, totals);
    const end = total === undefined ? 0 : fewEnd(tokens, at + 1, whole.to, pack.own);
    if (total !== undefined && end > 0) return { from: Math.min(at, total), to: Math.max(end, at + 1) };
  }
  return null;
}

/** How many words may stand between everybody and the exception: "every delegation in the room, and that was late at night, except …". */
const reach = 12;

/** The word for everybody that an exception is made from; undefined where the word at `at` makes none, or what it leaves are things. */
function totalFor(tokens: readonly Token[], at: number, { from }: Stretch, totals: readonly number[]): number | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (at === from) return is(token, 'excepting', 'excepting-first') ? totals.find((index) => index > at && index - at <= 9) : undefined;
  if (!is(token, 'excepting') || is(before, 'determiner', 'aux', 'negation') || is(before, 'to-word')) return undefined;
  const far = is(token, 'but-word') ? 4 : reach;
  if (is(token, 'but-word') && token?.gap === 'soft') return undefined;
  const total = totals.findLast((index) => index < at && at - index <= far);
  return total === undefined || tokens.slice(total + 1, Math.min(at, total + 5)).some((one) => is(one, 'thing')) ? undefined : total;
}

/** The end of words for one, two or a named one: "the lender", "the two lenders", "one", "Justice", "the one which …"; 0 for "the largest firms". */
function fewEnd(tokens: readonly Token[], from: number, end: number, own: LanguageLexicon): number {
  let at = from;
  while (at < Math.min(end, from + 3) && is(tokens[at], 'preposition', 'adverb', 'manner')) at += 1;
  const first = tokens[at];
  if (at >= end || first === undefined) return 0;
  const count = countAt(tokens, at, own) ?? countAt(tokens, at + 1, own);
  const definite = is(first, 'determiner', 'one', 'theirs');
  if (count !== null && (definite || countAt(tokens, at, own) !== null))
    return count.value <= 3 && ofPeople(tokens, count.to) ? Math.min(end, count.to + 1) : 0;
  if (originEnd(tokens, at) > 0 || originEnd(tokens, at + 1) > 0) return Math.min(end, at + 2);
  if (!definite) return 0;
  for (let index = at + 1; index < Math.min(end, at + 6); index += 1) {
    const token = tokens[index];
    if (token === undefined || is(token, 'thing')) return 0;
    if (isEnd(tokens, index + 1, end)) return isSingular(token) ? index + 1 : 0;
  }
  return 0;
}

/** "One", "two of the delegations", "one which …"; not "one of the bridges". */
function ofPeople(tokens: readonly Token[], at: number): boolean {
  const of = is(tokens[at], 'of-all');
  const noun = of ? tokens.slice(at + 1, at + 5).find((token) => !is(token, 'determiner', 'small')) : tokens[at];
  if (of && is(tokens[at + 1], 'many-pronoun')) return true;
  if (is(noun, 'thing')) return false;
  return !of || noun === undefined || is(noun, 'room', 'roomful', 'peoplenoun', 'person', 'human', 'plural', 'outfit', 'in-room');
}

const isEnd = (tokens: readonly Token[], at: number, end: number): boolean =>
  at >= end ||
  tokens[at]?.gap === 'soft' ||
  tokens[at]?.gap === 'hard' ||
  is(tokens[at], 'preposition', 'connector', 'aux', 'who', 'accord', 'dissent', 'stance', 'opinion', 'speech', 'excepting');
const isSingular = (token: Token): boolean => is(token, 'person', 'room', 'human', 'chairlike', 'host-word', 'unique') || !/[^s]s$/.test(token.lower);

/** "A lone shake of the head", "only one signature was missing", "a single hand against". */
function loneIn({ tokens }: Passage, whole: Stretch): Stretch | null {
  for (let at = whole.from; at < whole.to; at += 1) {
    if (!is(tokens[at], 'lone') || (is(tokens[at], 'only-word') && !isOnly(tokens, at))) continue;
    const to = Math.min(whole.to, at + 7);
    const voice = tokens.slice(at + 1, to).findIndex((token) => is(token, 'dissent', 'ballot-word'));
    if (voice < 0 || tokens.slice(at, at + 2 + voice).some((token) => is(token, 'thing', 'clause', 'speech'))) continue;
    return { from: at, to: at + 2 + voice };
  }
  return null;
}

/** "Only one signature", "the only voice": not "would only move". */
function isOnly(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (is(next, 'determiner', 'one', 'number')) return true;
  return is(tokens[at - 1], 'determiner') && is(next, 'dissent', 'ballot-word', 'person', 'room', 'peoplenoun', 'outfit', 'human');
}

/** "Eleven nods and one frown", "one objected, nineteen did not", "every shipper said yes; the one port did not". */
function againstRest({ tokens, pack, sentence, reading }: Passage, whole: Stretch): Stretch | null {
  const [last, first] = [tokens[whole.from - 1], tokens[whole.from]];
  const joined = last !== undefined && first !== undefined && reading.text.slice(last.end, first.start).includes(';');
  const near = joined ? { from: sentence.indexOf((sentence[whole.from] ?? 0) - 1), to: whole.to } : whole;
  for (let at = whole.from; at < whole.to; at += 1) {
    const count = countAt(tokens, at, pack.own);
    if ((count === null || count.value > 2 || is(tokens[at], 'article')) && !is(tokens[at], 'dissent-noun')) continue;
    const from = count?.to ?? at;
    const to = Math.min(whole.to, from + 5);
    const voice = is(tokens[at], 'dissent-noun') ? 0 : tokens.slice(from, to).findIndex((token) => is(token, 'dissent', 'negation'));
    if (voice < 0 || tokens.slice(at, from + voice).some((token) => is(token, 'speech', 'clause', 'thing'))) continue;
    if (hasRest(tokens, near, { from: at, to: from + voice + 1 }, pack.own)) return { from: at, to: from + voice + 1 };
  }
  return null;
}

/** Everybody else stands beside: "the rest", "everyone", "nineteen", "eleven nods". */
function hasRest(tokens: readonly Token[], near: Stretch, own: Stretch, lexicon: LanguageLexicon): boolean {
  for (let at = near.from; at < near.to; at += 1) {
    if (at >= own.from && at < own.to) continue;
    if (
      is(tokens[at], 'the-rest') ||
      (is(tokens[at], 'others') && is(tokens[at - 1], 'definite', 'each-of')) ||
      (is(tokens[at], 'each-of') && among(tokens, at + 1, near.to, 'accord', 'yes-word'))
    )
      return true;
    const count = countAt(tokens, at, lexicon);
    if (count !== null && count.value >= 4 && count.value <= 60 && is(tokens[count.to], 'dissent', 'accord', 'negation', 'ballot-word', 'others', 'aux'))
      return true;
  }
  return false;
}

/** "Seven could live with it; the eighth could not." */
function lastOne({ tokens, pack }: Passage, whole: Stretch): Stretch | null {
  const ordinals = ordinalsOf(pack.own);
  for (let at = whole.from; at < whole.to; at += 1) {
    const value = ordinals.get(tokens[at]?.lower ?? '');
    if (
      value === undefined ||
      !is(tokens[at - 1], 'definite') ||
      !is(tokens[at + 1], 'aux', 'negation', 'dissent', 'accord', 'speech', 'stance') ||
      is(tokens[at], 'thing')
    )
      continue;
    for (let before = Math.max(0, at - 25); before < at - 1; before += 1) {
      const count = countAt(tokens, before, pack.own);
      if (count !== null && (count.value === value || count.value === value - 1) && count.value > 1 && !is(tokens[count.to], 'thing'))
        return { from: at, to: at + 2 };
    }
  }
  return null;
}

const among = (tokens: readonly Token[], from: number, to: number, ...names: string[]): boolean => tokens.slice(from, Math.min(to, from + 6)).some((token) => is(token, ...names)); // biome-ignore format: one line

function indexes(tokens: readonly Token[], { from, to }: Stretch, ...names: string[]): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset).filter((at) => is(tokens[at], ...names));
}
