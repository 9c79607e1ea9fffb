/** Who was in the room, read from counts and lists: "seven from …, a couple from …", "Apologies: …", "… and … sent people". */
import type { Passage } from './check.ts';
import { is } from './classes.ts';
import { countAt } from './counts.ts';
import type { LanguageLexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const among = (tokens: readonly Token[], { from, to }: Stretch, ...names: string[]): boolean => tokens.slice(from, to).some((token) => is(token, ...names));
/** "Our Kenyan colleague": a person, not what a country does or has. */
const isHuman = (token: Token | undefined): boolean => is(token, 'room', 'roomful', 'peoplenoun', 'person', 'human', 'seat', 'office');

/** The token behind an origin: a country, its people, a body, a city, a ministry, or a name that no list knows; 0 where none begins. */
export function originEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || is(token, 'broad', 'calendar', 'title')) return 0;
  if (is(token, 'country', 'demonym', 'demonyms', 'body', 'place')) return at + 1;
  if (!isUnknown(token)) return is(token, 'authority') ? at + 1 : 0;
  let to = at + 1;
  while (tokens[to]?.gap === 'space' && isUnknown(tokens[to])) to += 1;
  return to;
}

/** A capitalised word or acronym that no list knows. */
const isUnknown = (token: Token | undefined): boolean =>
  token !== undefined && token.classes.size === 0 && /^\p{Lu}(?:\p{Ll}{2,}|[\p{L}\p{N}]{1,6}$)/u.test(token.raw) && !/^[IVXLC]+$/.test(token.raw);

/** Sentences of a passage. */
export function sentencesOf({ tokens, sentence }: Passage): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && sentence[to] === sentence[from]) to += 1;
    found.push({ from, to });
    from = to;
  }
  return found;
}

/** A year, a public body or a treaty: what is counted is not the room. */
export function isNews(tokens: readonly Token[], whole: Stretch): boolean {
  return isPast(tokens, whole) || tokens.slice(whole.from, whole.to).some((token) => /^\p{Lu}/u.test(token.raw) && is(token, 'forum', 'public'));
}

/** A year or the press: what is told happened elsewhere. */
export function isPast(tokens: readonly Token[], { from, to }: Stretch): boolean {
  return tokens.slice(from, to).some((token) => is(token, 'dated', 'openly', 'sample') || /^(?:19|20)\d\d$/.test(token.raw));
}

/** The stretch of a headcount by origin: two or more groups in one sentence that speaks of coming, of the room, or only counts. */
export function headcount(passage: Passage, whole: Stretch): Stretch | null {
  const { tokens, pack } = passage;
  const groups: Stretch[] = [];
  const seen = new Set<string>();
  for (let at = whole.from; at < whole.to; at += 1) {
    const group = groupAt(tokens, at, whole.to, pack.own, groups.length > 0);
    if (group === null) continue;
    groups.push(group);
    seen.add(group.origin);
    at = group.to - 1;
  }
  const [first, last] = [groups[0], groups.at(-1)];
  if (first === undefined || last === undefined || seen.size < 2 || among(tokens, whole, 'research', 'sample')) return null;
  const told = among(tokens, whole, 'arriving', 'in-room', 'absent', 'occasion') || (groups.length > 2 && isList(tokens, whole, groups));
  return told ? { from: first.from, to: last.to } : null;
}

/** Nothing but the groups, and perhaps a label before them. */
function isList(tokens: readonly Token[], { from, to }: Stretch, groups: readonly Stretch[]): boolean {
  const inside = groups.reduce((sum, group) => sum + group.to - group.from, 0);
  return to - from - inside <= groups.length + 5 && !tokens.slice(from, to).some((token) => is(token, 'thing', 'event'));
}

type Group = Stretch & { readonly origin: string };

function groupAt(tokens: readonly Token[], at: number, end: number, own: LanguageLexicon, elliptic: boolean): Group | null {
  return countedAt(tokens, at, end, own, elliptic) ?? countingAt(tokens, at, end, own);
}

