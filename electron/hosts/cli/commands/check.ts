/** rapporteur check FILE [--rule R] [--audience A] */
import { fail, ok, type Result } from '../../../../shared/contract/result.ts';
import type { Findings } from '../../../../shared/guard/finding.ts';
import { regionsOf } from '../../../../shared/guard/regions.ts';
import { RuleId, ruleIds } from '../../../../shared/people/rule.ts';
import { examine } from '../../../core/examine.ts';
import { type CommandInput, type Run, text } from '../command.ts';
import { readDraft } from '../draft-file.ts';
import { inProcess } from '../in-process.ts';
import { answer, type Told } from './findings.ts';

export const run: Run = async (input) => {
  const [file = ''] = input.positionals;
  const asked = text(input, 'rule');
  const rule = asked === undefined ? undefined : RuleId.safeParse(asked);
  if (rule?.success === false) return fail('usage/invalid', { reason: `There is no rule “${asked}”: choose from ${ruleIds.join(', ')}` });
  const checked = await findingsOf(input, file, rule?.data);
  return checked.ok ? ok(answer(checked.value.findings, checked.value)) : checked;
};

/** What to do with a finding that shall stay. */
const keep = 'To keep one, write [{"id": "…", "reason": "…"}] with its id into a file, and export with --override FILE.';

/** A draft is read as one; anything else, where a rule is named, is imported and all of its text checked. */
async function findingsOf(input: CommandInput, file: string, rule: RuleId | undefined): Promise<Result<Told & { readonly findings: Findings }>> {
  const { core } = inProcess(input, 'check');
  const draft = readDraft(file);
  if (draft.ok) {
    const examined = examine(core, draft.value, { rule, audience: text(input, 'audience') });
    if (!examined.ok) return examined;
    const { findings, published } = examined.value;
    return ok({ findings, around: regionsOf(published.publication), keep });
  }
  const { code, detail } = draft.error;
  if (code === 'draft/newer-version' || (code === 'draft/invalid' && detail['at'] !== 'format')) return draft;
  if (rule === undefined) return detail['reason'] === 'it is no JSON' || code === 'draft/invalid' ? noDraft(file) : draft;
  const { examineFile } = await import('../../../core/examine-file.ts');
  const examined = await examineFile(core, file, rule);
  return examined.ok ? ok({ findings: examined.value.findings, around: examined.value.passages }) : examined;
}

function noDraft(at: string): Result<never> {
  return fail('draft/invalid', { at, reason: 'to check another kind of file, name the rule of the meeting, as in --rule chatham-house' });
}
