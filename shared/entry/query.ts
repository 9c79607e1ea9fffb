/**
 * The search language: words, "phrases", beginnings*, OR, − (or NOT), NEAR(a b, 5) and a NEAR/5 b.
 * Every text is a valid query: marks without meaning are ignored, so a search never fails for what was typed.
 */

/** Something that a paragraph has or has not. */
export type Term =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly word: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  | { readonly kind: 'near'; readonly words: readonly string[]; readonly within: number };

export interface Query {
  /** Each group must be met; one of its terms is enough. */
  readonly all: readonly (readonly Term[])[];
  readonly none: readonly Term[];
}

/** Words that stand for each other. */
export interface Expansion {
  /** Long forms first; each is one or more words. */
  readonly forms: readonly string[];
  /** Short forms: NHRI. */
  readonly acronyms: readonly string[];
  /** The acronym is also a common word (WHO, AU, IS): it counts only where typed in capitals, and is never searched for the long form. */
  readonly ambiguous?: boolean | undefined;
}

const defaultWithin = 10;
const letters = /[\p{L}\p{N}\p{Co}]+/gu;
const minus = '-−–';
/** NEAR with nothing to be near to: somebody is still typing. */
const loneNear = /^NEAR(\/\d*)?\(?[,\d]*\)?$/;

/** Case, diacritics and compatibility forms taken away, as the full-text index does. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text, folded, as the full-text index cuts them. */
export function wordsOf(text: string): string[] {
  return fold(text).match(letters) ?? [];
}

type Token = { readonly kind: 'quoted' | 'bare'; readonly text: string; readonly negative: boolean; readonly star: boolean };

/** Reads what was typed. Never throws. */
export function parseQuery(text: string): Query {
  const all: Term[][] = [];
  const none: Term[] = [];
  const tokens = tokensOf(text);
  let join = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (isOperator(token, 'AND')) continue;
    if (isOperator(token, 'OR')) {
      join = all.length > 0;
      continue;
    }
    const negated = isOperator(token, 'NOT');
    if (negated) at += 1;
    const near = readNear(tokens, at);
    const operand = tokens[at];
    const term = near?.term ?? (operand === undefined ? null : termOf(operand));
    if (near !== null) at = near.last;
    if (term === null) continue;
    if (negated || operand?.negative === true) none.push(term);
    else if (join) all.at(-1)?.push(term);
    else all.push([term]);
    join = false;
  }
  return { all, none };
}

/** Cuts at white space and quotation marks; a mark before a word says "not", a star after it "begins with". */
function tokensOf(text: string): Token[] {
  const plain = text.replace(/[“”„«»]/g, '"').replace(/\p{Cc}/gu, ' ');
  const tokens: Token[] = [];
  for (const match of plain.matchAll(/([-−–]?)"([^"]*)(?:"|$)|[^\s"]+/gu)) {
    if (match[2] !== undefined) {
      tokens.push({ kind: 'quoted', text: match[2], negative: match[1] !== '', star: false });
      continue;
    }
    const raw = match[0];
    const negative = minus.includes(raw[0] ?? ' ') && raw.length > 1;
    const body = negative ? raw.slice(1) : raw;
    tokens.push({ kind: 'bare', text: body, negative, star: /[\p{L}\p{N}]\*+\W*$/u.test(body) });
  }
  return tokens;
}

function isOperator(token: Token, name: string): boolean {
  return token.kind === 'bare' && !token.negative && token.text === name;
}

/** The term a token stands for; null where it has no letter or digit. "well-being" is a phrase of its two words. */
function termOf(token: Token): Term | null {
  const words = wordsIn(token.text);
  const [first] = words;
  if (first === undefined || (token.kind === 'bare' && loneNear.test(token.text))) return null;
  if (words.length > 1) return { kind: 'phrase', words };
  return { kind: token.star ? 'prefix' : 'word', word: first };
}

/** Words as typed: capitals are kept, since an acronym may depend on them. */
function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{Co}\p{M}]+/gu)
      ?.filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word)) ?? []
  );
}

/** NEAR(a b) · NEAR(a b, 5) · a NEAR b · a NEAR/5 b, from position `at`. */
function readNear(tokens: readonly Token[], at: number): { readonly term: Term; readonly last: number } | null {
  const here = tokens[at];
  if (here === undefined || here.kind !== 'bare') return null;
  if (here.text.startsWith('NEAR(')) return readNearCall(tokens, at);
  const middle = tokens[at + 1];
  const after = tokens[at + 2];
  const operator = middle?.kind === 'bare' ? /^NEAR(?:\/(\d{1,3}))?$/.exec(middle.text) : null;
  if (operator === null || after === undefined) return null;
  const words = [...wordsIn(here.text), ...wordsIn(after.text)];
  return words.length < 2 ? null : { term: { kind: 'near', words, within: Number(operator[1] ?? defaultWithin) }, last: at + 2 };
}

