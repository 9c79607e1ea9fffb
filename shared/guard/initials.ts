/** People by less than a name: initials with and without stops, and the short codes of capture. */
import type { Context, Passage } from './check.ts';
import { mostlyCapitals, speechFollows } from './standing.ts';
import { fold } from './text.ts';
import type { Token } from './tokens.ts';

type Guarded = (people: readonly number[]) => boolean;

/** A stretch of the reading. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Dotted initials of a person ("A.L. asked"), initials without stops, and codes ("D1 argued", "one diplomat (D1)"). */
export function shortFormsOf(passage: Passage, context: Context, isGuarded: Guarded): Place[] {
  const { text } = passage.reading;
  const places: Place[] = [];
  for (const match of text.matchAll(/(?<![\p{L}.])(?:\p{Lu}\.\s?-?){2,4}/gu)) {
    const people = context.names.initials.get(fold(match[0]).replace(/[^a-z]/g, ''));
    const after = text.slice(match.index + match[0].length);
    if (people !== undefined && isGuarded(people) && !/^\p{Lu}\p{Ll}/u.test(after))
      places.push({ start: match.index, end: match.index + match[0].trimEnd().length });
  }
  passage.tokens.forEach((token, index) => {
    const end = codeEnd(passage, index, context, isGuarded) ?? (bareInitials(passage.tokens, index, context, isGuarded) ? token.end : null);
    if (end !== null) places.push({ start: token.start, end });
  });
  return places;
}

/** Where a code ends that begins at this token and speaks, or stands in brackets behind whom it means; null where none does. A code is read over the
 *  parting of its letters and digits. */
function codeEnd({ tokens, written, reading }: Passage, index: number, context: Context, isGuarded: Guarded): number | null {
  const [token, more] = [tokens[index], tokens[index + 1]];
  if (token === undefined || written[index] || context.names.codes.size === 0 || reading.text.charAt(token.start - 1) === '-') return null;
  const last = more !== undefined && more.start === token.end && /^\p{N}+$/u.test(more.raw) ? more : token;
  const code = reading.text.slice(token.start, last.end);
  if (!/^\p{L}+\p{N}*$/u.test(code) || code.length < 2 || token.classes.has('body')) return null;
  if (last === token && code !== code.toUpperCase()) return null;
  const people = context.names.codes.get(code) ?? context.names.codes.get(code.toUpperCase());
  if (people === undefined || !isGuarded(people)) return null;
  const after = last === token ? index + 1 : index + 2;
  return speechFollows(tokens, after) || standsBehind(tokens, index, after) ? last.end : null;
}

/** "one diplomat (D1)": in brackets or between commas behind a noun of people. */
function standsBehind(tokens: readonly Token[], index: number, after: number): boolean {
  const before = tokens[index - 1];
  const apart = tokens[index]?.gap === 'soft' && (tokens[after]?.gap ?? 'hard') !== 'space';
  return apart && before !== undefined && (before.classes.has('room') || before.classes.has('person'));
}

/** Abbreviations that everybody writes; as initials they say nothing. */
const abbreviations = /^(AI|IT|US|UK|EU|UN|TV|PM|OK|HR|PR|ID|CV|NB|PS|AM|MP|DC|AU|CD|EC|ES|FR|EN|GA|SC|NY|OP|II|IV|VI|IX|XI|NGO|USA|CEO|AGM|VAT|GDP|PDF|FAQ)$/;

/** Initials without stops ("from YV", "YV asked"): capitals only, behind a preposition or before a verb of speech. */
function bareInitials(tokens: readonly Token[], index: number, context: Context, isGuarded: Guarded): boolean {
  const token = tokens[index];
  if (token === undefined || !/^\p{Lu}{2,4}$/u.test(token.raw) || abbreviations.test(token.raw)) return false;
  if (['body', 'country', 'forum'].some((name) => token.classes.has(name)) || mostlyCapitals(tokens)) return false;
  const people = context.names.initials.get(fold(token.raw));
  const before = token.gap === 'space' ? tokens[index - 1] : undefined;
  const addressed =
    before !== undefined && (before.classes.has('preposition') || before.classes.has('speech')) && (tokens[index + 1]?.gap ?? 'hard') !== 'space';
  return people !== undefined && isGuarded(people) && (addressed || speechFollows(tokens, index + 1));
}
