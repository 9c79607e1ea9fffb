/** What kind of text it is: a report that never speaks of a meeting (a study, an annual report) may say what people told its authors; a public
 *  record (minutes of an open committee, a webcast conference) may say who spoke. */
import type { GuardLanguage, Lexicon } from './lexicon.ts';
import { hasPhrase, phrasesOf } from './phrases.ts';
import { readText } from './text.ts';

/** Shorter texts are always read as if somebody spoke in a room. */
const least = 200;
/** A report may use a word of meetings now and then: one in so many words. */
const rare = 400;

const read = new WeakMap<readonly string[], string>();

/** The whole text as it is read; kept while its parts are asked for. */
function joined(texts: readonly string[]): string {
  const known = read.get(texts);
  if (known !== undefined) return known;
  const { text } = readText(texts.join('\n'));
  read.set(texts, text);
  return text;
}

/** Whether a text never speaks of a meeting: long enough to tell, and hardly a word of meetings in it. Said of imported text without a register
 *  only: where there are people, somebody spoke. */
export function isReport(texts: readonly string[], language: GuardLanguage, lexicon: Lexicon): boolean {
  const text = joined(texts);
  const words = text.split(/\s+/).length;
  if (words < least) return false;
  const signs = text.match(phrasesOf(lexicon, ['meeting', 'meeting-weak'], language)) ?? [];
  if (signs.some((sign) => /chatham/i.test(sign))) return false;
  if (phrase(lexicon, 'meeting-open', language).test(text) && !phrase(lexicon, 'meeting-closed', language).test(text)) return true;
  const weak = new Set((lexicon.languages[language].classes['meeting-weak'] ?? []).map((word) => word.toLowerCase()));
  // Parliaments have a speaker, agreements a panel: such words count half.
  const weight = signs.reduce((sum, sign) => sum + (weak.has(sign.toLowerCase()) ? 0.5 : 1), 0);
  return weight < Math.max(1, Math.floor(words / rare));
}

/** "public hearing" and "one participant said": a meeting in the open tells its speakers, one behind closed doors does not. */
function phrase(lexicon: Lexicon, name: string, language: GuardLanguage): RegExp {
  const test = phrasesOf(lexicon, [name], language);
  test.lastIndex = 0;
  return test;
}

/** Strong signs of a public record that must stand in a text, and what all its signs must weigh: a strong one two, a weak one one. */
const enough = { strong: 2, weight: 5 };

/** Whether a text is the record of a meeting that was held in public and printed: its speakers are public. Told by several different signs, never where
 *  the text speaks of confidence or quotes somebody as "one participant". Said of imported text without a register only. */
export function isRecord(texts: readonly string[], language: GuardLanguage, lexicon: Lexicon): boolean {
  const text = joined(texts);
  if (text.split(/\s+/).length < least || hasPhrase(phrasesOf(lexicon, ['text-private'], language), text)) return false;
  // "a participant" may be a visitor of a fair; whoever hides speakers does so more than once.
  if ((text.match(phrasesOf(lexicon, ['text-anonymous'], language)) ?? []).length > 1) return false;
  const signs = (name: string) => new Set((text.match(phrasesOf(lexicon, [name], language)) ?? []).map((sign) => sign.toLowerCase())).size;
  const strong = signs('text-record');
  return strong >= enough.strong && 2 * strong + signs('text-record-weak') >= enough.weight;
}