function readNearCall(tokens: readonly Token[], at: number): { readonly term: Term; readonly last: number } | null {
  let last = at;
  while (last < tokens.length - 1 && !tokens[last]?.text.includes(')')) last += 1;
  const inside = tokens
    .slice(at, last + 1)
    .map((token) => token.text)
    .join(' ')
    .slice('NEAR('.length);
  const within = /,\s*(\d{1,3})\s*\)?\s*$/.exec(inside);
  const words = wordsIn(within === null ? inside : inside.slice(0, within.index));
  const [only] = words;
  if (only === undefined) return null;
  const term: Term = words.length === 1 ? { kind: 'word', word: only } : { kind: 'near', words, within: Number(within?.[1] ?? defaultWithin) };
  return { term, last };
}

/** What the full-text index is asked. `match` null: nothing must be there; `exclude` null: nothing must be missing. */
export interface Match {
  readonly match: string | null;
  readonly exclude: string | null;
}

export interface MatchOptions {
  readonly expansions?: readonly Expansion[] | undefined;
  /** Words that begin so, the commonest first. */
  readonly beginnings?: ((prefix: string) => readonly string[]) | undefined;
}

/** Writes the query in FTS5's own language, every word quoted, so that nothing typed can be taken for syntax. */
export function toMatch(query: Query, options: MatchOptions = {}): Match {
  const groups = runsOf(query.all, options).map((alternatives) => group(alternatives));
  const without = query.none.map((term) => written(term, options));
  return { match: groups.length === 0 ? null : groups.join(' AND '), exclude: without.length === 0 ? null : without.join(' OR ') };
}

/** One list of alternatives for each condition. Words in a row that spell out a known long form become one condition. */
function runsOf(all: Query['all'], options: MatchOptions): string[][] {
  const out: string[][] = [];
  for (let at = 0; at < all.length; at++) {
    const run = longFormAt(all, at, options.expansions ?? []);
    if (run !== null) {
      const plain = all.slice(at, at + run.length).map(([term]) => quoted(term?.kind === 'word' ? term.word : ''));
      out.push([`(${plain.join(' AND ')})`, ...alternativesOf(run.expansion).map(quoted)]);
      at += run.length - 1;
    } else {
      out.push((all[at] ?? []).map((term) => written(term, options)));
    }
  }
  return out;
}

/** The longest long form whose words stand here one after the other. */
function longFormAt(all: Query['all'], at: number, expansions: readonly Expansion[]): { readonly expansion: Expansion; readonly length: number } | null {
  let best: { readonly expansion: Expansion; readonly length: number } | null = null;
  for (const expansion of expansions) {
    for (const form of expansion.forms) {
      const words = wordsOf(form);
      if (words.length < 2 || words.length <= (best?.length ?? 0)) continue;
      const fits = words.every((word, offset) => {
        const terms = all[at + offset];
        const [term] = terms ?? [];
        return terms?.length === 1 && term?.kind === 'word' && singular(fold(term.word)) === singular(word);
      });
      if (fits) best = { expansion, length: words.length };
    }
  }
  return best;
}

function written(term: Term, options: MatchOptions): string {
  const expansions = options.expansions ?? [];
  switch (term.kind) {
    case 'word': {
      const known = expansions.filter((expansion) => expansion.acronyms.some((acronym) => isAcronym(term.word, acronym, expansion)));
      return group([quoted(term.word), ...known.flatMap((expansion) => [...expansion.forms, ...expansion.acronyms]).map(quoted)]);
    }
    case 'prefix': {
      const words = options.beginnings?.(term.word) ?? [];
      return group([`${quoted(term.word)} *`, ...words.map(quoted)]);
    }
    case 'phrase': {
      const plain = term.words.map((word) => singular(fold(word))).join(' ');
      const known = expansions.filter((expansion) => expansion.forms.some((form) => wordsOf(form).map(singular).join(' ') === plain));
      return group([quoted(term.words.join(' ')), ...known.flatMap(alternativesOf).map(quoted)]);
    }
    case 'near':
      return `NEAR(${term.words.map(quoted).join(' ')}, ${term.within})`;
  }
}

function alternativesOf(expansion: Expansion): string[] {
  return expansion.ambiguous === true ? [...expansion.forms] : [...expansion.forms, ...expansion.acronyms];
}

function isAcronym(typed: string, acronym: string, expansion: Expansion): boolean {
  if (expansion.ambiguous === true) return typed === acronym;
  return singular(fold(typed)) === singular(fold(acronym));
}

/** "institutions" and "institution" are one word here; the index's own stemming does the rest. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function group(alternatives: readonly string[]): string {
  const different = [...new Set(alternatives)];
  return different.length === 1 ? (different[0] ?? '""') : `(${different.join(' OR ')})`;
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