/** "Seven from …", "three …ans", "a couple of people of …", "two had come from …". */
function countedAt(tokens: readonly Token[], at: number, end: number, own: LanguageLexicon, elliptic: boolean): Group | null {
  const count = countAt(tokens, at, own);
  if (count === null || count.value > 60) return null;
  let led = false;
  for (let index = count.to; index < Math.min(end, count.to + 7); index += 1) {
    const token = tokens[index];
    if (token === undefined || token.gap === 'hard' || token.gap === 'soft') return null;
    const to = originEnd(tokens, index);
    if (to > 0) return stands(tokens, index, to, led || elliptic) ? { from: at, to, origin: tokens[index]?.lower ?? '' } : null;
    if (is(token, 'thing')) return null;
    if (is(token, 'preposition')) led = true;
    else if (!isHuman(token) && !is(token, 'arriving', 'determiner', 'aux', 'small', 'alone', 'outfit', 'authority', 'institution') && !isHumanPlural(token))
      return null;
  }
  return null;
}

const isHumanPlural = (token: Token): boolean => /\p{Ll}{3}s$/u.test(token.raw) && token.classes.size === 0;

/** An adjective of a country stands for people only where it says so: "three Kenyans", "three Kenyan officials", "five Belgian". */
function stands(tokens: readonly Token[], at: number, to: number, led: boolean): boolean {
  if (is(tokens[at], 'demonyms')) return true;
  const next = tokens[to];
  if (!is(tokens[at], 'demonym')) return led;
  return next === undefined || next.gap !== 'space' || isHuman(next) || isHumanPlural(next) || is(next, 'small');
}

/** "… 6", "… (3)", "… sending two", "… with one", "…'s trio". */
function countingAt(tokens: readonly Token[], at: number, end: number, own: LanguageLexicon): Group | null {
  const to = originEnd(tokens, at);
  if (to === 0 || is(tokens[at], 'demonym')) return null;
  for (let index = to; index < Math.min(end, to + 4); index += 1) {
    const token = tokens[index];
    if (token === undefined || token.gap === 'hard') return null;
    const count = countAt(tokens, index, own);
    if (count !== null) return count.value <= 60 && closes(tokens, count.to) ? { from: at, to: count.to, origin: tokens[at]?.lower ?? '' } : null;
    if (token.gap === 'soft' || !(token.gap === 'joint' || is(token, 'arriving', 'preposition', 'sending', 'determiner', 'alone'))) return null;
  }
  return null;
}

/** A number that stands for people: nothing is counted behind it, or people are. */
function closes(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  // "SC 27/WG 3" is the name of a body.
  if (next?.gap === 'soft' && next.start - (tokens[at - 1]?.end ?? 0) < 2) return false;
  return next === undefined || next.gap === 'hard' || next.gap === 'soft' || isHuman(next) || is(next, 'connector', 'alone') || isHumanPlural(next);
}

/** The longest run of origins in a stretch, joined by commas, "and" and small words; with how many there are. */
export function originsIn(tokens: readonly Token[], { from, to }: Stretch): Stretch & { readonly count: number } {
  let best = { from, to: from, count: 0 };
  let run = { from, to: from, count: 0 };
  for (let at = from; at < to; at += 1) {
    const end = originEnd(tokens, at);
    if (end > 0 && !(at === from && isUnknown(tokens[at]) && tokens[at]?.gap === 'hard' && is(tokens[at], 'small'))) {
      run = run.count === 0 ? { from: at, to: end, count: 1 } : { ...run, to: end, count: run.count + 1 };
      if (run.count > best.count) best = run;
      at = end - 1;
    } else if (run.count > 0 && (at - run.to > 3 || !joins(tokens[at]))) run = { from: at, to: at, count: 0 };
  }
  return best;
}

const joins = (token: Token | undefined): boolean =>
  token !== undefined &&
  (isHuman(token) || is(token, 'small', 'determiner', 'outfit', 'number', 'authority', 'past') || isHumanPlural(token)) &&
  !is(token, 'aux');
