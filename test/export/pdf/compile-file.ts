/** Lays a publication out in this thread: for the test that starts a process of its own. */
import { readFileSync } from 'node:fs';
import { run } from '../../../electron/export/pdf/jobs.ts';
import { Publication } from '../../../shared/publication/publication.ts';
import { house } from './fixtures.ts';

export function compileFile(path: string): Uint8Array {
  const publication = Publication.parse(JSON.parse(readFileSync(path, 'utf8')));
  const laid = run({ do: 'layout', kind: 'issue', publication, style: house });
  if (!laid.ok) throw new Error(laid.error.code);
  return laid.value.bytes;
}
