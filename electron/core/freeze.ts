/** A draft without its register: every reference to a person becomes the words that the rule makes of it. */
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf, isSection, type Placed, plain } from '../../shared/document/text.ts';
import type { Block, Inline, Section } from '../../shared/document/tree.ts';
import { visibleBody, withheldSections } from '../../shared/marking/audience.ts';
import { wordMentions } from '../../shared/people/wording.ts';
import { collectMentions, mentionKey } from '../../shared/publication/mentions.ts';
import type { Library } from '../../shared/template/library.ts';

type Words = (key: string) => string;

/** What the draft's own audience reads keeps its wording to the letter; blocks it does not see are worded after it.
 *  Overrides go too: their reasons may hold names. @fails draft/unknown-person, template/unknown */
export function freezeSpeakers(draft: Draft, library: Library): Result<Draft> {
  const template = library.templates.get(draft.template);
  const scheme = library.markings.get(draft.marking.scheme);
  if (template === undefined || scheme === undefined) return fail('template/unknown', { id: draft.template });
  const audience = template.audiences.find(({ id }) => id === draft.audience);
  const seen = audience === undefined ? [] : visibleBody(draft.body, { audience, scheme, withheldSections: withheldSections(template.sections) });
  const worded = new Map<string, string>();
  for (const placed of [[...blocksOf(draft.body)], [...blocksOf(seen)]]) {
    const missing = wordInto(worded, placed, draft);
    if (missing !== null) return fail('draft/unknown-person', { at: missing });
  }
  const words: Words = (key) => worded.get(key) ?? '';
  return ok({ ...draft, people: [], overrides: [], body: draft.body.map((section) => freezeSection(section, words)) });
}

/** Adds the wording of these blocks' mentions; returns the block of a person who is gone. */
function wordInto(worded: Map<string, string>, placed: readonly Placed[], draft: Draft): string | null {
  const { mentions, index } = collectMentions(placed, draft.rule);
  const words = wordMentions(mentions, draft.people, { k: draft.k, language: draft.language });
  for (const [key, at] of index) {
    const text = words[at];
    if (text === null || text === undefined) return mentions[at]?.block ?? '';
    worded.set(key, text.text);
  }
  return null;
}

function freezeSection(section: Section, words: Words): Section {
  return { ...section, children: section.children.map((child) => (isSection(child) ? freezeSection(child, words) : freezeBlock(child, words))) };
}

function freezeBlock(block: Block, words: Words): Block {
  switch (block.type) {
    case 'table': {
      let at = 0;
      const cell = (inline: Inline): Inline => freezeInline(inline, words(mentionKey(block.id, at++)));
      const rows = block.children.map((row) => ({ ...row, children: row.children.map((one) => ({ ...one, children: one.children.map(cell) })) }));
      return { ...block, children: rows };
    }
    case 'intervention': {
      const { person, consent: _, ...rest } = block;
      const children = block.children.map((inline, at) => freezeInline(inline, words(mentionKey(block.id, at))));
      if (person === undefined) return { ...rest, children };
      const leadIn = words(mentionKey(block.id, -1));
      return { ...rest, children: plain(block).trim() === '' ? [{ text: `${leadIn}:` }] : [{ text: leadIn }, ...children] };
    }
    case 'fixed-text':
      return block;
    default:
      return { ...block, children: block.children.map((inline, at) => freezeInline(inline, words(mentionKey(block.id, at)))) };
  }
}

function freezeInline(inline: Inline, words: string): Inline {
  return 'type' in inline && inline.type === 'speaker' ? { text: words } : inline;
}
