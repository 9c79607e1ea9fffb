/** What the Desk shows of a draft. Worked out once a change and remembered beside the draft, so that a list opens no draft. */
import { DraftSummary } from '../../shared/contract/calls/draft.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import { dayInWords } from '../../shared/document/days.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { fieldRange, fieldText } from '../../shared/document/fields.ts';
import { progress } from '../../shared/template/completeness.ts';
import type { Library } from '../../shared/template/library.ts';
import type { Archive, DraftRow } from '../archive/archive.ts';
import type { Core } from './core.ts';

type Summary = DraftSummary;
/** What does not depend on the row: the part that is remembered. */
const Note = DraftSummary.omit({ id: true, changedMs: true, trashedMs: true });

/** The drafts, newest change first. A draft whose template is gone is listed all the same: nothing may seem lost. */
export function listDrafts(core: Core, archive: Archive, trashed: boolean): Result<Summary[]> {
  const library = core.library();
  if (!library.ok) return library;
  const rows = archive.drafts.list(trashed);
  if (!rows.ok) return rows;
  const summaries: Summary[] = [];
  for (const row of rows.value) {
    const one = summaryOf(archive, row, library.value);
    if (!one.ok) return one;
    summaries.push(one.value);
  }
  return ok(summaries);
}

function summaryOf(archive: Archive, row: DraftRow, library: Library): Result<Summary> {
  const facts = { id: row.id, changedMs: row.changedMs, trashedMs: row.trashedMs };
  const known = Note.safeParse(row.note);
  if (known.success) return ok({ ...known.data, ...facts });
  const opened = archive.drafts.open(row.id);
  if (!opened.ok) return opened;
  const note = summarise(opened.value.draft, library);
  archive.drafts.remember(row.id, opened.value.sequence, note);
  return ok({ ...note, ...facts });
}

/** Remembers the outcome of a check until the draft changes. */
export function rememberFindings(
  archive: Archive,
  id: string,
  sequence: number,
  draft: Draft,
  library: Library,
  counts: { block: number; warn: number },
): void {
  archive.drafts.remember(id, sequence, { ...summarise(draft, library), findings: counts });
}

function summarise(draft: Draft, library: Library): Omit<Summary, 'id' | 'changedMs' | 'trashedMs'> {
  const template = library.templates.get(draft.template);
  const level = library.markings.get(draft.marking.scheme)?.levels.find(({ id }) => id === draft.marking.level);
  return {
    title: template === undefined ? '' : fieldText(draft.fields, template.titleField),
    template: draft.template,
    templateTitle: template?.title ?? draft.template,
    rule: draft.rule,
    marking: { label: level?.label ?? draft.marking.level, tone: level?.tone ?? 'confidential' },
    dates: datesOf(draft, template?.datesField ?? null),
    sections: template === undefined ? { done: 0, total: 0, missing: [] } : progress(draft, template),
    findings: null,
    ...(draft.marking.reviewOn === undefined ? {} : { reviewOn: draft.marking.reviewOn }),
    ...(draft.adopted === undefined ? {} : { adopted: draft.adopted }),
    people: draft.people.length,
  };
}

/** The meeting's days in words, as short as they can be: a list has little room. Empty where none are filled in. */
function datesOf(draft: Draft, field: string | null): string {
  const range = field === null ? null : fieldRange(draft.fields, field);
  if (range === null) return '';
  const [start = '', end = ''] = [range.start, range.end].map((day) => dayInWords(day, draft.language, false));
  if (start === end) return end;
  // "9–11 June 2026": what both ends share is said once, at the end.
  if (range.start.length === 10 && range.start.slice(0, 7) === range.end.slice(0, 7)) return `${Number(range.start.slice(8))}–${end}`;
  const year = ` ${range.end.slice(0, 4)}`;
  return `${start.endsWith(year) && end.endsWith(year) ? start.slice(0, -year.length) : start} – ${end}`;
}
