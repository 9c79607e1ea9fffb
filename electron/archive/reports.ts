/** Reports: filed once, found again by the file they came from, replaced by a newer edition of the same draft. */
import type { Output } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { EntryKind } from '../../shared/entry/entry.ts';
import type { Filing } from '../../shared/entry/filing.ts';
import type { FiledReport, Job, Reports } from './archive.ts';
import { getAsset, putAsset, sha256 } from './assets.ts';
import { forgetColumns } from './columns.ts';
import type { Context } from './context.ts';
import { dayRange } from './days.ts';
import { all, get, inTransaction, run } from './db.ts';
import { identitiesOf, removeEntries, writeEntries } from './entry-rows.ts';

export function makeReports(context: Context): Reports {
  return {
    file: (filing, job) => {
      forgetColumns(context.db);
      return inTransaction(context.db, () => file(context, filing, job ?? {}));
    },
    list: (limit) => ok(listReports(context, limit)),
    get: (id) => getReport(context, id),
    original: (id) => original(context, id),
    trash: (id) => mark(context, id, context.environment.now()),
    untrash: (id) => mark(context, id, null),
  };
}

interface Earlier {
  readonly row: number;
  readonly id: string;
  readonly trashed_ms: number | null;
}

function file(context: Context, filing: Filing, job: Job): Result<FiledReport> {
  const { source } = filing;
  const hash = source.kind === 'file' ? sha256(source.bytes) : null;
  const earlier =
    source.kind === 'file'
      ? get<Earlier>(context.db, 'SELECT row, id, trashed_ms FROM report WHERE source_sha256 = ?', hash)
      : get<Earlier>(context.db, 'SELECT row, id, trashed_ms FROM report WHERE source_draft = ?', source.draft);
  if (earlier !== undefined && source.kind === 'file') {
    // The same bytes once more: what was taken out comes back as it was, what stands stays.
    run(context.db, 'UPDATE report SET trashed_ms = NULL WHERE row = ?', earlier.row);
    return ok({ report: earlier.id, added: earlier.trashed_ms !== null, entries: countEntries(context, earlier.row) });
  }
  const identities = identitiesOf(context, earlier?.row ?? null);
  if (earlier !== undefined) removeEntries(context, earlier.row);
  if (source.kind === 'file') putAsset(context.db, source.bytes);
  const { row, id } = writeReport(context, filing, hash, earlier);
  const written = writeEntries(context, { row, day: dayRange(filing.date).low }, filing.paragraphs, identities, job);
  return written.ok ? ok({ report: id, added: true, entries: countEntries(context, row) }) : written;
}

function writeReport(context: Context, filing: Filing, hash: string | null, earlier: Earlier | undefined): { row: number; id: string } {
  const day = dayRange(filing.date);
  const facts = [filing.title, filing.date, filing.dateEnd, day.low, day.high, filing.template, filing.language, JSON.stringify(filing.fields)] as const;
  const filedMs = context.environment.now();
  if (earlier !== undefined) {
    run(
      context.db,
      `UPDATE report SET title = ?, date = ?, date_end = ?, day_low = ?, day_high = ?, template = ?, language = ?, fields = ?,
       filed_ms = ?, trashed_ms = NULL WHERE row = ?`,
      ...facts,
      filedMs,
      earlier.row,
    );
    return earlier;
  }
  const id = context.environment.newId('report');
  const { row } = run(
    context.db,
    `INSERT INTO report (title, date, date_end, day_low, day_high, template, language, fields, id, source_draft, source_sha256, source_name, filed_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...facts,
    id,
    filing.source.kind === 'draft' ? filing.source.draft : null,
    hash,
    filing.source.kind === 'file' ? filing.source.name : null,
    filedMs,
  );
  return { row, id };
}

function countEntries(context: Context, report: number): number {
  return get<{ n: number }>(context.db, `SELECT count(*) AS n FROM facet JOIN entry USING (row) WHERE entry.report = ? AND kind <> 'text'`, report)?.n ?? 0;
}

function listReports(context: Context, limit: number): Output<'report.list'> {
  return all<{ id: string; title: string; date: string; template: string | null; entries: number }>(
    context.db,
    `SELECT id, title, date, template,
       (SELECT count(*) FROM entry JOIN facet USING (row) WHERE entry.report = report.row AND kind <> 'text') AS entries
     FROM report WHERE trashed_ms IS NULL ORDER BY day_low DESC, row DESC LIMIT ?`,
    limit,
  );
}

function getReport(context: Context, id: string): Result<Output<'report.get'>> {
  const report = get<{ row: number; id: string; title: string; date: string; fields: string }>(
    context.db,
    'SELECT row, id, title, date, fields FROM report WHERE id = ?',
    id,
  );
  if (report === undefined) return fail('archive/not-found', { what: 'This report' });
  const paragraphs = all<{ id: string; kind: EntryKind | 'text'; text: string; number: string | null; section: string }>(
    context.db,
    'SELECT entry.id, kind, text, number, section FROM entry JOIN facet USING (row) WHERE entry.report = ? ORDER BY ordinal',
    report.row,
  ).map((row) => ({ ...row, section: JSON.parse(row.section) as string[] }));
  return ok({ id, title: report.title, date: report.date, fields: JSON.parse(report.fields) as Record<string, string[]>, paragraphs });
}

function original(context: Context, id: string): Result<{ name: string; bytes: Uint8Array }> {
  const row = get<{ source_sha256: string | null; source_name: string | null }>(context.db, 'SELECT source_sha256, source_name FROM report WHERE id = ?', id);
  const bytes = row?.source_sha256 == null ? null : getAsset(context.db, row.source_sha256);
  return bytes === null ? fail('archive/not-found', { what: 'The imported file' }) : ok({ name: row?.source_name ?? '', bytes });
}

function mark(context: Context, id: string, trashedMs: number | null): Result<void> {
  forgetColumns(context.db);
  const { changes } = run(context.db, 'UPDATE report SET trashed_ms = ? WHERE id = ?', trashedMs, id);
  return changes === 0 ? fail('archive/not-found', { what: 'This report' }) : ok(undefined);
}
