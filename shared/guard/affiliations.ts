/** The register's affiliations among the words of a text. A list of countries does not know Orvane: a word of the register is then read as a
 *  country or a body, and every pattern about countries and bodies sees it. */
import type { Person } from '../people/person.ts';
import { fold } from './text.ts';
import { isCapital, type Token } from './tokens.ts';

/** Words that many affiliations share: alone they say nothing. */
export const small =
  /^(the|of|for|and|la|le|les|de|des|du|el|los|las|del|y|et|state|states|republic|union|office|group|united|nations|un|national|international|permanent|mission|ministry|institute|council|commission|human|rights|organisation|organization|centre|center|university|network|coalition|society|foundation|association)$/;
const joining = /^(the|of|for|and|on|in|la|le|les|de|des|du|d|el|los|las|del|y|et|s)$/;
const suffixes = /(i?ans?|ers?|ese|ish|is?|e?s)$/;

interface Affiliations {
  /** Folded words of whole affiliations by the first of them, longest first; their class. */
  readonly phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly class: 'country' | 'body' }[]>;
  readonly acronyms: ReadonlySet<string>;
  /** Stems of one-word affiliations, for their demonyms. */
  readonly stems: ReadonlySet<string>;
}

/** A function that marks a register's affiliations in the tokens of a text; undefined where the register has none.
 *  Whole affiliations become one token of class body (or country, where they are one word); "Orvanese" takes the class demonym; "OBA" stands for
 *  Orvane Basin Authority. Words of a longer affiliation on their own are left as they are: "early" is no Early Action Desk. */
export function affiliationTagger(people: readonly Person[]): ((tokens: readonly Token[]) => readonly Token[]) | undefined {
  const known = read(people);
  if (known.phrases.size === 0) return undefined;
  return (tokens) => {
    const tagged: Token[] = [];
    let index = 0;
    while (index < tokens.length) {
      const [token, taken] = tag(tokens, index, known);
      tagged.push(token);
      index += taken;
    }
    return tagged;
  };
}

function read(people: readonly Person[]): Affiliations {
  const all = [...new Set(people.map((person) => person.affiliation?.trim() ?? '').filter((one) => one.length > 2))];
  const phrases = all
    .map((one) => ({ written: one.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [] }))
    .map(({ written }) => ({
      words: written.map(fold),
      class: written.length === 1 && !/^\p{Lu}+$/u.test(written[0] ?? '') ? ('country' as const) : ('body' as const),
    }))
    .filter(({ words }) => words.some((word) => word.length > 2 && !joining.test(word)))
    .sort((a, b) => b.words.length - a.words.length);
  const acronyms = all.flatMap((one) => {
    const initials = (one.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !joining.test(fold(word))).map((word) => word.charAt(0).toUpperCase());
    return initials.length > 2 ? [initials.join('')] : [];
  });
  const single = phrases.flatMap(({ words }) => (words.length === 1 && (words[0]?.length ?? 0) > 4 ? [words[0] ?? ''] : []));
  return {
    phrases: Map.groupBy(phrases, ({ words }) => words[0] ?? ''),
    acronyms: new Set(acronyms),
    stems: new Set(single.flatMap((word) => [word, word.replace(/[aeiou]+$/, '')])),
  };
}

function tag(tokens: readonly Token[], index: number, known: Affiliations): [Token, number] {
  const token = tokens[index] as Token;
  if (!isCapital(token)) return [token, 1];
  const short = fold(token.raw);
  for (const phrase of known.phrases.get(/[\p{L}\p{M}\p{N}]+/u.exec(short)?.[0] ?? '') ?? []) {
    const taken = matched(tokens, index, phrase.words);
    if (taken > 0) return [merged(tokens, index, taken, phrase.class), taken];
  }
  if (known.acronyms.has(token.raw)) return [classed(token, 'body'), 1];
  const stem = short.replace(suffixes, '');
  return [short.length > 5 && stem !== short && known.stems.has(stem) ? classed(token, 'demonym') : token, 1];
}

/** How many tokens a phrase takes from `index`; 0 where it does not stand there. */
function matched(tokens: readonly Token[], index: number, words: readonly string[]): number {
  let at = index;
  let word = 0;
  while (word < words.length) {
    const token = tokens[at];
    if (token === undefined || (at > index && (token.gap === 'hard' || token.gap === 'soft'))) return 0;
    const parts = fold(token.raw).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    if (parts.length === 0 || parts.some((part, offset) => part !== words[word + offset])) return 0;
    word += parts.length;
    at += 1;
  }
  return at - index;
}

const wider = new WeakMap<ReadonlySet<string>, Map<string, ReadonlySet<string>>>();

/** One more class; the same set for the same words, as what is worked out for a set is kept. */
function classed(token: Token, name: string): Token {
  const known = wider.get(token.classes) ?? new Map<string, ReadonlySet<string>>();
  wider.set(token.classes, known);
  const classes = known.get(name) ?? new Set([...token.classes, name]);
  known.set(name, classes);
  return { ...token, classes };
}

const alone = { country: new Set(['country']), body: new Set(['body']) };

function merged(tokens: readonly Token[], index: number, taken: number, name: 'country' | 'body'): Token {
  const first = tokens[index] as Token;
  const last = tokens[index + taken - 1] as Token;
  if (taken === 1) return classed(first, name);
  const parts = tokens.slice(index, index + taken);
  return { ...first, end: last.end, raw: parts.map((one) => one.raw).join(' '), lower: parts.map((one) => one.lower).join('_'), classes: alone[name] };
}
