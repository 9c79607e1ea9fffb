/** [GRD-4] A description that fewer than k attendees fit: "a female ambassador from the Pacific". Counted over the register, and over what
 *  several statements build up together. Without a register, two narrowing words already block: nobody can count. */

import { countFits, countPartners, type Description } from '../../people/anonymity.ts';
import { wordsFor } from '../../people/words.ts';
import { buildUpHits } from '../build-up.ts';
import { type Check, type Context, type Hit, type Passage, patternHits, textOf, typedFrom } from '../check.ts';
import { portraitHits } from '../portraits.ts';
import type { Token } from '../tokens.ts';

interface Told {
  readonly from: number;
  readonly to: number;
  readonly what: Description;
  /** Narrowing words beside the category. */
  readonly narrow: number;
  /** Those of them that no field of the register answers. */
  readonly uncounted: number;
  readonly shares: 'region' | 'category' | null;
}

const fewReason = (quote: string) => `“${quote}” leaves very few in the room to choose from.`;

export const smallSet: Check = {
  number: 4,
  name: 'small-set',
  title: 'A description that few fit',
  region: (passage, context) => {
    const told = passage.report ? [] : descriptions(passage);
    const hits = told.flatMap((one, index) => judge(one, told.slice(0, index), passage, context));
    return [...hits, ...portraitHits(passage, 'few', 'block', fewReason), ...patternHits(passage, 4, 'block', fewReason, true)];
  },
  document: buildUpHits,
};

function judge(one: Told, before: readonly Told[], passage: Passage, context: Context): Hit[] {
  const from = typedFrom(passage, one.from, one.to);
  const narrows = (token: Token) => [...token.classes].some((name) => /^(region:|narrow$|shared$|female$|male$)/.test(name));
  if (from > one.from && !passage.tokens.slice(from, one.to).some(narrows)) return [];
  const found = judgeAll(one, before, passage, context);
  const start = passage.tokens[from]?.start;
  // What the rule wrote stays; only what is typed behind it can be changed.
  return from === one.from || start === undefined ? found : found.map((hit) => ({ ...hit, start, replacement: null }));
}

function judgeAll(one: Told, before: readonly Told[], passage: Passage, context: Context): Hit[] {
  const { people, k } = context;
  const [first, last] = [passage.tokens[one.from], passage.tokens[one.to - 1]];
  if (first === undefined || last === undefined) return [];
  const quote = textOf(passage, one.from, one.to);
  const place = { start: first.start, end: last.end, level: 'block' as const };
  if (people.length === 0) {
    if (one.narrow < 2 || !isHeard(passage, one)) return [];
    return [{ ...place, reason: `“${quote}” narrows a speaker down twice, and there is no register to count who fits.`, replacement: wide(one, passage) }];
  }
  if (one.uncounted >= 2 || (one.uncounted === 1 && one.narrow >= 2))
    return [
      {
        ...place,
        reason: `“${quote}” narrows a speaker down by what the register does not say, so nobody can count who fits.`,
        replacement: wide(one, passage),
      },
    ];
  const regions = people.some((person) => (person.region ?? '') !== '');
  const { region, ...rest } = one.what;
  const what: Description = regions || region === undefined ? one.what : rest;
  if (!regions && one.narrow > 0 && region !== undefined && one.narrow < 2) return [];
  const earlier = before.at(-1);
  const count = one.shares !== null && earlier !== undefined ? countPartners(people, earlier.what, what, one.shares) : counted(context, what);
  if (count >= k || (Object.keys(what).length === 0 && one.shares === null)) return [];
  const fit = count === 1 ? '1 person in the register fits' : `${count} people in the register fit`;
  return [{ ...place, reason: `“${quote}”: ${fit}, at least ${k} must.`, replacement: wider(one, passage, context) }];
}

/** Whether the description is of somebody of the room, or of somebody who says something in its sentence: a young woman may also win a prize. */
function isHeard(passage: Passage, { from, to }: Told): boolean {
  const says = (token: Token, index: number) =>
    (index >= from && index < to && token.classes.has('room')) || ['speech', 'opinion', 'holding', 'stance'].some((name) => token.classes.has(name));
  return passage.tokens.some((token, index) => passage.sentence[index] === passage.sentence[from] && says(token, index));
}

const counts = new WeakMap<Context, Map<string, number>>();

