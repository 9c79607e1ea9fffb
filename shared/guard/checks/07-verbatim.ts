/** [GRD-7] Words as somebody said them. Eight or more words equal to the notes of a person who did not consent block; quotation marks and idiom
 *  warn. Treaty text, agreed language, titles and cited public speeches are free. */
import type { Check, Context, DocumentHit, Hit, Passage } from '../check.ts';
import { patternHits } from '../check.ts';
import { fold } from '../text.ts';
import type { Token } from '../tokens.ts';

/** Equal words that make a copy (GUARD, check 7). */
const copied = 8;
const quoted =
  /„([^“”„]{12,600})(?:[“”]|$)|“([^”“]{12,600})(?:”|$)|(?<![\p{L}\p{N}.,;:!?])"(?=\S)([^"]{12,600})(?:"|$)|«\s?([^»]{12,600})(?:»|$)|(?<![\p{L}\p{N}])'([^']{12,300})'(?![\p{L}\p{N}])/gu;

export const verbatim: Check = {
  number: 7,
  name: 'verbatim',
  title: 'Words as spoken',
  region: (passage, context) => [...noteHits(passage, context), ...patternHits(passage, 7, 'warn', idiom)],
  document: ({ passages }) => (passages.some((passage) => passage.report) ? [] : quoteHits(passages)),
};

const idiom = (quote: string) => `“${quote}” is a figure of speech that those present may remember.`;

/** Runs of eight words or more that a protected person's notes hold as well. */
function noteHits(passage: Passage, context: Context): Hit[] {
  const grams = noteGrams(context, passage.region.rule);
  if (grams.size === 0) return [];
  const words = passage.tokens.flatMap(split);
  const hits: Hit[] = [];
  let index = 0;
  while (index + copied <= words.length) {
    if (!grams.has(gram(words, index))) {
      index += 1;
      continue;
    }
    let end = index;
    while (end + copied <= words.length && grams.has(gram(words, end))) end += 1;
    const [first, last] = [words[index], words[end + copied - 2]];
    if (first !== undefined && last !== undefined) {
      const count = end - index + copied - 1;
      hits.push({ start: first.start, end: last.end, level: 'block', reason: `${count} words stand as in a speaker’s notes; say it in other words.` });
    }
    index = end + copied - 1;
  }
  return hits;
}

type Word = Pick<Token, 'start' | 'end' | 'lower'>;
const split = (token: Token): Word[] =>
  token.lower.includes('_') ? token.lower.split('_').map((lower) => ({ start: token.start, end: token.end, lower })) : [token];
const gram = (words: readonly Word[], at: number) => words.slice(at, at + copied).map((word) => fold(word.lower)).join(' '); // biome-ignore format: one line

const cache = new WeakMap<Context, Map<boolean, ReadonlySet<string>>>();

function noteGrams(context: Context, rule: Passage['region']['rule']): ReadonlySet<string> {
  const named = rule === 'named';
  const known = cache.get(context) ?? new Map<boolean, ReadonlySet<string>>();
  cache.set(context, known);
  const before = known.get(named);
  if (before !== undefined) return before;
  const grams = new Set<string>();
  for (const person of context.people) {
    if (person.consent === 'named') continue;
    for (const note of person.notes ?? []) {
      const words = fold(note.normalize('NFC').replace(/[’‘]/g, "'")).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
      for (let at = 0; at + copied <= words.length; at += 1) grams.add(words.slice(at, at + copied).join(' '));
    }
  }
  known.set(named, grams);
  return grams;
}

/** Quotation marks around what sounds spoken: four words or more with a speaker or a verb of speech, or a whole sentence. What the document
 *  itself also says without marks (a pull quote) is no quotation of a person; the same quotation twice still is. */
function quoteHits(passages: readonly Passage[]): DocumentHit[] {
  const found = passages.flatMap((passage, region) => spokenQuotes(passage).map((quote) => ({ ...quote, region, words: plain(quote.inner).trim() })));
  if (found.length === 0) return [];
  const why = 'Quotation marks keep the words somebody chose; paraphrase, unless the text is public.';
  const unmarked = passages.map(unmarkedOf);
  const first = (words: string) => run(words.split(' '), 0);
  const asked = new Set(found.map(({ words }) => first(words)));
  const present = new Set(unmarked.flatMap(({ runs }) => runs.filter((sum) => asked.has(sum))));
  const said = (words: string) => present.has(first(words)) && unmarked.some((one) => one.text.includes(words));
  return found.filter(({ words }) => !said(words)).map(({ region, start, end }) => ({ region, start, end, level: 'warn', reason: why, replacement: null }));
}

/** Words that stand outside quotation marks, and a number for each run of four, to find a quotation among them quickly. */
interface Unmarked {
  readonly text: string;
  readonly runs: readonly number[];
}

function unmarkedOf(passage: Passage): Unmarked {
  const known = flat.get(passage.tokens);
  if (known !== undefined) return known;
  const text = plain(passage.reading.text.replace(quoted, ' '));
  const words = text.trim().split(' ');
  const made = { text, runs: words.map((_, at) => run(words, at)) };
  flat.set(passage.tokens, made);
  return made;
}

/** A number for four words from `at` (FNV-1a). */
function run(words: readonly string[], at: number): number {
  let sum = 2166136261;
  for (let index = at; index < at + 4; index += 1) {
    const word = words[index] ?? '';
    for (let letter = 0; letter <= word.length; letter += 1) sum = Math.imul(sum ^ (word.charCodeAt(letter) || 32), 16777619);
  }
  return sum;
}

interface Quote {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
}

/** Kept with the tokens of a passage: a text that has not changed is not searched again. */
const quotes = new WeakMap<Passage['tokens'], readonly Quote[]>();
const flat = new WeakMap<Passage['tokens'], Unmarked>();

/** Quotation marks around what sounds spoken, with their places in the reading. */
export function spokenQuotes(passage: Passage): readonly Quote[] {
  const known = quotes.get(passage.tokens);
  if (known !== undefined) return known;
  const { text } = passage.reading;
  const silent = passage.region.kind === 'link' || passage.region.kind === 'title' || !/["“„«']/.test(text);
  const found = silent
    ? []
    : [...text.matchAll(quoted)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        inner: match.slice(1).find((part) => part !== undefined) ?? '',
      }));
  const spoken = found.filter((one) => soundsSpoken(passage, one.inner, one.start, one.end - one.start));
  quotes.set(passage.tokens, spoken);
  return spoken;
}

