/** Words for what the archive records. */
import type { EntryKind, FollowUpId, SupportId } from '../../shared/entry/entry.ts';
import type { RuleId } from '../../shared/people/rule.ts';

export const entryKindWords: Readonly<Record<EntryKind | 'text', string>> = {
  question: 'Question',
  'key-point': 'Key point',
  conclusion: 'Conclusion',
  proposal: 'Proposal',
  recommendation: 'Recommendation',
  lesson: 'Lesson',
  warning: 'Warning sign',
  statement: 'Statement',
  text: 'Text',
};

/** As they stand in a sentence: "many". */
export const supportWords: Readonly<Record<SupportId, string>> = {
  one: 'one',
  some: 'some',
  several: 'several',
  'a-number': 'a number',
  many: 'many',
  most: 'most',
  'general-view': 'general view',
  'wide-agreement': 'wide agreement',
  agreed: 'agreed',
};

export const followUpWords: Readonly<Record<FollowUpId, string>> = {
  open: 'Open',
  'taken-up': 'Taken up',
  partly: 'Partly taken up',
  implemented: 'Implemented',
  dropped: 'Dropped',
  superseded: 'Superseded',
};

export const ruleSays: Readonly<Record<RuleId, string>> = {
  named: 'Speakers may be named.',
  affiliation: 'States and bodies may be named, people may not.',
  'chatham-house': 'Neither speakers nor their affiliations may be shown.',
  unattributed: 'Nothing is attributed to anybody.',
};

/** "Wide agreement" from "wide agreement". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
