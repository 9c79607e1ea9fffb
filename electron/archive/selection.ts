/** Which rows a search is about, as one FROM and WHERE that count, facets and page share. */
import type { Parsed } from '../../shared/contract/api.ts';
import type { Match } from '../../shared/entry/query.ts';
import { dayRange } from './days.ts';
import { type Db, get } from './db.ts';

export interface Selection {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
  /** The full-text index takes part, so rows have a rank. */
  readonly ranked: boolean;
}

export interface Filters {
  readonly conditions: readonly string[];
  readonly values: readonly (string | number)[];
}

export function selectionOf(match: Match, filters: Filters): Selection {
  const conditions = [...filters.conditions];
  const values: (string | number)[] = [...filters.values];
  if (match.exclude !== null) {
    conditions.push('facet.row NOT IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)');
    values.push(match.exclude);
  }
  if (match.match === null) return { from: 'FROM facet', where: whereOf(conditions), values, ranked: false };
  return {
    from: 'FROM entry_text CROSS JOIN facet ON facet.row = entry_text.rowid',
    where: whereOf(['entry_text MATCH ?', ...conditions]),
    values: [match.match, ...values],
    ranked: true,
  };
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** The filters of a search as conditions. Several values of one filter widen it, several filters narrow. */
export function filtersOf(db: Db, input: Parsed<'search.query'>): Filters {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, ...more: readonly (string | number)[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');
  if (input.kinds.length > 0) add(`facet.kind IN (${marks(input.kinds)})`, ...input.kinds);
  if (input.supports.length > 0) {
    const none = input.supports.includes('none') ? ' OR facet.support IS NULL' : '';
    add(`(facet.support IN (${marks(input.supports)})${none})`, ...input.supports);
  }
  if (input.statuses.length > 0) add(`facet.status IN (${marks(input.statuses)})`, ...input.statuses);
  for (const [type, names] of [
    ['addressee', input.addressees],
    ['theme', input.themes],
  ] as const) {
    if (names.length === 0) continue;
    add(
      `facet.row IN (SELECT entry FROM entry_label JOIN label ON label.row = entry_label.label WHERE type = '${type}' AND name COLLATE NOCASE IN (${marks(names)}))`,
      ...names,
    );
  }
  addReports(db, input, add);
  return { conditions, values };
}

type Add = (condition: string, ...more: readonly (string | number)[]) => void;

/** What the report decides: its id, its first day, and that it is not in the trash. A year stands for all its days. */
function addReports(db: Db, input: Parsed<'search.query'>, add: Add): void {
  if (input.report !== undefined) add('facet.report IN (SELECT row FROM report WHERE id = ?)', input.report);
  if (input.from !== undefined) add('facet.report IN (SELECT row FROM report WHERE day_high >= ?)', dayRange(input.from).low);
  if (input.to !== undefined) add('facet.report IN (SELECT row FROM report WHERE day_low <= ? AND day_low > 0)', dayRange(input.to).high);
  const trashed = get(db, 'SELECT 1 FROM report WHERE trashed_ms IS NOT NULL LIMIT 1') !== undefined;
  if (trashed) add('facet.report NOT IN (SELECT row FROM report WHERE trashed_ms IS NOT NULL)');
}
