/** Which rule runs which check (GUARD, "Which rule runs which check"), as data. */
import type { RuleId } from '../people/rule.ts';

const all = Array.from({ length: 19 }, (_, index) => index + 1);
const without = (...left: number[]): readonly number[] => all.filter((check) => !left.includes(check));

/** `named` runs 1 to 4 only for people who did not consent; `Context.protectedPeople` sees to that. */
export const matrix: Readonly<Record<RuleId, readonly number[]>> = {
  'chatham-house': all,
  unattributed: all,
  affiliation: without(2, 3, 4, 14),
  named: without(6, 7, 8, 9, 12, 13),
};

/** Checks whose text is looked at whatever a region's exemptions say would be none: a region may be exempt from any of them. */
export function runsUnder(rule: RuleId, check: number): boolean {
  return matrix[rule].includes(check);
}
