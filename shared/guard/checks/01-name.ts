/** [GRD-1] A name of the register in any form: case, diacritics, possessive, initials, nickname, transliteration, one typo,
 *  invisible characters, split over runs or a hyphen. Names that are also words need a title, a verb of speech or a capital in mid-sentence. */
import type { RuleId } from '../../people/rule.ts';
import { wordMentions } from '../../people/wording.ts';
import { type Check, type Context, type Hit, type Passage, patternHits } from '../check.ts';
import { shortFormsOf } from '../initials.ts';
import type { NameHit } from '../names.ts';
import { isUnspaced } from '../scripts.ts';
import { stands } from '../standing.ts';
import { fold, original } from '../text.ts';
import { isCapital, type Token } from '../tokens.ts';

const how: Readonly<Record<NameHit['kind'], string>> = {
  name: 'is a name in the register',
  nickname: 'is a short or other form of a name in the register',
  spelling: 'is another spelling of a name in the register',
  typo: 'is one letter away from a name in the register',
  inside: 'holds a name of the register',
};

export const name: Check = {
  number: 1,
  name: 'name',
  title: 'Names',
  region: (passage, context) => {
    const titled = patternHits(passage, 1, 'block', (quote) => `“${quote}” is named as a speaker; the rule of the meeting does not show names.`, true);
    if (passage.region.rule !== 'named' && context.people.length === 0) return titled;
    if (context.people.length === 0) return [];
    const guarded = guardedUnder(passage.region.rule, context);
    const isGuarded = (people: readonly number[]) => people.some((person) => guarded.has(person));
    return [
      ...(passage.region.rule === 'named' ? [] : titled),
      ...wordHits(passage, context, isGuarded),
      ...shortFormsOf(passage, context, isGuarded).map(({ start, end }) => hit(passage, start, end, 'name')),
      ...unspacedHits(passage, context, isGuarded),
      ...writtenHits(passage, context, isGuarded),
    ];
  },
};

const places = new WeakMap<Context, Map<RuleId, ReadonlySet<number>>>();

/** Whom the rule hides, by place in the register; counted once a register and rule. */
function guardedUnder(rule: RuleId, context: Context): ReadonlySet<number> {
  const known = places.get(context) ?? new Map<RuleId, ReadonlySet<number>>();
  places.set(context, known);
  const before = known.get(rule);
  if (before !== undefined) return before;
  const hidden = new Set(context.protectedPeople(rule));
  const guarded = new Set(context.people.flatMap((person, at) => (hidden.has(person) ? [at] : [])));
  known.set(rule, guarded);
  return guarded;
}

type Guarded = (people: readonly number[]) => boolean;

function hit(passage: Passage, start: number, end: number, kind: NameHit['kind']): Hit {
  const quote = passage.reading.text.slice(start, end);
  return { start, end, level: 'block', reason: `“${quote}” ${how[kind]}; the rule of the meeting does not show it.`, replacement: null };
}

/** A name found in the text, in tokens. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly name: NameHit;
}

function wordHits(passage: Passage, context: Context, isGuarded: Guarded): Hit[] {
  return together(passage, namesIn(passage, context, isGuarded)).map(({ from, end, name: found }) => {
    const start = passage.tokens[from]?.start ?? 0;
    return { ...hit(passage, start, end, found.kind), replacement: instead(passage, context, from, found) };
  });
}

function namesIn(passage: Passage, context: Context, isGuarded: Guarded): Found[] {
  const { tokens } = passage;
  const all: Found[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (passage.written[index]) continue;
    for (const { word, end, parts } of readings(tokens, index)) {
      const found = context.names.lookup(word);
      if (found === null || !isGuarded(found.people)) continue;
      if (parts > 1 && found.kind !== 'name') continue;
      if (found.weak && !stands(passage, index, index + parts, found)) continue;
      if (isNamesake(passage, index + parts, fold(word), found, context)) continue;
      all.push({ from: index, to: index + parts, end, name: found });
      break;
    }
  }
  return all;
}

/** Where a report says who wrote it: a given name of the register with a surname that nobody there bears is the author's. */
function isNamesake({ region, tokens }: Passage, to: number, word: string, found: NameHit, { names, people }: Context): boolean {
  if (!/^field rapporteur$|^back matter, imprint$/.test(region.label)) return false;
  const surname = tokens.slice(to, to + 2).find((token) => token.raw.length > 1);
  if (surname === undefined || surname.gap !== 'space' || !isCapital(surname) || names.lookup(surname.raw) !== null) return false;
  return found.people.every((person) => !fold(people[person]?.name.trim() ?? '').endsWith(word));
}

