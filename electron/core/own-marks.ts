/** What a house prints by rule, and no writer types: marks of portions, lines that mark a page, bars between the cells of a row. */
import type { TextInput } from '../../shared/guard/guard.ts';
import type { Library } from '../../shared/template/library.ts';

type Passage = TextInput['paragraphs'][number];

/** The passages as a reader takes them: a bar between cells is no sign that a note opens, "(C)" before a paragraph is nobody's letter.
 *  @param rows rows of tables as they were read, cells joined by bars */
export function withoutMarks(passages: readonly Passage[], rows: readonly string[], { markings }: Library): Passage[] {
  const schemes = [...markings.values()];
  const levels = schemes.flatMap(({ levels: all }) => all);
  // Neighbouring lines that found no place in the import are one passage: a mark stands behind a full stop too.
  const portion = new RegExp(`(^|[.;:!?]\\s+)(?:${any(levels.flatMap((level) => level.portion ?? []))})\\s+(?=\\S)`, 'gu');
  const caveats = any(schemes.flatMap((scheme) => scheme.caveats.map(({ label }) => label.toUpperCase())));
  const banner = new RegExp(`(?<!\\p{L})(${any(levels.map(({ label }) => label.toUpperCase()))})(?:\\s+[–—-]\\s+(?:${caveats}))+(?!\\p{L})`, 'gu');
  const tables = rows.map((row) => row.trim()).filter((row) => row.includes(' | '));
  return passages.map((one) => ({ ...one, text: apart(one.text, tables).replace(portion, '$1').replace(banner, '$1') }));
}

/** Each cell a line of its own. */
function apart(text: string, rows: readonly string[]): string {
  if (!text.includes(' | ')) return text;
  return rows.reduce((all, row) => (all.includes(row) ? all.replaceAll(row, row.replaceAll(' | ', '\n')) : all), text);
}

/** One of these words; none where there are none. */
const any = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : words
        .toSorted((a, b) => b.length - a.length)
        .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
        .join('|');
