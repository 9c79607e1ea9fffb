/** Issues a draft in memory through the core's own composition: guard, render, verify. */
import { tmpdir } from 'node:os';
import { createCore } from '../../electron/core/core.ts';
import { makeFiles } from '../../electron/core/issue.ts';
import { formats } from '../../electron/core/render.ts';
import type { Draft } from '../../shared/document/draft.ts';

const core = createCore({ owner: 'test', sampleFolder: tmpdir() });

/** Bytes by file name; what refused it as an error. `keep` keeps every finding with a reason, so that random words do not stop a test. */
export async function issue(
  draft: Draft,
  options: { audience?: string; recipient?: string; only?: readonly (typeof formats)[number][] } = {},
): Promise<Map<string, Uint8Array>> {
  const job = { id: 'test', signal: new AbortController().signal, progress: () => {} };
  const made = await makeFiles(core, { draft, formats: options.only ?? formats, audience: options.audience, recipient: options.recipient }, job as never);
  if (!made.ok) throw new Error(JSON.stringify(made));
  return new Map(made.value.files.map((file) => [file.name, file.bytes]));
}
