/** How a word stands in its sentence: like a name, or like the ordinary word that it also is. */
import type { Passage } from './check.ts';
import type { NameHit } from './names.ts';
import { isCapital, type Token } from './tokens.ts';

/** Whether a word that is also an ordinary one stands like a name: after a title or an initial, before a verb of speech, or with a capital
 *  in mid-sentence that no heading explains. */
export function stands(passage: Passage, from: number, to: number, found: NameHit): boolean {
  const { tokens } = passage;
  const token = tokens[from];
  const before = tokens[from - 1];
  if (token === undefined || !isCapital(token)) return false;
  const close = token.gap !== 'hard' && before !== undefined;
  if (close && token.gap === 'space' && (before.classes.has('title') || (before.raw.length === 1 && isCapital(before)))) return true;
  if (speechFollows(tokens, to, token.gap === 'hard')) return true;
  if (close && before.lower === 'to' && tokens[from - 2]?.lower === 'according') return true;
  if (found.calendar || !close || token.gap === 'soft') return false;
  const next = tokens[to];
  const partOfTitle = (other: Token | undefined) =>
    other !== undefined &&
    isCapital(other) &&
    !(other.gap === 'hard' && ['preposition', 'connector', 'adverb', 'determiner', 'speech'].some((name) => other.classes.has(name)));
  return !mostlyCapitals(tokens) && !partOfTitle(before) && !(next?.gap === 'space' && partOfTitle(next)) && !before.classes.has('determiner');
}

/** Whether a verb of speech or opinion follows, adverbs aside.
 *  @param strict at the start of a sentence, where "Short reports are read" begins with an ordinary word: nouns that look like verbs do not count */
export function speechFollows(tokens: readonly Token[], from: number, strict = false): boolean {
  for (let index = from; index < from + 3; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.gap === 'hard') return false;
    if (strict && token.classes.has('nounish') && tokens[index + 1]?.lower !== 'that') return false;
    if (token.classes.has('speech') || token.classes.has('opinion') || token.classes.has('holding'))
      return !/s$|ing$/.test(token.lower) || token.gap !== 'joint';
    if (!token.classes.has('adverb')) return false;
  }
  return false;
}

/** A heading or title in capitals: there a capital says nothing. */
export function mostlyCapitals(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.raw.length > 3);
  return words.length > 1 && words.filter(isCapital).length * 2 > words.length;
}
