/** From foreign JSON to a Draft: version, schema, unique ids. The one door for draft files, bundles and the editor. */
import type { z } from 'zod';
import { fail, ok, type Result } from '../contract/result.ts';
import { Draft } from './draft.ts';
import { blocksOf, inlinesOf, sectionsOf } from './text.ts';

/** @fails draft/newer-version  the file names a version above 1
 *  @fails draft/invalid        with `at` (path in the file) and `reason` */
export function parseDraft(value: unknown): Result<Draft> {
  if (typeof value !== 'object' || value === null) return fail('draft/invalid', { at: '', reason: 'it is not a draft file' });
  const { format, version } = value as { format?: unknown; version?: unknown };
  if (format !== 'rapporteur/draft') return fail('draft/invalid', { at: 'format', reason: 'it is not a draft file' });
  if (typeof version === 'number' && version > 1) return fail('draft/newer-version', { version });
  const parsed = Draft.safeParse(value);
  if (!parsed.success) return fail('draft/invalid', firstIssue(parsed.error));
  const twice = duplicateId(parsed.data);
  return twice === null ? ok(parsed.data) : fail('draft/invalid', { at: twice, reason: `the id “${twice}” stands twice` });
}

/** The deepest issue of a failed parse: a union reports itself before the member that came closest. */
export function firstIssue(error: z.ZodError): { at: string; reason: string } {
  let issue = error.issues[0];
  const path: PropertyKey[] = [...(issue?.path ?? [])];
  while (issue?.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
    issue = closest?.[0];
    path.push(...(issue?.path ?? []));
  }
  return { at: path.map(String).join('.'), reason: issue?.message ?? 'a part has the wrong form' };
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

/** Ids must be unique over people, sections, blocks and footnotes. */
function duplicateId(draft: Draft): string | null {
  const seen = new Set<string>();
  const ids = [...draft.people.map((person) => person.id), ...[...sectionsOf(draft.body)].map((section) => section.id)];
  for (const { block } of blocksOf(draft.body)) {
    ids.push(block.id);
    for (const inline of inlinesOf(block)) if ('type' in inline && inline.type === 'footnote') ids.push(inline.id);
  }
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}
