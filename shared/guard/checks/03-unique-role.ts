/** [GRD-3] A role that one person in the room holds: "the former finance minister present" blocks, "the Chair warned" warns. Procedure is free. */
import { type Check, type Context, type Hit, type Passage, patternHits } from '../check.ts';
import { portraitHits } from '../portraits.ts';
import { fold } from '../text.ts';

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
      ...roleHits(
        passage,
        context.protectedPeople(passage.region.rule).map((person) => person.role ?? ''),
      ),
    ];
    return passage.region.rule === 'named' && context.protectedPeople('named').length === 0 ? [] : hits;
  },
};

/** Roles of the register of three words or more, as typed: "former President of the Council". */
function roleHits(passage: Passage, roles: readonly string[]): Hit[] {
  const long = [...new Set(roles)].filter((role) => role.trim().split(/\s+/).length >= 3);
  if (long.length === 0) return [];
  const text = fold(passage.reading.text);
  if (text.length !== passage.reading.text.length) return [];
  return long.flatMap((role) => {
    const short = fold(role).trim();
    const at = text.indexOf(short);
    const start = passage.tokens.findIndex((token) => token.start === at);
    if (at < 0 || (start >= 0 && passage.written[start])) return [];
    return [{ start: at, end: at + short.length, level: 'block' as const, reason: reason(passage.reading.text.slice(at, at + short.length)) }];
  });
}

/** A role of one or two words that fewer than k people of the register hold, as a speaker: "the hydrologist cautioned". Chairs are procedure. */
function shortRoleHits(passage: Passage, { people, k }: Context): Hit[] {
  const { tokens } = passage;
  const roles = [...new Set(people.map((person) => fold(person.role ?? '').trim()))].filter((role) => role !== '' && role.split(/\s+/).length < 3);
  const rare = roles.filter((role) => people.filter((person) => fold(person.role ?? '').includes(role)).length < k);
  return rare.flatMap((role) => {
    const words = role.split(/[\s_-]+/);
    return tokens.flatMap((token, index): Hit[] => {
      const taken = taking(tokens, index, words);
      const last = tokens[index + taken - 1];
      const article = tokens[index - 1];
      if (taken === 0 || last === undefined || article === undefined || passage.written[index] || token.gap !== 'space') return [];
      // "One ambassador" is a category, counted by check 4; "the ambassador" is one person.
      if (article.classes.has('indefinite') && [...token.classes].some((name) => name.startsWith('category:'))) return [];
      if (!article.classes.has('one') || token.classes.has('chairlike') || !speaksNext(tokens, index + taken)) return [];
      return [{ start: article.start, end: last.end, level: 'block', reason: reason(passage.reading.text.slice(article.start, last.end)) }];
    });
  });
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
