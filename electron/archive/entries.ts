/** One entry in its place, its follow-up, and all entries one after the other. */
import type { Output, Parsed } from '../../shared/contract/api.ts';
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { dayInWords } from '../../shared/document/days.ts';
import type { FollowUpId } from '../../shared/entry/entry.ts';
import type { Entries, Job } from './archive.ts';
import { forgetColumns } from './columns.ts';
import type { Context } from './context.ts';
import { all, each, get, inTransaction, run } from './db.ts';
import { type HitRow, hitColumns, hitOf, plainSnippet } from './hits.ts';

/** How many paragraphs before and after an entry are shown around it. */
const around = 3;

export function makeEntries(context: Context): Entries {
  return {
    get: (id) => getEntry(context, id),
    followUp: (input) => inTransaction(context.db, () => followUp(context, input)),
    each: (visit, job) => eachEntry(context, visit, job ?? {}),
  };
}

function getEntry(context: Context, id: string): Result<Output<'entry.get'>> {
  const row = get<HitRow & { ordinal: number; opposite: number | null; report_row: number }>(
    context.db,
    `SELECT ${hitColumns}, entry.ordinal, entry.opposite, report.row AS report_row FROM entry JOIN facet USING (row) JOIN report ON report.row = entry.report WHERE entry.id = ?`,
    id,
  );
  if (row === undefined) return fail('archive/not-found', { what: 'This entry' });
  const context_ = all<{ text: string; number: string | null; ordinal: number }>(
    context.db,
    'SELECT text, number, ordinal FROM entry WHERE report = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal',
    row.report_row,
    row.ordinal - around,
    row.ordinal + around,
  ).map(({ text, number, ordinal }) => ({ text, number, current: ordinal === row.ordinal }));
  const history = all<{ status: FollowUpId; on: string; source: string }>(
    context.db,
    'SELECT status, on_day AS "on", source FROM follow_up WHERE entry = ? ORDER BY no',
    id,
  );
  const hit = hitOf(row, plainSnippet(row.text));
  return ok({ hit, context: context_, history, opposite: oppositeOf(context, row.opposite), citation: citationOf(hit) });
}

function oppositeOf(context: Context, row: number | null): Output<'entry.get'>['opposite'] {
  if (row === null) return null;
  return (
    get<NonNullable<Output<'entry.get'>['opposite']>>(context.db, 'SELECT entry.id, kind, text, number FROM entry JOIN facet USING (row) WHERE row = ?', row) ??
    null
  );
}

/** "Title, 9 June 2026, para 8", as it stands in an issued note; without a number the page, the line or the section,
 *  without a date just the rest. */
export function citationOf(hit: Pick<SearchHit, 'report' | 'number' | 'source' | 'section'>): string {
  const { page, line, paragraph } = hit.source;
  const place =
    hit.number !== null
      ? `para ${hit.number}`
      : paragraph !== undefined
        ? `para ${paragraph}`
        : page !== undefined
          ? `p. ${page}`
          : line !== undefined
            ? `line ${line}`
            : (hit.section.at(-1) ?? '');
  const day = /^\d{4}(-\d\d){0,2}$/.test(hit.report.date) ? dayInWords(hit.report.date, 'en', false) : hit.report.date;
  return [hit.report.title, day, place].filter((part) => part !== '').join(', ');
}

/** Appends to the history; the newest status is what filters and counts see. */
function followUp(context: Context, input: Parsed<'entry.followUp'>): Result<void> {
  const found = get<{ row: number }>(context.db, 'SELECT row FROM entry WHERE id = ?', input.id);
  if (found === undefined) return fail('archive/not-found', { what: 'This entry' });
  run(
    context.db,
    'INSERT INTO follow_up (entry, no, status, on_day, source, saved_ms) SELECT ?, coalesce(max(no), 0) + 1, ?, ?, ?, ? FROM follow_up WHERE entry = ?',
    input.id,
    input.status,
    input.on,
    input.source,
    context.environment.now(),
    input.id,
  );
  forgetColumns(context.db);
  run(context.db, 'UPDATE facet SET status = ? WHERE row = ?', input.status, found.row);
  return ok(undefined);
}

function eachEntry(context: Context, visit: (entry: SearchHit) => void, job: Job): Result<{ entries: number }> {
  let entries = 0;
  const rows = each<HitRow>(
    context.db,
    `SELECT ${hitColumns} FROM report JOIN entry ON entry.report = report.row JOIN facet ON facet.row = entry.row
     WHERE report.trashed_ms IS NULL AND kind <> 'text' ORDER BY report.day_low DESC, report.row, entry.ordinal`,
  );
  for (const row of rows) {
    if (entries % 500 === 0) {
      if (job.isCancelled?.() === true) return fail('host/cancelled');
      job.onProgress?.(entries, 0, 'exporting');
    }
    visit(hitOf(row, plainSnippet(row.text)));
    entries += 1;
  }
  return ok({ entries });
}
