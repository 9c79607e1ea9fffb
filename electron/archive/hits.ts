/** Rows of the search's answer. */
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import type { FollowUpId, SupportId } from '../../shared/entry/entry.ts';

/** Selected from entry, facet and report. */
export const hitColumns = `entry.row, entry.id, kind, entry.text, support, contested, addressees, themes, status, number, section, source,
  report.id AS report_id, report.title AS report_title, report.date AS report_date`;

export interface HitRow {
  readonly row: number;
  readonly id: string;
  readonly kind: SearchHit['kind'];
  readonly text: string;
  readonly support: SupportId | null;
  readonly contested: number;
  readonly addressees: string;
  readonly themes: string;
  readonly status: FollowUpId | null;
  readonly number: string | null;
  readonly section: string;
  readonly source: string;
  readonly report_id: string;
  readonly report_title: string;
  readonly report_date: string;
}

export function hitOf(row: HitRow, snippet: SearchHit['snippet']): SearchHit {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    snippet,
    support: row.support,
    contested: row.contested === 1,
    addressees: JSON.parse(row.addressees) as string[],
    themes: JSON.parse(row.themes) as string[],
    status: row.status,
    number: row.number,
    section: JSON.parse(row.section) as string[],
    report: { id: row.report_id, title: row.report_title, date: row.report_date },
    source: JSON.parse(row.source) as SearchHit['source'],
  };
}

/** Marks around what matched, as the index writes them: characters that no text has. */
export const hitOpens = '\u0002';
export const hitCloses = '\u0003';

/** "a \u0002b\u0003 c" as parts. */
export function partsOf(marked: string): SearchHit['snippet'] {
  const parts: { text: string; hit: boolean }[] = [];
  for (const [at, piece] of marked.replaceAll(hitCloses, hitOpens).split(hitOpens).entries()) {
    if (piece !== '') parts.push({ text: piece, hit: at % 2 === 1 });
  }
  return parts;
}

/** The beginning of a text, cut between words, where no word was searched. */
export function plainSnippet(text: string): SearchHit['snippet'] {
  if (text.length <= 240) return [{ text, hit: false }];
  const cut = text.slice(0, 240);
  return [{ text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 180))}…`, hit: false }];
}
