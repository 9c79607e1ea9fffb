/** Who has the floor, in the order of the text: for the guard, which holds it against the order of the register. Never part of a Publication. */
import type { Draft } from '../document/draft.ts';
import { blocksOf } from '../document/text.ts';
import type { RuleId } from '../people/rule.ts';
import { shownUnder } from '../people/wording.ts';
import { collectMentions } from './mentions.ts';

/** One reference to a person whom the rule hides at that place. */
export interface Turn {
  readonly anchor: string;
  /** Ids of the sections around it, outermost first. */
  readonly sections: readonly string[];
  /** Place in the register, from 0. */
  readonly person: number;
}

/** References to people whom the Chatham House Rule or `unattributed` hides, as far as they are published.
 *  @param origins anchor → id of the draft's block */
export function turnsOf(draft: Draft, rule: RuleId, origins: ReadonlyMap<string, string>): Turn[] {
  const anchors = new Map([...origins].map(([anchor, block]) => [block, anchor]));
  const placed = [...blocksOf(draft.body)].filter(({ block }) => anchors.has(block.id));
  const around = new Map(placed.map(({ block, sections }) => [block.id, sections.map(({ id }) => id)]));
  return collectMentions(placed, rule).mentions.flatMap((mention): Turn[] => {
    const person = draft.people.findIndex(({ id }) => id === mention.person);
    const found = draft.people[person];
    if (found === undefined || (mention.rule !== 'chatham-house' && mention.rule !== 'unattributed')) return [];
    const shown = shownUnder(mention.rule, found, mention.consent);
    if (shown !== 'category' && shown !== 'nobody') return [];
    return [{ anchor: anchors.get(mention.block) ?? '', sections: around.get(mention.block) ?? [], person }];
  });
}
