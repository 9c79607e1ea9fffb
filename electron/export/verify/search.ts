/** Searches readings of streams for protected terms, between word boundaries. */
import { folded, foldedTight, hasOtherLetters, isUnspaced, transliterated } from './fold.ts';
import { isFormatWord } from './format-words.ts';
import type { Stream } from './stream.ts';
import type { ProtectedTerm } from './terms.ts';

/** What may stand in a file although it holds protected words. */
export interface Allowed {
  /** Wordings made by the rule ("Ambassador A. Example"): left out before the search. */
  readonly phrases: readonly string[];
  /** The Publication's own texts: they were judged by the guard. */
  readonly own: readonly string[];
  /** A name was kept with a reason: what stands in the text, full names too, was judged by a person. */
  readonly kept: boolean;
}

export interface Search {
  /** How many forms are searched for. */
  readonly forms: number;
  readonly in: (stream: Stream) => ReadonlySet<ProtectedTerm['kind']>;
}

interface Wanted {
  readonly form: string;
  readonly kind: ProtectedTerm['kind'];
  /** It may stand among a format's own words by chance: looked for where people read only. */
  readonly wordsOnly: boolean;
  /** Its script has no spaces between words: it may stand inside a longer row of letters. */
  readonly unspaced: boolean;
}

/** A folded text as it is searched: with blanks around its words, and without any where its script has none. */
interface View {
  readonly words: string;
  readonly dense: string;
}

const viewOf = (text: string, dense: boolean): View => ({ words: ` ${text} `, dense: dense && isUnspaced(text) ? text.replace(/ /g, '') : '' });
const holds = (view: View, form: string, unspaced: boolean): boolean =>
  unspaced ? view.dense.includes(form.replace(/ /g, '')) : view.words.includes(` ${form} `);

/** Prepares a search; the terms that the Publication's own text may hold are taken out of it. */
export function makeSearch(terms: readonly ProtectedTerm[], allowed: Allowed): Search {
  const phrases = [...new Set(allowed.phrases.flatMap((phrase) => [folded(phrase), foldedTight(phrase)]))]
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
  const own = viewOf(allowed.own.flatMap((text) => [folded(text), foldedTight(text)]).join(' | '), true);
  const wanted = terms.flatMap((term): Wanted[] => {
    const mayBeOwn = term.when === 'unless-own' || allowed.kept;
    if (mayBeOwn && term.forms.some((form) => holds(own, form, isUnspaced(form)))) return [];
    return term.forms.map((form) => ({ form, kind: term.kind, wordsOnly: term.wordsOnly === true || isFormatWord(form), unspaced: isUnspaced(form) }));
  });
  return { forms: wanted.length, in: (stream) => find(stream, wanted, phrases) };
}

/** Words of a format count only among words; short ones not in noise. A bar stands where an allowed phrase stood, so that its neighbours do not join to a name. */
function find(stream: Stream, wanted: readonly Wanted[], phrases: readonly string[]): Set<ProtectedTerm['kind']> {
  const found = new Set<ProtectedTerm['kind']>();
  const here = wanted.filter(({ form, wordsOnly }) => stream.kind === 'words' || (!wordsOnly && (stream.kind === 'syntax' || form.length >= 6)));
  const unspaced = here.some((one) => one.unspaced);
  for (const view of new Set([folded(stream.text), foldedTight(stream.text), ...(hasOtherLetters(stream.text) ? [transliterated(stream.text)] : [])])) {
    const cleared = phrases.reduce((rest, phrase) => rest.replaceAll(isUnspaced(phrase) ? phrase : ` ${phrase} `, ' | '), ` ${view} `);
    const searched = viewOf(cleared, unspaced);
    for (const one of here) if (holds(searched, one.form, one.unspaced)) found.add(one.kind);
  }
  return found;
}
