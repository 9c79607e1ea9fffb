/** Plain text of nodes, and walking the tree in the order of the text. */
import type { Block, Body, Inline, Node, Section } from './tree.ts';

/** Plain text of an element or leaf: footnotes left out, references empty (their words are made by `publish`). */
export function plain(node: Node): string {
  if ('text' in node && !('type' in node)) return node.text;
  if (!('children' in node) || node.type === 'footnote') return '';
  return (node.children as readonly Node[]).map(plain).join('');
}

/** Whether a node is a section. */
export function isSection(node: Node): node is Section {
  return 'type' in node && node.type === 'section';
}

/** One block with the sections around it, outermost first. */
export interface Placed {
  readonly block: Block;
  readonly sections: readonly Section[];
}

/** Every block of a body in the order of the text, with the sections around it. */
export function* blocksOf(body: Body): Generator<Placed> {
  for (const section of body) yield* blocksIn(section, []);
}

function* blocksIn(section: Section, around: readonly Section[]): Generator<Placed> {
  const sections = [...around, section];
  for (const child of section.children) {
    if (isSection(child)) yield* blocksIn(child, sections);
    else yield { block: child, sections };
  }
}

/** Every section of a body, parents before their children. */
export function* sectionsOf(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* sectionsOf(section.children.filter(isSection));
  }
}

/** The inlines of a block, cell by cell for a table. */
export function inlinesOf(block: Block): readonly Inline[] {
  if (block.type === 'table') return block.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
  return block.children;
}

/** The words of a section's own heading; empty where it has none. */
export function sectionTitle(section: Section): string {
  const heading = section.children.find((child) => !isSection(child) && child.type === 'heading');
  return heading === undefined ? '' : plain(heading);
}

/** How many words a text has: runs of letters, digits and what joins them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-‐]*/gu)?.length ?? 0;
}
