/** Search over entries and the plain text of reports: filters, counts, order, snippets. */

import type { Output, Parsed } from '../../shared/contract/api.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import { type Expansion, type Match, parseQuery, type Query, toMatch } from '../../shared/entry/query.ts';
import acronyms from '../../templates/lexicon/acronyms.json' with { type: 'json' };
import type { Search } from './archive.ts';
import type { Context } from './context.ts';
import { all, get, run } from './db.ts';
import { countFacets } from './facets.ts';
import { type HitRow, hitCloses, hitColumns, hitOf, hitOpens, partsOf, plainSnippet } from './hits.ts';
import { filtersOf, type Selection, selectionOf } from './selection.ts';
import { readSetting } from './settings.ts';
import { nearestWord, wordsBeginning } from './words.ts';

/** Above this many hits, "best" ranks the newest ones only: BM25 costs a microsecond for each row that matches. */
const rankedAtMost = 50_000;
/** Beginnings of words are widened to so many whole words. */
const beginnings = 30;
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
  const match = toMatch(parsed, { expansions: expansionsOf(context), beginnings: (prefix) => wordsBeginning(db, prefix, beginnings) });
  const nothing = match.match === null && match.exclude === null && input.query.trim() !== '';
  const selection = selectionOf(match, filtersOf(db, input));
  const counts = nothing ? { total: 0, reports: 0 } : count(context, selection);
  const rows = counts.total === 0 ? [] : page(context, selection, match, input, counts.total);
  const facets = input.facets ? (counts.total === 0 ? noFacets : countFacets(db, selection)) : null;
  return {
    ...counts,
    results: rows,
    facets,
    didYouMean: counts.total === 0 && !nothing ? suggestion(context, parsed, input.query) : null,
    ms: Math.round((performance.now() - began) * 10) / 10,
  };
}

const noFacets = { kinds: [], supports: [], addressees: [], themes: [], statuses: [] };

function expansionsOf(context: Context): readonly Expansion[] {
  const own = readSetting(context.db, 'search.acronyms');
  return Array.isArray(own) ? [...(acronyms as Expansion[]), ...(own as Expansion[])] : (acronyms as Expansion[]);
}

function count(context: Context, selection: Selection): { total: number; reports: number } {
  const row = get<{ total: number; reports: number }>(
    context.db,
    `SELECT count(*) AS total, count(DISTINCT facet.report) AS reports ${selection.from} ${selection.where}`,
    ...selection.values,
  );
  return { total: row?.total ?? 0, reports: row?.reports ?? 0 };
}

/** First the ids in order, then text and snippet of the few that are shown. */
function page(context: Context, selection: Selection, match: Match, input: Parsed<'search.query'>, total: number): Answer['results'] {
  const { db } = context;
  const newest = 'facet.day DESC, facet.row DESC';
  const best = selection.ranked && total <= rankedAtMost ? `entry_text.rank, ${newest}` : newest;
  const order = input.sort === 'oldest' ? 'facet.day, facet.row' : input.sort === 'newest' ? newest : best;
  const ids = all<{ row: number }>(
    db,
    `SELECT facet.row ${selection.from} ${selection.where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...selection.values,
    input.limit,
    input.offset,
  );
  return ids.flatMap(({ row }) => {
    const hit = get<HitRow>(db, `SELECT ${hitColumns} FROM entry JOIN facet USING (row) JOIN report ON report.row = entry.report WHERE entry.row = ?`, row);
    return hit === undefined ? [] : [hitOf(hit, snippetOf(context, match, hit))];
  });
}

/** FTS5 reads only an integer as a row; a number bound by the driver is a double, which it passes over in silence. */
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
