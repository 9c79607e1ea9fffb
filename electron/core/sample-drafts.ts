/** The samples as drafts that somebody is still at work on: a section open, a name typed where the rule hides it. */
import type { Draft } from '../../shared/document/draft.ts';
import type { Block, Section } from '../../shared/document/tree.ts';

type Node = Block | Section;

/** Typed into the dialogues: the guard shows what it is for. Both are people of that sample's register. */
const typedNames = ' Ambassador Vaskelund of Orvane agreed, and asked that weekends be counted. Irina Brzhenko doubted it.';

/** The draft as it stands on the sample's Desk; a form without unfinished work comes as it is. */
export function inProgress(draft: Draft): Draft {
  if (draft.template === 'dialogues') return { ...draft, body: typeInto(draft.body, 'key-conclusions', typedNames) };
  if (draft.template === 'conference') return { ...draft, body: draft.body.map((section) => (section.section === 'summary' ? onlyHeading(section) : section)) };
  return draft;
}

function onlyHeading(section: Section): Section {
  return { ...section, children: section.children.filter((child) => child.type === 'heading') };
}

/** Adds words to the end of the first bullet of the first section of this kind. */
function typeInto(body: readonly Section[], kind: string, words: string): Section[] {
  let typed = false;
  const walk = (node: Node, inside: boolean): Node => {
    if (node.type === 'section') return { ...node, children: node.children.map((child) => walk(child, inside || node.section === kind)) } as Section;
    if (typed || !inside || node.type !== 'bullet') return node;
    typed = true;
    return { ...node, children: [...node.children, { text: words }] };
  };
  return body.map((section) => walk(section, false) as Section);
}
