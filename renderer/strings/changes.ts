/** Sentences of the difference view on the Export screen. */
import { type RuleId, ruleTitles } from '../../shared/people/rule.ts';
import type { Comparison, Difference } from '../export/compare/compare.ts';
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
  matter: { front: 'Title page', back: 'Last page' },
  asWritten: (part: 'front' | 'back') => `${changing.matter[part]}: the same for every reader`,
  asWrittenSay: 'The rule does not word what stands in Details: it is issued as it was typed.',
  now: 'now: ',
  instead: ' instead: ',
  unchanged: (n: number) => `${countWords(n, 'paragraph', 'paragraphs')} unchanged`,
  failed: 'The two cannot be compared',
  same: 'No difference: every word is the same.',
} as const;

/** What happened to a piece, with its name where it is no paragraph: "Note 3: withheld". */
export function kindOf({ kind, part, label }: Pick<Difference, 'kind' | 'part' | 'label'>): string {
  if (part === 'body') return changing[kind];
  const name = part === 'note' ? `Note ${label}` : changing.matter[part];
  return `${name}: ${changing[kind].toLowerCase()}`;
}

/** "3 paragraphs withheld, 12 attributions read differently." What is none is not said. */
export function countsOf(compared: Comparison): string {
  const { withheld, added, notesWithheld, notesAdded, matter, attributions, passages, renumbered } = compared;
  const parts = [
    withheld > 0 ? `${countWords(withheld, 'paragraph', 'paragraphs')} withheld` : null,
    added > 0 ? `${countWords(added, 'paragraph', 'paragraphs')} only here` : null,
    notesWithheld > 0 ? `${countWords(notesWithheld, 'note', 'notes')} withheld` : null,
    notesAdded > 0 ? `${countWords(notesAdded, 'note', 'notes')} only here` : null,
    matter > 0 ? `the title page or the last page differs` : null,
    attributions > 0 ? countWords(attributions, 'attribution reads differently', 'attributions read differently') : null,
    passages > 0 ? countWords(passages, 'reference reads differently', 'references read differently') : null,
    renumbered > 0 ? countWords(renumbered, 'paragraph has another number', 'paragraphs have other numbers') : null,
  ].filter((part) => part !== null);
  const words = parts.join(', ');
  return words === '' ? changing.same : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
