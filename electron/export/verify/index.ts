/** The last gate: a written file is opened again and searched, stream by stream. Only then does it appear. */
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { type Format, foreignMetadata } from './metadata.ts';
import { type Allowed, makeSearch } from './search.ts';
import { openFile } from './streams.ts';
import type { ProtectedTerm } from './terms.ts';

export type { Allowed } from './search.ts';
export { type ProtectedTerm, protectedTerms, withheldTerms } from './terms.ts';

/** Where something was found, and what kind; the words themselves are in no message and no log. */
export interface Hit {
  readonly stream: string;
  readonly kind: ProtectedTerm['kind'] | 'metadata' | 'unreadable';
}

export interface Verified {
  /** Readings of streams searched. */
  readonly streams: number;
  /** Forms searched for in each. */
  readonly forms: number;
  readonly hits: readonly Hit[];
  /** Text of each page, for formats that have pages. */
  readonly pages: readonly string[] | null;
}

/** Unpacks a file to its last stream and searches each for every form of every protected term, and for metadata outside the allowed list.
 *  A file that cannot be opened again is a hit: it is not the document that was meant.
 *  @param file its name is searched too, and its ending says what metadata it may hold */
export async function verifyFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  terms: readonly ProtectedTerm[],
  allowed: Allowed,
): Promise<Verified> {
  const search = makeSearch(terms, allowed);
  try {
    const { streams, pages } = await openFile(file.bytes, file.name);
    const fresh = [...new Map(streams.map((stream) => [`${stream.kind} ${stream.text}`, stream])).values()];
    const words = fresh.flatMap((stream) => [...search.in(stream)].map((kind): Hit => ({ stream: stream.name, kind })));
    const metadata = foreignMetadata(file.bytes, formatOf(file.name)).map((stream): Hit => ({ stream, kind: 'metadata' }));
    const hits = new Map([...words, ...metadata].map((hit) => [`${hit.stream}\n${hit.kind}`, hit]));
    return { streams: streams.length, forms: search.forms, hits: [...hits.values()], pages };
  } catch {
    return { streams: 0, forms: search.forms, hits: [{ stream: 'the file, which could not be opened again', kind: 'unreadable' }], pages: null };
  }
}

/** A verified file as a Result, for a write that must not happen on a hit.
 *  @fails verify/leak  detail.stream names the first stream, detail.kind what, detail.count how many */
export function asResult(verified: Verified): Result<Verified> {
  const [first] = verified.hits;
  return first === undefined ? ok(verified) : fail('verify/leak', { stream: first.stream, kind: first.kind, count: verified.hits.length });
}

/** What a Publication lets stand: the wordings of the rule, and its own texts.
 *  @param kept a name was kept with a reason */
export function allowedBy(publication: Publication, kept: boolean): Allowed {
  const contents = [
    ...publication.body.flatMap((block) => (block.type === 'table' ? block.rows.flat(2) : block.content)),
    ...publication.notes.flatMap((note) => note.content),
  ];
  const phrases = contents.flatMap((run) => ('attributed' in run && run.attributed === true ? [run.text] : []));
  const { assets, ...rest } = publication;
  const blocks = publication.body
    .flatMap((block) => (block.type === 'table' ? block.rows.flat() : [block.content]))
    .map((runs) => runs.map((run) => ('text' in run ? run.text : '')).join(''));
  return { phrases, own: [...strings(rest), ...strings(Object.values(assets).map(({ alt, credit }) => [alt, credit])), ...blocks], kept };
}

/** Every string in a plain value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function formatOf(name: string): Format {
  const ending = /\.(docx|pdf|html)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'docx' || ending === 'pdf' || ending === 'html' ? ending : 'txt';
}
