/** rapporteur search QUERY --archive DIR */
import type { Output } from '../../../../shared/contract/api.ts';
import { SearchInput } from '../../../../shared/contract/calls/search.ts';
import { fail, ok, type Result } from '../../../../shared/contract/result.ts';
import { firstIssue } from '../../../../shared/document/parse.ts';
import type { SourcePlace } from '../../../../shared/entry/entry.ts';
import { type CommandInput, type Run, text } from '../command.ts';
import { withArchive } from '../in-process.ts';

type Found = Output<'search.query'>;
type Hit = Found['results'][number];

export const run: Run = async (input) => {
  const query = queryOf(input);
  if (!query.ok) return query;
  return withArchive(input, 'search', async ({ client }) => {
    const found = await client['search.query'](query.value);
    if (!found.ok) return found;
    const { total, ms, results } = found.value;
    return ok({ json: { total, ms, results: results.map(record) }, text: words(found.value) });
  });
};

/** The options as one search; what the schema refuses is a fault of the command line. */
function queryOf(input: CommandInput): Result<SearchInput> {
  const list = (name: string): string[] =>
    text(input, name)
      ?.split(',')
      .filter((part) => part !== '') ?? [];
  const limit = text(input, 'limit');
  const parsed = SearchInput.safeParse({
    query: input.positionals[0] ?? '',
    kinds: list('kind'),
    supports: list('support'),
    addressees: several(text(input, 'addressee')),
    themes: several(text(input, 'theme')),
    report: text(input, 'report'),
    from: text(input, 'from'),
    to: text(input, 'to'),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (parsed.success) return ok(parsed.data);
  const { at } = firstIssue(parsed.error);
  const option = { kinds: 'kind', supports: 'support', addressees: 'addressee', themes: 'theme' }[at.split('.')[0] ?? ''] ?? at.split('.')[0];
  return fail('usage/invalid', { reason: option === 'query' ? 'The query is too long' : `--${option} is not as expected` });
}

function several(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

/** One result as scripts see it. */
function record({ id, kind, text: entry, snippet, support, addressees, themes, status, report, source }: Hit): unknown {
  const joined = snippet.map((part) => part.text).join('');
  return { id, kind, text: entry, snippet: joined, support, addressees, themes, status, report, source };
}

function words({ total, results }: Found): string {
  if (total === 0) return 'Nothing was found.';
  const lines = results.map((hit) => `${hit.kind.padEnd(14)} ${hit.snippet.map((part) => part.text).join('')}\n${' '.repeat(15)}${where(hit)}`);
  return `${lines.join('\n')}\n${total} in all${total > results.length ? `, ${results.length} shown` : ''}.`;
}

function where({ report, number, source }: Hit): string {
  const place = number === null ? placeOf(source) : `para ${number}`;
  return [report.title, report.date, place].filter((part) => part !== '').join(', ');
}

function placeOf({ page, line, paragraph }: SourcePlace): string {
  if (paragraph !== undefined) return `para ${paragraph}`;
  if (page !== undefined) return `page ${page}`;
  return line === undefined ? '' : `line ${line}`;
}
