/** What the rule makes of people: the wording of every mention, in the order of the text. */
import type { Person } from './person.ts';
import type { RuleId } from './rule.ts';

/** One place where the text refers to a person of the register. */
export interface Mention {
  readonly person: string;
  /** The rule in force at this place (a section may be stricter than the draft). */
  readonly rule: RuleId;
  /** Consent given for this one statement. */
  readonly consent: 'affiliation' | 'named' | null;
  /** The wording opens a sentence and takes a capital. */
  readonly sentenceStart: boolean;
  /** A lead-in of an intervention ("A representative of X"), or running text. */
  readonly form: 'lead-in' | 'inline';
  /** Scope in which "another" and "the same" are counted: the section's id. */
  readonly scope: string;
  /** Block the mention stands in; several mentions may share it. */
  readonly block: string;
}

export interface WordedMention {
  readonly text: string;
  /** Why the wording is wider than the category ("1 person fits “UN official”, 3 must"); null where it is not. */
  readonly generalised: string | null;
}

/** Words all mentions of one document. `null` where the person is not in the register.
 *  Pure: equal for registers that differ only in what the rule hides. */
export function wordMentions(mentions: readonly Mention[], people: readonly Person[], _settings: { readonly k: number; readonly language: string }): (WordedMention | null)[] {
  return mentions.map((mention) => {
    if (!people.some((person) => person.id === mention.person)) return null;
    return { text: mention.sentenceStart ? 'One participant' : 'one participant', generalised: null };
  });
}
