/** [GRD-16] What was left for the editor: protect marks, "check with …", TODO, questions in brackets, remains of tracked changes. The
 *  classification line is not one. Words stand in the lexicon, of all languages at once: a French report may carry an English note. */
import { type Aside, asidesOf } from '../asides.ts';
import { sentencesOf } from '../attendance.ts';
import { type Check, type Hit, type Passage, patternHits } from '../check.ts';
import type { Lexicon } from '../lexicon.ts';
import { hasPhrase, phrasesOf } from '../phrases.ts';
import { remainsIn } from '../remains.ts';
import type { Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote.trim()}” is a note for the editor; take it out before the report is issued.`;

/** Labels of everyday brackets: "[Source: …]". */
const labelled =
  /^(?:source|sources|figure|photo|image|table|annex|translation|credit|video|audio|answer|question|q|a|quelle|fuente|foto|tableau|cuadro)\b\s?:/iu;
const everyday = /^(?:sic|\.\.\.|…|[\d\s,;.–-]+|\p{L}|[ivxlc]+)$/iu;
const initialsLast = /[–—-]{1,2}\s?\p{Lu}{1,3}\.?$/u;
const nameFirst = /^@?(?:\p{Lu}\p{Ll}+|\p{Lu}{1,3})\s?[:–—]\s?\S+\s\S/u;

interface Words {
  /** Words that make a note of whatever stands in square brackets. */
  readonly sure: RegExp;
  /** Words that do so together with others. */
  readonly edit: RegExp;
  /** Words that open a note in round brackets. */
  readonly lead: RegExp;
  readonly self: RegExp;
  readonly query: RegExp;
  readonly plea: RegExp;
}

const words = (lexicon: Lexicon): Words => {
  const of = (...names: string[]) =>
    phrasesOf(
      lexicon,
      names.map((name) => `text-${name}`),
    );
  return { sure: of('note'), edit: of('note', 'edit'), lead: of('lead'), self: of('self'), query: of('query'), plea: of('plea') };
};

export const editorsNote: Check = {
  number: 16,
  name: 'editors-note',
  title: 'Editor’s notes',
  region: (passage, { lexicon }) => {
    const { text } = passage.reading;
    const known = words(lexicon);
    const found = remainsIn(text).map(({ start, end }) => hit(text, start, end));
    const notes = asidesOf(text).filter((aside) => isNote(aside, known)).map((aside) => hit(text, aside.start, aside.end)); // biome-ignore format: one line
    return [...found, ...notes, ...appeals(passage, known), ...patternHits(passage, 16, 'warn', reason)];
  },
};

const hit = (text: string, start: number, end: number): Hit => ({ start, end, level: 'warn', reason: reason(text.slice(start, end)) });

/** "MK: no!", "Jon to rewrite": told to somebody, or to be done by them. */
const addressed =
  /^(?:\p{Lu}{2,3}|\p{Lu}\p{Ll}+)\s?:\s[^\d]{2,40}[!?]$|^(?:\p{Lu}{2,3}|\p{Lu}\p{Ll}+) to (?:rewrite|rephrase|redraft|check|confirm|fill in|supply|expand|shorten|soften|ask|add|verify|clear|decide|cut)\b/u;

function isNote({ mark, inner }: Aside, known: Words): boolean {
  if (mark === 'always') return /\p{L}/u.test(inner);
  if (everyday.test(inner) || (labelled.test(inner) && !/[?!]/.test(inner))) return false;
  if (hasPhrase(known.sure, inner)) return true;
  if (addressed.test(inner)) return true;
  if (mark === 'round')
    return (
      startsWith(known.lead, inner) ||
      (nameFirst.test(`${inner} .`) && hasPhrase(known.edit, inner) && /[!?]$|:/.test(inner)) ||
      (initialsLast.test(inner) && /\?/.test(inner)) ||
      (inner.endsWith('?') && hasPhrase(known.query, inner))
    );
  const several = /\s/.test(inner);
  return /[?!]/.test(inner) || (several && (hasPhrase(known.edit, inner) || hasPhrase(known.self, inner))) || initialsLast.test(inner) || nameFirst.test(inner);
}

function startsWith(test: RegExp, text: string): boolean {
  test.lastIndex = 0;
  return test.exec(text)?.index === 0;
}

/** "This may be too much. Petra?": a lone name with a question mark. "Jo – don't forward this bit!!", "Maia, pls cut this": a name, then a plea. */
function appeals(passage: Passage, known: Words): Hit[] {
  const { text } = passage.reading;
  return sentencesOf(passage).flatMap(({ from, to }) => {
    const name = passage.tokens[from];
    if (name === undefined || !isName(name)) return [];
    const called = text.slice(name.end, name.end + 200);
    if (to === from + 1 && from > 0 && name.classes.size === 0 && /^\?(?=\s|$)/.test(called)) return [hit(text, name.start, name.end + 1)];
    const [whole, rest = ''] = /^\s?(?:[,:]|\s[–—-])\s(\S[^\n.?!]{2,160}[.?!]*)/u.exec(called) ?? [];
    if (whole === undefined || !startsWith(known.plea, rest) || !(hasPhrase(known.edit, rest) || /!!|\?!/.test(rest))) return [];
    return [hit(text, name.start, name.end + whole.length)];
  });
}

/** A capitalised word that stands for nobody and nothing known: somebody's name. */
const isName = (token: Token): boolean =>
  /^\p{Lu}[\p{L}'-]{1,16}$/u.test(token.raw) && !['adverb', 'connector', 'small', 'country', 'region', 'plural', 'roomful', 'body', 'meeting'].some((name) => token.classes.has(name)); // biome-ignore format: one condition
