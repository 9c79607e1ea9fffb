/** Sentences of the difference view on the Export screen. */
import { type RuleId, ruleTitles } from '../../shared/people/rule.ts';
import type { Comparison } from '../export/compare/compare.ts';
import { readers } from './export.ts';
import { countWords } from './words.ts';

export const changing = {
  view: 'Pages or changes',
  pages: 'Pages',
  changes: 'Changes',
  comparedWith: 'Compared with',
  all: 'Everything, as the rule words it',
  allUnder: (rule: RuleId) => `Everything, ${ruleTitles[rule].toLowerCase().replace('chatham house', 'Chatham House')}`,
  allNames: 'Everything, with names from the register',
  other: (audience: string) => `What ${readers(audience)} will see`,
  withheld: 'Withheld',
  added: 'Only here',
  changed: 'Reads differently',
  now: 'now: ',
  instead: ' instead: ',
  unchanged: (n: number) => `${countWords(n, 'paragraph', 'paragraphs')} unchanged`,
  failed: 'The two cannot be compared',
  same: 'No difference: every word is the same.',
} as const;

/** "3 paragraphs withheld, 12 attributions read differently." What is none is not said. */
export function countsOf({ withheld, added, attributions, passages, renumbered }: Comparison): string {
  const parts = [
    withheld > 0 ? `${countWords(withheld, 'paragraph', 'paragraphs')} withheld` : null,
    added > 0 ? `${countWords(added, 'paragraph', 'paragraphs')} only here` : null,
    attributions > 0 ? countWords(attributions, 'attribution reads differently', 'attributions read differently') : null,
    passages > 0 ? countWords(passages, 'reference reads differently', 'references read differently') : null,
    renumbered > 0 ? countWords(renumbered, 'paragraph has another number', 'paragraphs have other numbers') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? changing.same : `${parts.join(', ')}.`;
}