/** As `countFits`, each description counted once. */
function counted(context: Context, what: Description): number {
  const known = counts.get(context) ?? new Map<string, number>();
  counts.set(context, known);
  const key = JSON.stringify(what);
  const count = known.get(key) ?? countFits(context.people, what);
  known.set(key, count);
  return count;
}

/** The category alone where k people fit it, else "one participant". */
function wider(one: Told, passage: Passage, context: Context): string {
  const words = wordsFor(passage.pack.language);
  const { category } = one.what;
  const fitting = category !== undefined && one.narrow > 0 && countFits(context.people, { category }) >= context.k && Object.hasOwn(words.categories, category);
  return inCase(one, passage, fitting ? words.categories[category] : undefined);
}

function wide(one: Told, passage: Passage): string {
  return inCase(one, passage, wordsFor(passage.pack.language).categories[one.what.category ?? '']);
}

function inCase(one: Told, passage: Passage, found: readonly string[] | undefined): string {
  const first = passage.tokens[one.from];
  const forms = found ?? wordsFor(passage.pack.language).participant;
  const text = forms[first?.classes.has('another') ? 1 : 0] ?? '';
  return /^\p{Lu}/u.test(first?.raw ?? '') ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Every "a … diplomat from the …" of a passage: a determiner of one, up to four words, a noun of people, and what narrows it. */
function descriptions(passage: Passage): Told[] {
  const { tokens } = passage;
  const found: Told[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (!tokens[index]?.classes.has('one')) continue;
    const noun = nounAfter(tokens, index);
    if (noun < 0) continue;
    const to = tailEnd(tokens, noun);
    const one = told(tokens, index, noun, to);
    if (speaks(tokens, index, noun, to, one.narrow)) found.push(one);
  }
  return found;
}

/** Whether a description is of somebody in the room: "an expert" in general, or "the woman" of a case, is not. */
function speaks(tokens: readonly Token[], from: number, noun: number, to: number, narrow: number): boolean {
  const first = tokens[from];
  const room = tokens[noun]?.classes.has('room') === true;
  const definite = first?.classes.has('indefinite') !== true;
  if (/^(one|another|otr[oa]|autre)$/.test(first?.lower ?? '') || (narrow > 0 && room) || (narrow > 0 && !definite)) return true;
  for (let at = to; at < to + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'hard') break;
    if (token.classes.has('speech') || token.classes.has('opinion') || token.classes.has('remark')) return true;
  }
  return tokens[from - 1]?.lower === 'to' && tokens[from - 2]?.lower === 'according';
}

function nounAfter(tokens: readonly Token[], index: number): number {
  for (let at = index + 1; at <= index + 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'hard' || token.gap === 'soft') return -1;
    const more = tokens[at + 1];
    const isNoun = (one: Token | undefined) => one !== undefined && (one.classes.has('room') || one.classes.has('person'));
    if (isNoun(token) && !(more?.gap === 'space' && isNoun(more))) return at;
    if (token.classes.has('preposition')) return -1;
  }
  return -1;
}

/** Takes "from the Pacific", "from a small island State", "de la región del Pacífico", "from the same region" to the description. */
function tailEnd(tokens: readonly Token[], noun: number): number {
  let end = noun + 1;
  for (let at = noun + 1; at <= noun + 7; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'hard' || token.gap === 'soft') break;
    if (token.classes.has('region') || token.classes.has('narrow') || token.classes.has('shared')) end = at + 1;
    else if (at === noun + 1 ? !token.classes.has('preposition') && !token.classes.has('demonym') : token.classes.has('speech') || token.classes.has('opinion'))
      break;
  }
  return end;
}

function told(tokens: readonly Token[], from: number, noun: number, to: number): Told {
  let what: Description = {};
  let narrow = 0;
  let uncounted = 0;
  let shares: Told['shares'] = null;
  for (let at = from; at < to; at += 1) {
    for (const name of tokens[at]?.classes ?? []) {
      const [kind, value] = name.split(':', 2);
      if (kind === 'category' && value !== undefined && at === noun) what = { ...what, category: value };
      if (kind === 'region' && value !== undefined) [what, narrow] = [{ ...what, region: value }, narrow + 1];
      if (name === 'female' || name === 'male') [what, narrow] = [{ ...what, gender: name }, narrow + 1];
      if (name === 'narrow') [narrow, uncounted] = [narrow + 1, uncounted + 1];
      if (name === 'shared') shares = tokens[at]?.lower.includes('categor') ? 'category' : 'region';
    }
  }
  return { from, to, what, narrow, uncounted, shares };
}
