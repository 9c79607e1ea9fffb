/** Collects every reference to a person in the order of the text, so that the rule can word them all at once. */
import { inlinesOf, type Placed, plain } from '../document/text.ts';
import type { Inline } from '../document/tree.ts';
import { type RuleId, stricter } from '../people/rule.ts';
import type { Mention } from '../people/wording.ts';

/** Mentions of these blocks. A block's own lead-in comes before its speakers; `index` finds a mention again. */
export function collectMentions(placed: readonly Placed[], rule: RuleId): { mentions: Mention[]; index: ReadonlyMap<string, number> } {
  const mentions: Mention[] = [];
  const index = new Map<string, number>();
  for (const { block, sections } of placed) {
    const common = { rule: ruleAt(sections, rule), scope: sections.at(-1)?.id ?? '', block: block.id };
    if (block.type === 'intervention' && block.person !== undefined) {
      index.set(mentionKey(block.id, -1), mentions.length);
      mentions.push({ ...common, person: block.person, consent: block.consent ?? null, sentenceStart: true, form: 'lead-in' });
    }
    const inlines = inlinesOf(block);
    for (const [at, inline] of inlines.entries()) {
      if (!('type' in inline) || inline.type !== 'speaker') continue;
      index.set(mentionKey(block.id, at), mentions.length);
      const sentenceStart = opensSentence(inlines.slice(0, at), block.type === 'table');
      mentions.push({ ...common, person: inline.person, consent: inline.consent ?? null, sentenceStart, form: 'inline' });
    }
  }
  return { mentions, index };
}

/** Key of the mention at inline `at` of a block; -1 is the block's own lead-in. */
export function mentionKey(block: string, at: number): string {
  return `${block}\u0000${at}`;
}

/** The rule in force inside these sections: the draft's, or the strictest that a section sets. */
export function ruleAt(sections: readonly { readonly rule?: RuleId | undefined }[], rule: RuleId): RuleId {
  return sections.reduce((now, section) => (section.rule === undefined ? now : stricter(now, section.rule)), rule);
}

function opensSentence(before: readonly Inline[], inTable: boolean): boolean {
  const last = before.at(-1);
  if (inTable && (last === undefined || plain(last) === '')) return true;
  // Another reference just before stands for words, so a reference after it is mid-sentence.
  const text = before.map((inline) => ('type' in inline && inline.type === 'speaker' ? 'x' : plain(inline))).join('');
  return /^\s*["“‘(]?$|[.!?…:]["”’)]?\s+["“‘(]?$|\n$/u.test(text) && !/:\s+$/.test(text);
}
