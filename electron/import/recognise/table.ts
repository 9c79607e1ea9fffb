/** A table of recommendations: one row is one entry. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { Entry } from '../../../shared/entry/entry.ts';
import { mapColumns, type Table } from '../table/read-table.ts';
import { stanceOf } from './statement.ts';
import { languageOf, quotedParts } from './words.ts';

/** Sections are the States under review (or addressees); the session and the response stand in each entry's path. */
export function recogniseTable(table: Table, file: string): Imported {
  const columns = mapColumns(table);
  const cell = (row: readonly string[], column: Parameters<typeof columns.get>[0]) => (row[columns.get(column) ?? -1] ?? '').trim();
  const entries: Entry[] = [];
  const sections = new Map<string, Imported['sections'][number]>();
  const warnings: Imported['warnings'] = [];
  for (const [at, row] of table.rows.entries()) {
    const line = at + 2;
    const text = cell(row, 'text').replace(/\s+/g, ' ');
    if (text === '') {
      warnings.push({ code: 'row-without-text', message: 'This row has no text.', at: { line }, text: row.join(' | ').slice(0, 500) });
      continue;
    }
    const to = cell(row, 'to');
    const session = cell(row, 'session');
    const path = [session === '' ? '' : `Session ${session}`, to].filter((part) => part !== '');
    const key = path.join('\u0000');
    const section = sections.get(key) ?? {
      title: path.at(-1) ?? '',
      number: null,
      level: 1,
      path,
      date: null,
      host: null,
      paragraphs: [],
      entries: [],
      flow: [],
    };
    sections.set(key, section);
    section.flow.push({ entry: entries.length });
    section.entries.push(entries.length);
    const response = cell(row, 'response');
    const number = cell(row, 'number');
    entries.push({
      kind: 'recommendation',
      text,
      section: response === '' ? path : [...path, response],
      number: number === '' ? null : number,
      support: null,
      contested: false,
      ...stanceOf(text, 'recommendation'),
      addressees: to === '' ? [] : [to.slice(0, 120)],
      quoted: quotedParts(text),
      attribution: cell(row, 'from') === '' ? null : cell(row, 'from'),
      themes: cell(row, 'theme')
        .split(/[,;]/)
        .map((theme) => theme.trim().slice(0, 120))
        .filter((theme) => theme !== ''),
      source: { line },
    });
  }
  const kept = ['text', 'from', 'to', 'response', 'theme', 'session', 'number', 'date'] as const;
  const used = new Set(kept.map((column) => columns.get(column)));
  const unused = table.header.filter((title, at) => title !== '' && !used.has(at));
  if (unused.length > 0)
    warnings.push({ code: 'columns-unused', message: 'These columns have no place in an entry.', at: { line: 1 }, text: unused.join(', ') });
  const dates = table.rows.map((row) => cell(row, 'date')).filter((day) => /^\d{4}(-\d{2}){0,2}$/.test(day));
  dates.sort();
  return {
    file,
    template: null,
    score: 0,
    title: file.replace(/\.[^.]+$/, ''),
    dates: { start: dates[0] ?? null, end: dates.at(-1) ?? null },
    language: languageOf(
      entries
        .slice(0, 50)
        .map((entry) => entry.text)
        .join(' '),
    ),
    fields: { columns: table.header.filter((title) => title !== '') },
    sections: [...sections.values()],
    entries,
    notes: [],
    pullQuotes: [],
    figures: [],
    people: [],
    warnings,
  };
}
