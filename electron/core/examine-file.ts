/** Checks text that has no register: anything that can be imported. */
import { ok, type Result } from '../../shared/contract/result.ts';
import type { Findings } from '../../shared/guard/finding.ts';
import { checkText } from '../../shared/guard/guard.ts';
import type { RuleId } from '../../shared/people/rule.ts';
import type { Core } from './core.ts';
import { readGranted } from './granted-file.ts';
import { readImport } from './read-import.ts';

/** @fails as reading the file */
export async function examineFile(core: Core, path: string, rule: RuleId): Promise<Result<Findings>> {
  const lexicon = core.lexicon();
  if (!lexicon.ok) return lexicon;
  const file = readGranted(core, core.grants.grant({ kind: 'file', path }));
  if (!file.ok) return file;
  const read = await readImport(core, file.value, { template: 'auto' });
  if (!read.ok) return read;
  const { imported } = read.value;
  const paragraphs = [
    { text: imported.title, label: 'title' },
    ...imported.sections.flatMap((section) => [
      { text: section.title, label: 'heading' },
      ...section.paragraphs.map((text) => ({ text, label: section.title })),
    ]),
    ...imported.entries.map(({ text, number, source }) => ({ text, label: number === null ? placeOf(source) : `para ${number}` })),
    ...imported.notes.map(({ text, mark }) => ({ text, label: `note ${mark}` })),
  ].filter(({ text }) => text.trim() !== '');
  return ok(checkText({ paragraphs, rule, lexicon: lexicon.value, language: imported.language }));
}

function placeOf({ line, page }: { line?: number | undefined; page?: number | undefined }): string {
  return line === undefined ? `page ${page ?? 1}` : `line ${line}`;
}
