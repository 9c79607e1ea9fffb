/** rapporteur check FILE [--rule R] [--audience A] */
import { fail, ok, type Result } from '../../../../shared/contract/result.ts';
import type { Finding, Findings } from '../../../../shared/guard/finding.ts';
import { RuleId, ruleIds } from '../../../../shared/people/rule.ts';
import { examine } from '../../../core/examine.ts';
import { type Answer, type CommandInput, type Run, text } from '../command.ts';
import { readDraft } from '../draft-file.ts';
import { inProcess } from '../in-process.ts';

export const run: Run = async (input) => {
  const [file = ''] = input.positionals;
  const asked = text(input, 'rule');
  const rule = asked === undefined ? undefined : RuleId.safeParse(asked);
  if (rule?.success === false) return fail('usage/invalid', { reason: `There is no rule “${asked}”: choose from ${ruleIds.join(', ')}` });
  const findings = await findingsOf(input, file, rule?.data);
  return findings.ok ? ok(answer(findings.value)) : findings;
};

/** A draft is read as one; anything else, where a rule is named, is imported and its text checked. */
async function findingsOf(input: CommandInput, file: string, rule: RuleId | undefined): Promise<Result<Findings>> {
  const { core } = inProcess(input, 'check');
  const draft = readDraft(file);
  if (draft.ok) {
    const examined = examine(core, draft.value, { rule, audience: text(input, 'audience') });
    return examined.ok ? ok(examined.value.findings) : examined;
  }
  const isDraftFile = draft.error.code === 'draft/newer-version' || (draft.error.code === 'draft/invalid' && draft.error.detail['at'] !== 'format');
  if (rule === undefined || isDraftFile) return draft;
  const { examineFile } = await import('../../../core/examine-file.ts');
  return examineFile(core, file, rule);
}

/** `{block, warn}` as scripts see it; exit 3 where something blocks. */
export function answer({ block, warn, human }: Findings): Answer {
  return { json: { block: block.map(record), warn: warn.map(record), human }, text: words(block, warn, human), exit: block.length === 0 ? 0 : 3 };
}

function record({ id, check, name, at, quote, reason, replacement }: Finding): unknown {
  return { id, check, name, at, quote, reason, replacement };
}

function words(block: readonly Finding[], warn: readonly Finding[], human: number): string {
  const lines = [...block, ...warn].map(({ level, at, quote, reason, replacement }) => {
    const instead = replacement === null ? '' : `\n        Instead: “${replacement}”`;
    return `${level === 'block' ? 'BLOCKS' : 'warns '}  ${at.label}: “${quote}”\n        ${reason}${instead}`;
  });
  const verdict = block.length === 0 ? 'Nothing blocks.' : `${block.length} ${block.length === 1 ? 'finding blocks' : 'findings block'}.`;
  const rest = human === 0 ? '' : ` ${human} statements only a reader can judge.`;
  return [...lines, `${verdict}${rest}`].join('\n');
}
