/** The four rules of attribution, strictest last, and who may be shown under each. */
import { z } from 'zod';

export const ruleIds = ['named', 'affiliation', 'chatham-house', 'unattributed'] as const;
export const RuleId = z.enum(ruleIds);
export type RuleId = z.infer<typeof RuleId>;

/** The stricter of two rules: a section may tighten a draft's rule, never loosen it. */
export function stricter(a: RuleId, b: RuleId): RuleId {
  return ruleIds.indexOf(a) >= ruleIds.indexOf(b) ? a : b;
}

export const ruleTitles: Readonly<Record<RuleId, string>> = {
  named: 'Names shown',
  affiliation: 'By affiliation',
  'chatham-house': 'Chatham House Rule',
  unattributed: 'No attribution',
};
