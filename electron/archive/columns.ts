/** The narrow side of every entry, held in memory while an archive is open: filters and counts over tens of thousands of
 *  hits then cost a few milliseconds. About 25 bytes an entry; nothing of the text is in it. */
import { all, type Db, each, get } from './db.ts';

export interface Columns {
  /** One more than the highest row. Every list below has this length. */
  readonly size: number;
  /** Rows that exist, in ascending order. */
  readonly rows: Int32Array;
  /** Index into `values`; 0 is none. */
  readonly kind: Uint8Array;
  readonly support: Uint8Array;
  readonly status: Uint8Array;
  readonly values: readonly string[];
  readonly report: Int32Array;
  /** Earliest day of the report, YYYYMMDD. */
  readonly day: Int32Array;
  /** Labels of row r: `labels` from labelFrom[r] to labelFrom[r + 1]. */
  readonly labelFrom: Int32Array;
  readonly labels: Int32Array;
  /** By label's row. */
  readonly names: ReadonlyMap<number, { readonly type: 'addressee' | 'theme'; readonly name: string }>;
  /** 1 where the report is in the trash. By report's row. */
  readonly trashed: Uint8Array;
}

const loaded = new WeakMap<Db, Columns>();

/** Reads them when they are first needed, and again after something changed. */
export function columnsOf(db: Db): Columns {
  const columns = loaded.get(db) ?? load(db);
  loaded.set(db, columns);
  return columns;
}

/** To be called by whatever writes entries, reports or their status. */
export function forgetColumns(db: Db): void {
  loaded.delete(db);
}

function load(db: Db): Columns {
  const size = (get<{ n: number | null }>(db, 'SELECT max(row) AS n FROM facet')?.n ?? 0) + 1;
  const values = [''];
  const codes = new Map<string | null, number>([[null, 0]]);
  const codeOf = (value: string | null): number => {
    const known = codes.get(value);
    if (known !== undefined) return known;
    values.push(value ?? '');
    codes.set(value, values.length - 1);
    return values.length - 1;
  };
  const [kind, support, status] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
  const [report, day] = [new Int32Array(size), new Int32Array(size)];
  const rows = new Int32Array(get<{ n: number }>(db, 'SELECT count(*) AS n FROM facet')?.n ?? 0);
  let at = 0;
  for (const facet of each<FacetRow>(db, 'SELECT row, report, kind, support, status, day FROM facet ORDER BY row')) {
    rows[at++] = facet.row;
    kind[facet.row] = codeOf(facet.kind);
    support[facet.row] = codeOf(facet.support);
    status[facet.row] = codeOf(facet.status);
    report[facet.row] = facet.report;
    day[facet.row] = facet.day;
  }
  return { size, rows, kind, support, status, values, report, day, ...loadLabels(db, size), trashed: loadTrashed(db) };
}

interface FacetRow {
  readonly row: number;
  readonly report: number;
  readonly kind: string;
  readonly support: string | null;
  readonly status: string | null;
  readonly day: number;
}

function loadLabels(db: Db, size: number): Pick<Columns, 'labelFrom' | 'labels' | 'names'> {
  const labels = new Int32Array(get<{ n: number }>(db, 'SELECT count(*) AS n FROM entry_label')?.n ?? 0);
  const labelFrom = new Int32Array(size + 1);
  let at = 0;
  let row = 0;
  for (const pair of each<{ entry: number; label: number }>(db, 'SELECT entry, label FROM entry_label ORDER BY entry, label')) {
    while (row < pair.entry) labelFrom[++row] = at;
    labels[at++] = pair.label;
  }
  while (row < size) labelFrom[++row] = at;
  const names = all<{ row: number; type: 'addressee' | 'theme'; name: string }>(db, 'SELECT row, type, name FROM label');
  return { labels, labelFrom, names: new Map(names.map(({ row: label, type, name }) => [label, { type, name }])) };
}

function loadTrashed(db: Db): Uint8Array {
  const trashed = new Uint8Array((get<{ n: number | null }>(db, 'SELECT max(row) AS n FROM report')?.n ?? 0) + 1);
  for (const { row } of all<{ row: number }>(db, 'SELECT row FROM report WHERE trashed_ms IS NOT NULL')) trashed[row] = 1;
  return trashed;
}
