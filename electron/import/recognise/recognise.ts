/** From a source to what was recognised: which form fits, its sections and entries. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { Source } from '../source.ts';
import type { Table } from '../table/read-table.ts';

export interface RecogniseOptions {
  readonly file: string;
  /** Id of a template, or "auto". */
  readonly template: string;
  readonly table: Table | null;
}

export function recognise(source: Source, options: RecogniseOptions): Imported {
  const lines = source.lines.filter((line) => line.text.trim() !== '');
  const title = source.title ?? lines[0]?.text ?? options.file;
  return {
    file: options.file,
    template: null,
    score: 0,
    title,
    dates: { start: null, end: null },
    language: 'en',
    fields: {},
    sections: [{ title: '', number: null, level: 1, path: [], date: null, host: null, paragraphs: lines.map((line) => line.text), entries: [] }],
    entries: [],
    notes: [],
    pullQuotes: [],
    figures: [],
    people: [],
    warnings: [],
  };
}