/** First name and surname of one person are one finding, with the title or initials before them: one replacement stands for all of it. */
function together({ tokens, written }: Passage, all: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const one of all) {
    const before = joined.at(-1);
    const shared = before?.name.people.filter((person) => one.name.people.includes(person)) ?? [];
    const beside = before !== undefined && one.from <= before.to && (one.from < before.to || tokens[one.from]?.gap === 'space');
    if (before === undefined || !beside || shared.length === 0) joined.push(one);
    else
      joined.splice(-1, 1, {
        from: before.from,
        to: Math.max(one.to, before.to),
        end: Math.max(one.end, before.end),
        name: { ...before.name, people: shared },
      });
  }
  return joined.map((one) => {
    let { from } = one;
    const isTitle = (index: number) => {
      const token = tokens[index];
      return token !== undefined && !written[index] && isCapital(token) && (token.classes.has('title') || token.raw.length === 1);
    };
    while (from > 0 && tokens[from]?.gap === 'space' && isTitle(from - 1)) from -= 1;
    return { ...one, from };
  });
}

/** What the rule writes for the one person that a name belongs to; null where several bear it, or where the rule shows nobody. */
function instead(passage: Passage, { people, k }: Context, from: number, found: NameHit): string | null {
  const { rule, kind } = passage.region;
  const person = found.people.length === 1 ? people[found.people[0] ?? -1] : undefined;
  if (person === undefined || found.kind === 'inside' || rule === 'unattributed' || kind === 'file-name' || kind === 'link' || kind === 'code') return null;
  const mention = { person: person.id, rule, consent: null, sentenceStart: passage.tokens[from]?.gap === 'hard', form: 'inline', scope: '', block: '' } as const; // biome-ignore format: one line
  return wordMentions([mention], people, { k, language: passage.pack.language })[0]?.text ?? null;
}

/** A word as it stands; joined with the next one or two over a hyphen, an apostrophe or nothing but a digit; letters set apart ("L i n d"). */
function* readings(tokens: readonly Token[], index: number): Generator<{ word: string; end: number; parts: number }> {
  const token = tokens[index];
  if (token === undefined) return;
  for (const word of token.raw.split(/[\s.'-]+/)) yield { word, end: token.end, parts: 1 };
  let word = token.raw;
  for (let parts = 2; parts <= 12; parts += 1) {
    const next = tokens[index + parts - 1];
    const spaced = next?.gap === 'space' && next.raw.length === 1 && word.length === parts - 1;
    if (next === undefined || !(spaced || (next.gap === 'joint' && parts <= 4))) return;
    word += next.raw;
    if (word.length >= 4) yield { word, end: next.end, parts };
  }
}

/** Names in scripts whose words run together: wherever they stand, the longest at each place. */
function unspacedHits(passage: Passage, { names }: Context, isGuarded: Guarded): Hit[] {
  const { tokens, written } = passage;
  const { text } = passage.reading;
  if (names.unspaced.size === 0 || !isUnspaced(text)) return [];
  const isWritten = (at: number) => tokens.some((token, index) => written[index] === true && token.start <= at && at < token.end);
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const here = names.unspaced.get(text.charAt(at))?.filter((form) => isGuarded([form.person]) && text.startsWith(form.text, at)) ?? [];
    const length = Math.max(0, ...here.map((form) => form.text.length));
    if (length === 0 || isWritten(at)) continue;
    hits.push(hit(passage, at, at + length, 'name'));
    at += length - 1;
  }
  return hits;
}

/** A name inside what the rule wrote: an affiliation or office of the register that holds one ("the Lindqvist Foundation"). Where a person is named with
 *  consent, that person's own name is meant to be there. */
function writtenHits(passage: Passage, context: Context, isGuarded: Guarded): Hit[] {
  return passage.tokens.flatMap((token, index): Hit[] => {
    if (!passage.written[index]) return [];
    const wording = wordingAt(passage, token.start);
    const isMeant = (people: readonly number[]) => people.some((person) => wording.includes(fold(context.people[person]?.name.trim() || '\0')));
    const leak = token.raw.split(/[\s.'-]+/).find((word) => {
      const found = context.names.lookup(word);
      return found !== null && !found.weak && found.kind === 'name' && isGuarded(found.people) && !isMeant(found.people);
    });
    if (leak === undefined) return [];
    const start = token.start + token.raw.indexOf(leak);
    const reason = `“${leak}” is a name in the register, and an affiliation or office of the register holds it: write that entry without the name.`;
    return [{ start, end: start + leak.length, level: 'block', reason, replacement: null }];
  });
}

/** The whole of what the rule wrote around a place in the reading, folded. */
function wordingAt({ reading, region }: Passage, start: number): string {
  const at = original(reading, start, start).start;
  const [from, to] = region.attributed.find(([first, end]) => first <= at && at < end) ?? [0, 0];
  return fold(region.text.slice(from, to));
}