function soundsSpoken(passage: Passage, inner: string, at: number, length: number): boolean {
  const words = inner.split(/\s+/).length;
  if (words < 4) return false;
  const inside = (token: Token) => token.start >= at && token.end <= at + length;
  const from = passage.tokens.findIndex(inside);
  const to = passage.tokens.findLastIndex(inside);
  if (from < 0) return false;
  const near = [...new Set([passage.sentence[from], passage.sentence[to], passage.sentence[from - 1] ?? -1])];
  const around = passage.tokens.filter((token, index) => !inside(token) && near.includes(passage.sentence[index] ?? -1));
  const same = [passage.sentence[from], passage.sentence[to]];
  const beside = passage.tokens.filter((token, index) => !inside(token) && same.includes(passage.sentence[index] ?? -1));
  const cited = beside.length < 3 ? around : beside;
  const framed =
    words >= copied && beside.some((token) => token.classes.has('framing')) && beside.some((token) => token.classes.has('room') || token.classes.has('person'));
  if (framed) return true;
  if (cited.some((token) => token.classes.has('public') || token.classes.has('cited') || /^(19|20)\d\d$/.test(token.raw))) return false;
  const has = (token: Token, ...names: string[]) => names.some((name) => token.classes.has(name));
  // "The Minister told Parliament": said for all to hear.
  const heard = cited.some((token, index) => has(token, 'openly') || (has(token, 'forum') && cited[index - 1]?.classes.has('telling')));
  if (heard && !beside.some((token) => has(token, 'room', 'alone'))) return false;
  const spoken =
    around.some((token) => has(token, 'speech', 'opinion', 'room', 'voicing', 'voicing-word')) || beside.some((token) => has(token, 'anybody', 'offering'));
  // "At our laboratory we stopped counting": nobody says "we" but who speaks; a title is written with capitals.
  const own = passage.tokens.some((token) => inside(token) && has(token, 'mine', 'first-person')) && words > 4 && !/\s\p{Lu}\p{Ll}+\s\p{Lu}/u.test(inner);
  if (own) return true;
  // So many words between marks are somebody's, whatever verb leads to them: "called it", "en ces termes".
  return spoken || (words >= copied && !beside.some((token) => token.classes.has('body') || token.classes.has('document')));
}

/** Letters only: without note marks, emphasis and punctuation. */
const plain = (text: string) => fold(text.replace(/[⁰¹²³⁴-⁹]/g, '')).replace(/[^\p{L}\p{N}]+/gu, ' ');
