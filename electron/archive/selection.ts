/** Which entries a search is about: what the full-text index finds, less what the filters leave out. */
import type { Parsed } from '../../shared/contract/api.ts';
import { fold, type Match } from '../../shared/entry/query.ts';
import type { Columns } from './columns.ts';
import { dayRange } from './days.ts';
import { all, type Db, get } from './db.ts';

/** Above this many hits without a filter only the newest are counted by facet and put in order. */
export const examinedAtMost = 50_000;

export interface Selection {
  /** How many entries it holds, exactly. */
  readonly total: number;
  /** Those that are counted and ordered: all, or the newest `examinedAtMost` by filing, descending. */
  readonly rows: ArrayLike<number>;
  /** All are in `rows`. */
  readonly whole: boolean;
  readonly keeps: Keeps;
}

/** Whether the filters let a row through; null where there are none. */
export type Keeps = ((row: number) => boolean) | null;

export function select(db: Db, columns: Columns, match: Match, input: Parsed<'search.query'>): Selection {
  const keeps = filterOf(db, columns, match, input);
  if (match.match === null) {
    const rows = keeps === null ? columns.rows : columns.rows.filter(keeps);
    return { total: rows.length, rows, whole: true, keeps };
  }
  if (keeps !== null) {
    const rows = rowsOf(db, 'SELECT rowid AS row FROM entry_text WHERE entry_text MATCH ?', match.match).filter(keeps);
    return { total: rows.length, rows, whole: true, keeps };
  }
  const rows = rowsOf(db, `SELECT rowid AS row FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT ${examinedAtMost + 1}`, match.match);
  if (rows.length <= examinedAtMost) return { total: rows.length, rows, whole: true, keeps };
  const total = get<{ n: number }>(db, 'SELECT count(*) AS n FROM entry_text WHERE entry_text MATCH ?', match.match)?.n ?? 0;
  return { total, rows: rows.slice(0, examinedAtMost), whole: false, keeps };
}

/** Rows only, as fast as they come. */
export function rowsOf(db: Db, sql: string, match: string): number[] {
  return db.prepare(sql).pluck().all(match) as number[];
}

/** All filters as one question. Several values of one filter widen it, several filters narrow. */
function filterOf(db: Db, columns: Columns, match: Match, input: Parsed<'search.query'>): Keeps {
  const tests: ((row: number) => boolean)[] = [
    ...oneOf(columns, columns.kind, input.kinds, null),
    ...oneOf(columns, columns.support, input.supports, 'none'),
    ...oneOf(columns, columns.status, input.statuses, null),
    ...labelled(columns, 'addressee', input.addressees),
    ...labelled(columns, 'theme', input.themes),
    ...inReports(db, columns, input),
  ];
  if (match.exclude !== null) {
    const excluded = new Uint8Array(columns.size);
    for (const row of rowsOf(db, 'SELECT rowid FROM entry_text WHERE entry_text MATCH ?', match.exclude)) excluded[row] = 1;
    tests.push((row) => excluded[row] !== 1);
  }
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

/** @param nothing the value that stands for "none", where a filter has one */
function oneOf(columns: Columns, column: Uint8Array, values: readonly string[], nothing: string | null): ((row: number) => boolean)[] {
  if (values.length === 0) return [];
  const codes = new Set(values.map((value) => (value === nothing ? 0 : columns.values.indexOf(value))));
  return [(row) => codes.has(column[row] ?? 0)];
}

/** Names are compared without case and diacritics. */
function labelled(columns: Columns, type: 'addressee' | 'theme', names: readonly string[]): ((row: number) => boolean)[] {
  if (names.length === 0) return [];
  const wanted = new Set(names.map(fold));
  const ids = new Set([...columns.names].filter(([, label]) => label.type === type && wanted.has(fold(label.name))).map(([id]) => id));
  return [
    (row) => {
      for (let at = columns.labelFrom[row] ?? 0; at < (columns.labelFrom[row + 1] ?? 0); at++) if (ids.has(columns.labels[at] ?? 0)) return true;
      return false;
    },
  ];
}

/** What the report decides: its id, its first day, and that it is not in the trash. A year stands for all its days. */
function inReports(db: Db, columns: Columns, input: Parsed<'search.query'>): ((row: number) => boolean)[] {
  const { trashed } = columns;
  const tests: ((row: number) => boolean)[] = trashed.includes(1) ? [(row) => trashed[columns.report[row] ?? 0] !== 1] : [];
  if (input.report === undefined && input.from === undefined && input.to === undefined) return tests;
  const reports = all<{ row: number }>(
    db,
    `SELECT row FROM report WHERE (? IS NULL OR id = ?) AND (? IS NULL OR day_high >= ?) AND (? IS NULL OR (day_low <= ? AND day_low > 0))`,
    ...twice(input.report ?? null),
    ...twice(input.from === undefined ? null : dayRange(input.from).low),
    ...twice(input.to === undefined ? null : dayRange(input.to).high),
  );
  const allowed = new Set(reports.map(({ row }) => row));
  return [...tests, (row) => allowed.has(columns.report[row] ?? 0)];
}

function twice<T>(value: T): [T, T] {
  return [value, value];
}
