/** Labels that stand for one speaker: "Participant 4", "NGO rep 2", "Executive B", "P7", "K.L.", "Falcon", "the engineer". Where one recurs, what its
 *  statements say together tells who it is (check 10). */
import type { Passage } from './check.ts';
import { anyOf, is } from './classes.ts';
import { isPerson } from './noun-groups.ts';
import type { Token } from './tokens.ts';

export interface Label {
  /** The label, however it is written. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Somebody speaks: a verb of saying or a colon follows, or the label stands alone in brackets. */
  readonly speaks: boolean;
  /** Its words are a person's, whether or not somebody speaks. */
  readonly sure: boolean;
}

const says = anyOf('remark', 'holding', 'opinion', 'answering', 'speech', 'spoke', 'against');

/** Kept with the tokens of a passage: a text that has not changed is not read again. */
const known = new WeakMap<Passage['tokens'], readonly Label[]>();

/** All labels of a passage, in the order of the text. */
export function labelsOf(passage: Passage): readonly Label[] {
  const before = known.get(passage.tokens);
  if (before !== undefined) return before;
  const labels = read(passage);
  known.set(passage.tokens, labels);
  return labels;
}

function read(passage: Passage): Label[] {
  const { tokens } = passage;
  const found: Label[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const one = numbered(passage, at) ?? bareNumber(passage, at) ?? initials(passage, at) ?? codeName(passage, at);
    if (one === null) continue;
    found.push(one);
    while (at + 1 < tokens.length && (tokens[at + 1]?.end ?? 0) <= one.end) at += 1;
  }
  return [...found, ...epithets(passage)].sort((a, b) => a.start - b.start);
}

