/** Search over entries and the plain text of reports: filters, counts, order, snippets. */

import type { Output, Parsed } from '../../shared/contract/api.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import { type Expansion, type Match, parseQuery, type Query, toMatch } from '../../shared/entry/query.ts';
import acronyms from '../../templates/lexicon/acronyms.json' with { type: 'json' };
import type { Search } from './archive.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { Context } from './context.ts';
import { all, get, run } from './db.ts';
import { countFacets, countReports } from './facets.ts';
import { type HitRow, hitCloses, hitColumns, hitOf, hitOpens, partsOf, plainSnippet } from './hits.ts';
import { examinedAtMost, rowsOf, type Selection, select } from './selection.ts';
import { readSetting } from './settings.ts';
import { nearestWord, wordsBeginning } from './words.ts';

/** Longer beginnings of words are widened to so many whole words; stems begin like their word, so short ones need none. */
const beginnings = 12;
const snippetTokens = 28;

type Answer = Output<'search.query'>;

export function makeSearch(context: Context): Search {
  return {
    query: (input) => ok(query(context, input)),
    saved: () => ok(saved(context)),
    save: (input) => save(context, input),
    forget: (id) => {
      run(context.db, 'DELETE FROM saved_search WHERE id = ?', id);
      return ok(undefined);
    },
  };
}

function query(context: Context, input: Parsed<'search.query'>): Answer {
  const began = performance.now();
  const { db } = context;
  const parsed = parseQuery(input.query);
  const match = toMatch(parsed, {
    expansions: expansionsOf(context),
    beginnings: (prefix) => (prefix.length < 4 ? [] : wordsBeginning(db, prefix, beginnings)),
  });
  const nothing = match.match === null && match.exclude === null && input.query.trim() !== '';
  const columns = columnsOf(db);
  const selection = nothing ? nowhere : select(db, columns, match, input);
  const rows = selection.total === 0 ? [] : page(context, columns, selection, match, input);
  return {
    total: selection.total,
    reports: countReports(columns, selection.rows),
    results: rows.flatMap((row) => hitAt(context, match, row)),
    facets: input.facets ? countFacets(columns, selection.rows) : null,
    didYouMean: selection.total === 0 && !nothing ? suggestion(context, parsed, input.query) : null,
    ms: Math.round((performance.now() - began) * 10) / 10,
  };
}

/** A query of marks only. */
const nowhere: Selection = { total: 0, rows: [], whole: true, keeps: null };

function expansionsOf(context: Context): readonly Expansion[] {
  const own = readSetting(context.db, 'search.acronyms');
  return Array.isArray(own) ? [...(acronyms as Expansion[]), ...(own as Expansion[])] : (acronyms as Expansion[]);
}

/** The rows that are shown, in order. "best" is BM25 as long as all hits can be ranked; else, and where nothing was searched
 *  for, the newest come first: by the report's day, then by filing. */
function page(context: Context, columns: Columns, selection: Selection, match: Match, input: Parsed<'search.query'>): number[] {
  const end = input.offset + input.limit;
  if (input.sort === 'best' && match.match !== null && selection.whole && selection.total <= examinedAtMost)
    return ranked(context, match.match, selection, end).slice(input.offset);
  const later = (a: number, b: number) => (columns.day[b] ?? 0) - (columns.day[a] ?? 0) || b - a;
  const order = input.sort === 'oldest' ? (a: number, b: number) => later(b, a) : later;
  return first(selection.rows, end, order).slice(input.offset);
}

/** The best rows that the filters keep. */
function ranked(context: Context, match: string, selection: Selection, end: number): number[] {
  const { keeps } = selection;
  if (keeps === null) return rowsOf(context.db, `SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rank LIMIT ${end}`, match);
  return rowsOf(context.db, 'SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rank', match).filter(keeps).slice(0, end);
}

/** The first `end` rows in this order, without putting all of them in order. */
function first(rows: ArrayLike<number>, end: number, order: (a: number, b: number) => number): number[] {
  let best: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const last = best[end - 1];
    if (best.length >= end && last !== undefined && order(last, row) <= 0) continue;
    best.push(row);
    if (best.length >= end * 2 + 64) best = best.sort(order).slice(0, end);
    else if (best.length === end) best.sort(order);
  }
  return best.sort(order).slice(0, end);
}

function hitAt(context: Context, match: Match, row: number): Answer['results'] {
  const hit = get<HitRow>(
    context.db,
    `SELECT ${hitColumns} FROM entry JOIN facet USING (row) JOIN report ON report.row = entry.report WHERE entry.row = ?`,
    row,
  );
  return hit === undefined ? [] : [hitOf(hit, snippetOf(context, match, hit))];
}

function snippetOf(context: Context, match: Match, hit: HitRow): Answer['results'][number]['snippet'] {
  if (match.match === null) return plainSnippet(hit.text);
  const marked = get<{ snippet: string }>(
    context.db,
    `SELECT snippet(entry_text, 0, '${hitOpens}', '${hitCloses}', '…', ${snippetTokens}) AS snippet FROM entry_text WHERE entry_text MATCH ? AND rowid = CAST(? AS INTEGER)`,
    match.match,
    hit.row,
  );
  return marked === undefined ? plainSnippet(hit.text) : partsOf(marked.snippet);
}

/** The query with each unknown word replaced by its nearest neighbour in the vocabulary; null where nothing is near. */
function suggestion(context: Context, parsed: Query, typed: string): string | null {
  let better = typed;
  for (const term of parsed.all.flat()) {
    for (const word of 'word' in term ? [term.word] : term.words) {
      const near = nearestWord(context.db, word);
      if (near !== null) better = better.replace(word, near);
    }
  }
  return better === typed ? null : better;
}

function saved(context: Context): Output<'search.saved'> {
  return all<{ id: string; name: string; input: string }>(context.db, 'SELECT id, name, input FROM saved_search ORDER BY name, id').map((row) => ({
    id: row.id,
    name: row.name,
    input: JSON.parse(row.input) as Output<'search.saved'>[number]['input'],
  }));
}

function save(context: Context, input: Parsed<'search.save'>): Result<{ id: string }> {
  const id = context.environment.newId('search');
  run(
    context.db,
    'INSERT INTO saved_search (id, name, input, saved_ms) VALUES (?, ?, ?, ?)',
    id,
    input.name,
    JSON.stringify(input.input),
    context.environment.now(),
  );
  return ok({ id });
}
