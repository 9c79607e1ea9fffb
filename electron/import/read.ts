/** One file's bytes to a Source or a table. What a file is, its bytes say; its name only decides between kinds of text. */
import { filedParagraphs } from '../../shared/entry/from-publication.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { readMarkdown } from './html/read-markdown.ts';
import { limits, Refused } from './limits.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { parsePublication } from './publication/from-publication.ts';
import type { Source } from './source.ts';
import { readTable, type Table } from './table/read-table.ts';
import { decode } from './text/decode.ts';

export interface Read {
  readonly source: Source;
  /** Rows and columns, for tables. */
  readonly table?: Table;
  /** The document itself, where the file is a publication exported as JSON. */
  readonly publication?: Publication;
}

/** @throws Refused  with the code and reason that the user reads */
export async function read(bytes: Uint8Array, name: string): Promise<Read> {
  if (bytes.length > limits.fileBytes) throw new Refused('input/too-large', `more than ${limits.fileBytes / 2 ** 20} MB`);
  if (bytes.length === 0) throw new Refused('input/unreadable', 'it is empty');
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (ending === 'docx' || (head.startsWith('PK\u0003\u0004') && ending === '')) return { source: readDocx(bytes) };
  if (ending === 'pdf' || head.includes('%PDF-')) return { source: await readPdf(bytes) };
  if (!textEndings.has(ending)) throw new Refused('input/unsupported', ending === '' ? 'it has no ending' : `“.${ending}” files are not read`);
  const { text } = decode(bytes);
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml') return { source: readHtml(text) };
  if (ending === 'md' || ending === 'markdown') return { source: readMarkdown(text) };
  if (ending === 'csv' || ending === 'tsv') return tableOf(text);
  if (ending === 'json') return publicationOf(text);
  return { source: plainText(text) };
}

const textEndings = new Set(['txt', 'text', 'html', 'htm', 'xhtml', 'md', 'markdown', 'csv', 'tsv', 'json', '']);

function tableOf(text: string): Read {
  const table = readTable(text);
  const lines = table.rows.map((cells, at) => ({ text: cells.join(' | '), line: at + 2, whole: true, hint: { kind: 'row' as const, cells } }));
  return { table, source: { kind: 'table', lines, notices: [] } };
}

function publicationOf(text: string): Read {
  const publication = parsePublication(text);
  const lines = filedParagraphs(publication).map((paragraph, at) => ({ text: paragraph.text, line: at + 1, whole: true }));
  return { publication, source: { kind: 'text', lines, notices: [] } };
}

/** Lines as they stand; a form feed begins a page. */
function plainText(text: string): Source {
  let page = 1;
  const lines = text.split('\n').map((raw, at) => {
    if (raw.includes('\f')) page += 1;
    return { text: raw.replaceAll('\f', '').trimEnd(), line: at + 1, ...(text.includes('\f') ? { page } : {}) };
  });
  return { kind: 'text', lines, notices: [] };
}