/** A number, a letter or a word for one behind a noun: "4", "B", "Two", "IV". */
function isMark(token: Token | undefined, noun: Token, between: string): boolean {
  if (token === undefined || token.gap === 'hard' || !/^\s?[-#№°(["“‘']?\s?$/u.test(between)) return false;
  if (/^\p{N}{1,2}$/u.test(token.raw) || /^(?:[A-HJ-Z]|[Α-Ω]|I{2,3}|IV|VI{0,3}|IX)$/u.test(token.raw)) return true;
  return /^\p{Lu}/u.test(noun.raw) && (is(token, 'number', 'codename') || token.lower === 'one') && /^\p{Lu}/u.test(token.raw);
}

/** "Participant 4", "speaker no. 2", "NGO rep 2", "P4". */
function numbered(passage: Passage, at: number): Label | null {
  const { tokens, reading } = passage;
  const noun = tokens[at];
  if (noun === undefined || is(noun, 'numbered', 'small', 'country', 'body') || /^\p{N}/u.test(noun.raw)) return null;
  const next = tokens[at + 1];
  const mark = is(next, 'numero') && next?.gap !== 'hard' ? at + 2 : at + 1;
  const last = tokens[mark];
  // "no. 2", but not "with X. X …".
  const between = reading.text.slice(tokens[mark - 1]?.end, last?.start).replace(mark > at + 1 ? '.' : '', '');
  if (
    last === undefined ||
    !isMark(last, noun, between) ||
    /^\.\p{Lu}/u.test(reading.text.slice(last.end, last.end + 2)) ||
    /^[.,]?\p{N}/u.test(reading.text.slice(last.end, last.end + 2))
  )
    return null;
  if (between.includes('#') && !isPerson(noun)) return null;
  const compact = noun.end === last.start || between === '-';
  const sure = (isPerson(noun) || is(noun, 'title', 'delegation')) && !compact;
  const key = `${noun.lower} ${last.raw.toLowerCase()}`;
  // Codes are short: "P4", "R-12"; a longer word with a number is a product, a form, a group of States.
  if (compact && (!/^\p{Lu}{1,2}$/u.test(noun.raw) || last.raw === '20')) return null;
  return { key, start: noun.start, end: last.end, sure, speaks: speaksAt(passage, at, mark + 1) };
}

/** "#3", "No. 5", "Number Five" where the label speaks. */
function bareNumber(passage: Passage, at: number): Label | null {
  const { tokens, reading } = passage;
  const first = tokens[at];
  if (first === undefined) return null;
  const hash = /[#№]\s?$/.test(reading.text.slice(Math.max(0, first.start - 2), first.start)) && /^\p{N}{1,2}$/u.test(first.raw);
  const last = hash ? first : is(first, 'numero') ? tokens[at + 1] : undefined;
  if (last === undefined || (!hash && !isMark(last, first, reading.text.slice(first.end, last.start).replace('.', '')))) return null;
  if (!hash && !/^\p{Lu}/u.test(first.raw)) return null;
  const key = `number ${last.raw.toLowerCase()}`;
  return { key, start: first.start, end: last.end, sure: false, speaks: speaksAt(passage, at, hash ? at + 1 : at + 2) };
}

/** "K.L.", "KL" or "X" where the label speaks. */
function initials(passage: Passage, at: number): Label | null {
  const { tokens } = passage;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || !/^(?:\p{Lu}{1,2}|[α-ω])$/u.test(first.raw) || is(first, 'country', 'body', 'small', 'title', 'numbered')) return null;
  if (is(tokens[at - 1], 'numbered') && first.gap !== 'hard') return null;
  const dotted = first.raw.length === 1 && /^\p{Lu}$/u.test(second?.raw ?? '') && second?.start === first.end + 1;
  const to = dotted ? at + 2 : at + 1;
  const last = tokens[to - 1] ?? first;
  // A first letter before a surname is part of a name.
  if (
    !dotted &&
    passage.reading.text[last.end] === '.' &&
    tokens[to]?.gap === 'space' &&
    tokens[to]?.classes.size === 0 &&
    /^\p{Lu}/u.test(tokens[to]?.raw ?? '')
  )
    return null;
  return { key: tokens.slice(at, to).map((token) => token.raw).join(''), start: first.start, end: last.end, sure: false, speaks: speaksAt(passage, at, to) }; // biome-ignore format: one line
}

/** "Falcon", "Blue", “the Sceptic”: a cover name where it speaks. */
function codeName(passage: Passage, at: number): Label | null {
  const token = passage.tokens[at];
  if (token === undefined || !(/^\p{Lu}/u.test(token.raw) || is(token, 'epithet', 'garb'))) return null;
  const marked = /["'“‘«]\s?$/.test(passage.reading.text.slice(Math.max(0, token.start - 2), token.start));
  const behind = /^\s?["'”’»]/.test(passage.reading.text.slice(token.end, token.end + 2));
  const before = [passage.tokens[at - 1], passage.tokens[at - 2]];
  const epithet = token.gap === 'space' && is(token, 'epithet', 'garb') && before.some((one) => is(one, 'definite'));
  if (!is(token, 'codename') && !epithet && !(marked && behind)) return null;
  return { key: token.lower, start: token.start, end: token.end, sure: false, speaks: speaksAt(passage, at, at + 1) };
}

/** "The engineer", "our Baltic voice", "the colleague from the coast", said again and again: neither of the chair nor a figure whom everybody knows. */
function epithets(passage: Passage): Label[] {
  if (passage.report) return [];
  const said = spokenOf(passage);
  const all = [...said, ...introduced(passage).filter((one) => !said.some((other) => other.from === one.from))];
  return all.flatMap(({ from, to, head }): Label[] => {
    const words = passage.tokens.slice(from, to);
    const [first, noun, last] = [passage.tokens[from], passage.tokens[head], passage.tokens[to - 1]];
    if (first === undefined || noun === undefined || last === undefined || !is(first, 'definite') || passage.written[from] === true) return [];
    if (is(noun, 'chairlike', 'figure') || isPlain(passage, from, to, head)) return [];
    // "The inspector itself", "the inspector-general": a thing, or another word.
    const next = passage.tokens[head + 1];
    if (next?.gap === 'joint' || is(next, 'neuter')) return [];
    const key = `the ${words
      .slice(1)
      .map((token) => token.lower)
      .join(' ')}`;
    return [{ key, start: first.start, end: last.end, sure: false, speaks: true }];
  });
}

/** Speakers from their article on: "Then the tall participant". */
function spokenOf({ tokens, speakers }: Passage): { from: number; to: number; head: number }[] {
  return speakers.flatMap(({ from, to, head, owner, says: speaking }) => {
    const start = tokens.findIndex((token, at) => at >= from && at < head && is(token, 'definite'));
    return speaking === 'no' || owner !== null || start === -1 || start > from + 1 ? [] : [{ from: start, to: to - start > widest ? head + 1 : to, head }];
  });
}

/** Words that an epithet may have. */
const widest = 8;

/** Whether the words take up somebody just named ("the participant", "the first speaker") or name an office that many reports name ("the minister"):
 *  a word more makes them one person's. */
function isPlain({ tokens }: Passage, from: number, to: number, head: number): boolean {
  const own = tokens.slice(from + 1, to).filter((token, index) => from + 1 + index !== head && !is(token, 'small'));
  const counted = own.some((token) => is(token, 'another', 'number', 'figure') || (is(token, 'ordinal') && is(tokens[head], 'room')));
  const anaphor =
    is(tokens[head], 'room', 'office', 'holder', 'peoplenoun', 'ordinary') || [...(tokens[head]?.classes ?? [])].some((name) => name.startsWith('category:'));
  return counted || (own.length === 0 && anaphor);
}

/** "The engineer: less steel." */
function introduced({ tokens, reading }: Passage): { from: number; to: number; head: number }[] {
  return tokens.flatMap((token, from) => {
    if (token.gap !== 'hard' || !is(token, 'definite')) return [];
    for (let to = from + 2; to <= from + widest && to <= tokens.length; to += 1) {
      const last = tokens[to - 1];
      if (last === undefined || (last.gap !== 'space' && last.gap !== 'joint')) return [];
      if (!/^\s?:/.test(reading.text.slice(last.end, last.end + 2))) continue;
      const head = tokens.findLastIndex((one, at) => at > from && at < to && isPerson(one));
      return head === -1 ? [] : [{ from, to, head }];
    }
    return [];
  });
}

/** A colon, a bracket around the label, a genitive, or a verb of saying behind it or right before. */
function speaksAt({ tokens, reading }: Passage, from: number, to: number): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined) return false;
  const before = reading.text.slice(Math.max(0, first.start - 2), first.start);
  const after = reading.text.slice(last.end, last.end + 3);
  if (/^\.?["'”’»]?[)\]]?\s?[:—–]/.test(after) && (first.gap === 'hard' || /[([]$/.test(before))) return true;
  if (/[([]$/.test(before) && /^\.?[)\]]/.test(after)) return true;
  for (let at = to; at < to + 4 && at < tokens.length && tokens[at]?.gap !== 'hard'; at += 1) {
    // "Country X was discussed": spoken of, not speaking.
    if (says(tokens[at]) && (!is(tokens[at - 1], 'be') || is(tokens[at], 'mood') || at === to)) return true;
    // "P4's objection"
    if (is(tokens[at], 'utterance') && tokens[at - 1]?.gap === 'joint') return true;
    if (!is(tokens[at], 'adverb', 'aux', 'answering') && tokens[at]?.gap !== 'joint') break;
  }
  return first.gap !== 'hard' && is(tokens[from - 1], 'remark') && first.gap === 'space';
}
