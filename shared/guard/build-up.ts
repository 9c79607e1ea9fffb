/** What several statements tell of one speaker together: "a female participant …", two paragraphs on "the same participant, from the Pacific".
 *  Each may fit k people, and both at once only one. */
import { countFits, type Description, together } from '../people/anonymity.ts';
import type { Person } from '../people/person.ts';
import type { DocumentContext, DocumentHit, Hit, Passage } from './check.ts';
import type { Token } from './tokens.ts';

/** One description of a single speaker, as far as it can be counted. */
interface Told {
  readonly start: number;
  readonly end: number;
  readonly what: Description;
  /** "The same …": of somebody who was described before. */
  readonly again: boolean;
  /** Part of it stands behind a comma, where a single description is not read. */
  readonly apart: boolean;
}

/** Findings at the words that make the whole too narrow. A heading ends what "the same" can refer to. */
export function buildUpHits({ passages, context: { people, k } }: DocumentContext): DocumentHit[] {
  if (people.length === 0) return [];
  const hits: DocumentHit[] = [];
  let before: { parts: Description[] }[] = [];
  passages.forEach((passage, region) => {
    if (passage.region.kind === 'heading') before = [];
    if (passage.report || !['body', 'quote', 'table', 'note'].includes(passage.region.kind)) return;
    for (const told of descriptionsIn(passage)) {
      const chain = told.again ? before.findLast(({ parts }) => mayBeOne(together(parts), told.what)) : undefined;
      if (chain !== undefined || told.apart) hits.push(...judge(chain?.parts ?? [], told, people, k).map((hit) => ({ ...hit, region })));
      if (chain === undefined) before.push({ parts: [told.what] });
      chain?.parts.push(told.what);
    }
  });
  return hits;
}

/** Whether two descriptions can be of one person: no category against another. */
const mayBeOne = (a: Description, b: Description): boolean => a.category === undefined || b.category === undefined || a.category === b.category;

function judge(parts: readonly Description[], told: Told, people: readonly Person[], k: number): Hit[] {
  const fitting = (some: readonly Description[]) => countFits(people, countable(together(some), people));
  const count = fitting([...parts, told.what]);
  // What is too narrow by itself was told where it stands; what was too narrow before is not told again.
  if (count >= k || (!told.apart && fitting([told.what]) < k) || (parts.length > 0 && fitting(parts) < k)) return [];
  const fit = count === 1 ? '1 person in the register fits' : `${count} people in the register fit`;
  const reason =
    parts.length === 0
      ? `${fit} this description, at least ${k} must.`
      : `With what was said of this speaker before, ${fit}, at least ${k} must: leave this out, or do not say that it is the same speaker.`;
  return [{ start: told.start, end: told.end, level: 'block', reason, replacement: null }];
}

/** Without what no entry of the register answers: it cannot be counted. */
function countable(what: Description, people: readonly Person[]): Description {
  const { region, gender, ...rest } = what;
  return {
    ...rest,
    ...(region !== undefined && people.some((person) => (person.region ?? '') !== '') ? { region } : {}),
    ...(gender !== undefined && people.some((person) => person.gender !== undefined) ? { gender } : {}),
  };
}

const isNoun = (token: Token | undefined): boolean => token !== undefined && (token.classes.has('room') || token.classes.has('person'));

/** Kept with the tokens of a passage: a text that has not changed is not read again. */
const known = new WeakMap<Passage['tokens'], readonly Told[]>();

function descriptionsIn({ tokens }: Passage): readonly Told[] {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const found = read(tokens);
  known.set(tokens, found);
  return found;
}

function read(tokens: readonly Token[]): Told[] {
  const found: Told[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const noun = tokens[from]?.classes.has('one') ? nounAfter(tokens, from) : -1;
    const [first, head] = [tokens[from], tokens[noun]];
    if (first === undefined || head === undefined) continue;
    const to = endOf(tokens, noun);
    const told = tokens.slice(from, to);
    found.push({
      start: first.start,
      end: tokens[to - 1]?.end ?? head.end,
      what: whatOf(told, head),
      again: told.slice(0, noun - from).some(isAgain),
      apart: to > noun + 1 && tokens[noun + 1]?.gap === 'soft',
    });
    from = to - 1;
  }
  return found;
}

const isAgain = (token: Token): boolean => /(^|_)(same|above|même|mismo|misma)$/.test(token.lower);

function nounAfter(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at <= from + 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'hard' || token.gap === 'soft' || token.classes.has('preposition')) return -1;
    if (isNoun(token) && !(tokens[at + 1]?.gap === 'space' && isNoun(tokens[at + 1]))) return at;
  }
  return -1;
}

/** Takes "from the Pacific" to the description, and an apposition: ", a woman," or ", from the Pacific,". */
function endOf(tokens: readonly Token[], noun: number): number {
  let end = noun + 1;
  const opens = tokens[end];
  if (opens === undefined || opens.gap === 'hard') return end;
  const apart = opens.gap === 'soft';
  if (!opens.classes.has('preposition') && !(apart && opens.classes.has('indefinite'))) return end;
  for (let at = end + 1; at <= noun + 7; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'hard' || token.gap === 'soft' || token.classes.has('speech') || token.classes.has('opinion')) return end;
    if (narrows(token)) end = at + 1;
  }
  return end;
}

const narrows = (token: Token): boolean => [...token.classes].some((name) => name.startsWith('region:') || name === 'female' || name === 'male');

function whatOf(told: readonly Token[], head: Token): Description {
  const value = (tokens: readonly Token[], kind: string) => tokens.flatMap((token) => [...token.classes]).find((name) => name.startsWith(kind))?.slice(kind.length); // biome-ignore format: one line
  const has = (name: string) => told.some((token) => token.classes.has(name));
  const gender = has('female') ? 'female' : has('male') ? 'male' : undefined;
  return { category: value([head], 'category:'), region: value(told, 'region:'), gender };
}
