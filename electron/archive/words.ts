/** The archive's vocabulary: whole words, folded, with how many paragraphs have each. */
import { fold, wordsOf } from '../../shared/entry/query.ts';
import { all, type Db, get, run } from './db.ts';

/** How a stored vocabulary changes; collected over a whole report and written once. */
export type WordChanges = Map<string, number>;

/** Counts each word of a paragraph once. @param by 1 when the paragraph comes, −1 when it goes */
export function noteWords(changes: WordChanges, text: string, by: 1 | -1): void {
  for (const word of new Set(wordsOf(text))) {
    if (word.length <= 40) changes.set(word, (changes.get(word) ?? 0) + by);
  }
}

export function writeWords(db: Db, changes: WordChanges): void {
  for (const [word, by] of changes) {
    if (by !== 0) run(db, 'INSERT INTO word (word, entries) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET entries = entries + excluded.entries', word, by);
  }
  // A word that nothing has any more must not stay readable.
  run(db, 'DELETE FROM word WHERE entries <= 0');
}

/** The commonest words that begin so. The full-text index holds stems, so "nationa" would not find "national" there. */
export function wordsBeginning(db: Db, beginning: string, limit: number): string[] {
  const low = fold(beginning);
  if (low === '') return [];
  return all<{ word: string }>(
    db,
    'SELECT word FROM word WHERE word >= ? AND word < ? ORDER BY entries DESC, word LIMIT ?',
    low,
    `${low}\u{10ffff}`,
    limit,
  ).map((row) => row.word);
}

/** The nearest known word within two changes of a letter; null where the word is known or nothing is near. */
export function nearestWord(db: Db, typed: string): string | null {
  const word = fold(typed);
  const length = [...word].length;
  if (length < 4 || get(db, 'SELECT 1 FROM word WHERE word = ?', word) !== undefined) return null;
  const allowed = length < 6 ? 1 : 2;
  const near = all<{ word: string; entries: number }>(
    db,
    'SELECT word, entries FROM word WHERE length(word) BETWEEN ? AND ?',
    length - allowed,
    length + allowed,
  );
  let best: { readonly word: string; readonly distance: number; readonly entries: number } | null = null;
  for (const { word: candidate, entries } of near) {
    const distance = changesBetween(word, candidate, allowed);
    if (distance > allowed || distance === 0) continue;
    if (best === null || distance < best.distance || (distance === best.distance && entries > best.entries)) best = { word: candidate, distance, entries };
  }
  return best?.word ?? null;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); gives up above `limit`. */
export function changesBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, (beforeLast[column - 2] ?? limit) + 1);
      line.push(cost);
    }
    if (Math.min(...line) > limit) return limit + 1;
    beforeLast = last;
    last = line;
  }
  return last[b.length] ?? limit + 1;
}
