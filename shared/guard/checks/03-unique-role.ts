/** [GRD-3] A role that one person in the room holds: "the former finance minister present" blocks, "the Chair warned" warns. Procedure is free. */
import type { RuleId } from '../../people/rule.ts';
import { type Check, type Context, type Hit, type Passage, patternHits } from '../check.ts';
import { portraitHits } from '../portraits.ts';
import { fold } from '../text.ts';
import type { Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote}” fits one person in the room: a role that stands alone is as good as a name.`;

export const uniqueRole: Check = {
  number: 3,
  name: 'unique-role',
  title: 'A role that one person holds',
  region: (passage, context) => {
    const hits = [
      ...patternHits(passage, 3, 'block', reason, true),
      ...portraitHits(passage, 'role', 'block', reason),
      ...portraitHits(passage, 'title', 'warn', reason),
      ...shortRoleHits(passage, context),
      ...roleHits(passage, rolesOf(context, passage.region.rule).long),
    ];
    return passage.region.rule === 'named' && context.protectedPeople('named').length === 0 ? [] : hits;
  },
};

/** The roles of a register, folded; worked out once for a register and rule. */
interface Roles {
  /** Of three words or more, of those whom the rule hides. */
  readonly long: readonly string[];
  /** Of one or two words that fewer than k people hold, by their first word; `place` is the place among all roles. */
  readonly rare: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly place: number }[]>;
}

const known = new WeakMap<Context, Map<RuleId, Roles>>();

function rolesOf(context: Context, rule: RuleId): Roles {
  const byRule = known.get(context) ?? new Map<RuleId, Roles>();
  known.set(context, byRule);
  const before = byRule.get(rule);
  if (before !== undefined) return before;
  const hidden = new Set(context.protectedPeople(rule).map((person) => person.role ?? ''));
  const long = [...hidden].filter((role) => role.trim().split(/\s+/).length >= 3).map((role) => fold(role).trim());
  const made = { long, rare: Map.groupBy(rareRoles(context), ({ words }) => words[0] ?? '') };
  byRule.set(rule, made);
  return made;
}

function rareRoles({ people, k }: Context): { words: string[]; place: number }[] {
  const all = people.map((person) => fold(person.role ?? ''));
  const short = [...new Set(all.map((role) => role.trim()))].filter((role) => role !== '' && role.split(/\s+/).length < 3);
  return short.filter((role) => all.filter((other) => other.includes(role)).length < k).map((role, place) => ({ words: role.split(/[\s_-]+/), place }));
}

/** Roles of the register of three words or more, as typed: "former President of the Council". */
function roleHits(passage: Passage, roles: readonly string[]): Hit[] {
  if (roles.length === 0) return [];
  const text = fold(passage.reading.text);
  if (text.length !== passage.reading.text.length) return [];
  return roles.flatMap((short) => {
    const at = text.indexOf(short);
    if (at < 0) return [];
    const start = passage.tokens.findIndex((token) => token.start === at);
    if (start >= 0 && passage.written[start]) return [];
    return [{ start: at, end: at + short.length, level: 'block' as const, reason: reason(passage.reading.text.slice(at, at + short.length)) }];
  });
}

/** A role of one or two words that fewer than k people of the register hold, as a speaker: "the hydrologist cautioned". Chairs are procedure. */
function shortRoleHits(passage: Passage, context: Context): Hit[] {
  const { rare } = rolesOf(context, passage.region.rule);
  if (rare.size === 0) return [];
  const found = passage.tokens.flatMap((token, index) => {
    const article = passage.tokens[index - 1];
    if (article === undefined || !article.classes.has('one') || token.gap !== 'space') return [];
    const begin = fold(token.raw).split(/[\s_-]+/, 1)[0] ?? '';
    return (rare.get(begin) ?? []).flatMap(({ words, place }) => shortRoleAt(passage, article, index, words).map((hit) => ({ hit, place })));
  });
  return found.sort((a, b) => a.place - b.place).map(({ hit }) => hit);
}

function shortRoleAt({ tokens, written, reading }: Passage, article: Token, index: number, words: readonly string[]): Hit[] {
  const taken = taking(tokens, index, words);
  const [token, last] = [tokens[index], tokens[index + taken - 1]];
  if (taken === 0 || token === undefined || last === undefined || written[index]) return [];
  // "One ambassador" is a category, counted by check 4; "the ambassador" is one person.
  if (article.classes.has('indefinite') && [...token.classes].some((name) => name.startsWith('category:'))) return [];
  if (token.classes.has('chairlike') || !speaksNext(tokens, index + taken)) return [];
  return [{ start: article.start, end: last.end, level: 'block', reason: reason(reading.text.slice(article.start, last.end)) }];
}

/** How many tokens the words of a role take from `index`; 0 where they do not stand there. */
function taking(tokens: Passage['tokens'], index: number, words: readonly string[]): number {
  let at = index;
  for (let word = 0; word < words.length; at += 1) {
    const parts = fold(tokens[at]?.raw ?? '').split(/[\s_-]+/);
    if (parts[0] === '' || parts.some((part, offset) => part !== words[word + offset])) return 0;
    word += parts.length;
  }
  return at - index;
}

function speaksNext(tokens: Passage['tokens'], from: number): boolean {
  for (let index = from; index < from + 5; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.gap === 'hard') return false;
    if (['remark', 'opinion', 'holding', 'speech'].some((name) => token.classes.has(name))) return true;
  }
  return false;
}
