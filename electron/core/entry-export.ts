/** Writes every entry of the archive as CSV or JSON. */
import type { Output, Parsed } from '../../shared/contract/api.ts';
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import { ok, type Result } from '../../shared/contract/result.ts';
import type { Archive } from '../archive/archive.ts';
import { entriesToCsv } from '../export/csv/index.ts';
import { toJson } from '../export/text/json.ts';
import type { Core } from './core.ts';
import { deliver, type Finished, unsearched } from './deliver.ts';

type Formats = Parsed<'archive.export'>['formats'];

/** @fails host/forbidden the token · export/* · archive/* */
export async function exportEntries(core: Core, archive: Archive, formats: Formats, to: string): Promise<Result<Output<'archive.export'>>> {
  const entries: SearchHit[] = [];
  const read = archive.entries.each((entry) => void entries.push(entry));
  if (!read.ok) return read;
  const files = [...new Set(formats)].map((format): Finished => {
    const text = format === 'csv' ? entriesToCsv(entries) : toJson(entries.map(record));
    return { name: `entries.${format}`, format, bytes: new TextEncoder().encode(text), pages: null };
  });
  const delivered = await deliver(core, to, files, unsearched);
  return delivered.ok ? ok({ files: delivered.value.map(({ name }) => name) }) : delivered;
}

/** One entry as scripts read it: everything a search result has but the snippet. */
function record({ snippet: _, ...entry }: SearchHit): unknown {
  return entry;
}
