/** CSV-like tables of recommendations: delimiter found, quotes honoured, columns mapped by their headings. */
import { Refused } from '../limits.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Splits a table of text. The delimiter is the one that gives the same number of cells most often.
 *  @throws Refused  no table: fewer than two columns */
export function readTable(text: string): Table {
  const delimiter =
    ([',', ';', '\t', '|'] as const).map((mark) => ({ mark, count: text.slice(0, 4000).split(mark).length })).sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
  const rows = cells(text, delimiter).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [header, ...rest] = rows;
  if (header === undefined || header.length < 2) throw new Refused('input/unreadable', 'it is no table: only one column was found');
  return { header: header.map((cell) => cell.trim()), rows: rest };
}

/** RFC 4180, forgiving: a quote inside an unquoted cell is a character; an open quote at the end closes itself. */
function cells(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let from = 0;
  const take = (to: number) => {
    cell += text.slice(from, to);
  };
  for (let at = 0; at <= text.length; at++) {
    const c = text[at];
    if (quoted) {
      if (c === undefined) take(at);
      else if (c === '"') {
        take(at);
        if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else quoted = false;
        from = at + 1;
      }
      if (c !== undefined) continue;
    }
    if (c === '"' && cell === '' && at === from) {
      quoted = true;
      from = at + 1;
    } else if (c === delimiter || c === '\n' || c === undefined) {
      if (!quoted) take(at);
      row.push(cell);
      cell = '';
      from = at + 1;
      if (c !== delimiter) {
        rows.push(row);
        row = [];
      }
    }
  }
  return rows;
}

/** What a column holds. */
export type Column = 'text' | 'from' | 'to' | 'response' | 'action' | 'theme' | 'session' | 'number' | 'date';

const names: Readonly<Record<Column, RegExp>> = {
  text: /^(text|recommendation|recommandation|recomendación|proposal|content|texte|texto)s?$/i,
  from: /^(from|recommending state|recommended by|source|de|état auteur)$/i,
  to: /^(to|state under review|addressee|addressed to|destinataire|a|country)$/i,
  response: /^(response|position|reply|accepted|réponse|respuesta)$/i,
  action: /^(action|action category)$/i,
  theme: /^(issue|theme|topic|subject|thème|tema)s?$/i,
  session: /^(session|cycle|meeting)$/i,
  number: /^(no|nr|number|#|id|para|paragraph)\.?$/i,
  date: /^(date|year|on)$/i,
};

/** Columns by what their headings say; a column of long sentences is the text where no heading says so. */
export function mapColumns(table: Table): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, title] of table.header.entries()) {
    for (const column of Object.keys(names) as Column[]) if (names[column].test(title) && !found.has(column)) found.set(column, at);
  }
  if (!found.has('text')) {
    const lengths = table.header.map((_, at) => table.rows.slice(0, 50).reduce((sum, row) => sum + (row[at]?.length ?? 0), 0));
    found.set('text', lengths.indexOf(Math.max(...lengths)));
  }
  return found;
}
