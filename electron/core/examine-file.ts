/** Checks text that has no register: anything that can be imported. */
import { ok, type Result } from '../../shared/contract/result.ts';
import type { Finding, Findings } from '../../shared/guard/finding.ts';
import { checkText, type TextInput } from '../../shared/guard/guard.ts';
import type { RuleId } from '../../shared/people/rule.ts';
import { decode } from '../import/text/decode.ts';
import { besidePassages } from './beside-passages.ts';
import type { Core } from './core.ts';
import { passagesOf } from './file-passages.ts';
import { readGranted } from './granted-file.ts';
import { withoutMarks } from './own-marks.ts';
import { readImport } from './read-import.ts';

export interface ExaminedFile {
  readonly findings: Findings;
  readonly passages: TextInput['paragraphs'];
}

/** @fails as reading the file */
export async function examineFile(core: Core, path: string, rule: RuleId): Promise<Result<ExaminedFile>> {
  const lexicon = core.lexicon();
  if (!lexicon.ok) return lexicon;
  const library = core.library();
  if (!library.ok) return library;
  const file = readGranted(core, core.grants.grant({ kind: 'file', path }));
  if (!file.ok) return file;
  const read = await readImport(core, file.value, { template: 'auto', beside: true });
  if (!read.ok) return read;
  const { imported, lines, beside, rows } = read.value;
  const counted = /\.(?:txt|text|md|markdown)$/i.test(path) ? decode(file.value.bytes).text.split('\n') : null;
  const passages = besidePassages(withoutMarks(passagesOf(imported, lines, counted), rows, library.value), beside, { name: file.value.name, lines });
  return ok({ findings: once(checkText({ paragraphs: passages, rule, lexicon: lexicon.value, language: imported.language })), passages });
}

/** A line that was repaired is read as it stood and as it is: what both show is told once, with the better place. */
function once(findings: Findings): Findings {
  const isLine = ({ at }: Finding) => at.label.startsWith('line ');
  const all = [...findings.block, ...findings.warn];
  const isEcho = (one: Finding) => isLine(one) && all.some((other) => !isLine(other) && other.check === one.check && other.quote === one.quote);
  return { ...findings, block: findings.block.filter((one) => !isEcho(one)), warn: findings.warn.filter((one) => !isEcho(one)) };
}
