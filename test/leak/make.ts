/** Issues a draft through the core's own composition: guard, render, write, verify. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../electron/core/core.ts';
import { issue as issueDraft } from '../../electron/core/issue.ts';
import { formats } from '../../electron/core/render.ts';
import type { Draft } from '../../shared/document/draft.ts';

const core = createCore({ owner: 'test', sampleFolder: tmpdir() });

/** Bytes by file name. @throws what refused it, as JSON */
export async function issue(draft: Draft, options: { audience?: string; recipient?: string } = {}): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'leak-'));
  try {
    const to = core.grants.grant({ kind: 'folder', path: folder });
    const { audience, recipient } = options;
    const issued = await core.jobs.run(undefined, (job) => issueDraft(core, { draft, formats, audience, recipient, to }, job));
    if (!issued.ok) throw new Error(JSON.stringify(issued));
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
