/** Questions about nodes, and small steps over the tree that every command needs. */
import { Editor, Node, type NodeEntry, Path } from 'slate';
import type { Block, BlockType, Cell, Footnote, Section } from '../../../shared/document/tree.ts';
import { blockTypes } from '../../../shared/document/tree.ts';
import type { RuleId } from '../../../shared/people/rule.ts';
import { ruleAt } from '../../../shared/publication/mentions.ts';
import type { TextBlock } from './types.ts';

/** Blocks whose children are running text and whose type may be changed one for another. */
export const textBlockTypes = ['heading', 'paragraph', 'numbered', 'subitem', 'bullet', 'intervention', 'question', 'quote', 'pull-quote'] as const;
export type TextBlockType = (typeof textBlockTypes)[number];

const known = new Set<string>([...blockTypes, 'section', 'row', 'cell', 'link', 'cross-ref', 'speaker', 'footnote']);

/** The node's `type`, or '' for a text or the editor. */
export function typeOf(node: Node): string {
  return 'type' in node && typeof node.type === 'string' ? node.type : '';
}

export const isSection = (node: Node): node is Section => typeOf(node) === 'section';
export const isFootnote = (node: Node): node is Footnote => typeOf(node) === 'footnote';
export const isCell = (node: Node): node is Cell => typeOf(node) === 'cell';
export const isBlock = (node: Node): node is Block => (blockTypes as readonly string[]).includes(typeOf(node));
export const isTextBlock = (node: Node): node is TextBlock => (textBlockTypes as readonly string[]).includes(typeOf(node));
export const isTextBlockType = (type: BlockType): type is TextBlockType => (textBlockTypes as readonly string[]).includes(type);

/** A node of a kind that this version does not know: kept whole, shown as a closed box. */
export function isUnknown(node: Node): boolean {
  const type = typeOf(node);
  return type !== '' && !known.has(type);
}

/** The title of a section: its first heading, at level 1. */
export function isTitle(node: Node): boolean {
  return typeOf(node) === 'heading' && 'level' in node && node.level === 1;
}

/** The block of the schema that holds the caret (a table for a cell), with its path. */
export function currentBlock(editor: Editor): NodeEntry<Block> | null {
  if (!editor.selection || !Editor.hasPath(editor, editor.selection.anchor.path)) return null;
  return blockAt(editor, editor.selection.anchor.path);
}

/** The block of the schema at or around a path. */
export function blockAt(editor: Editor, path: Path): NodeEntry<Block> | null {
  for (let at = path; at.length > 0; at = Path.parent(at)) {
    const node = Node.get(editor, at);
    if (isBlock(node)) return [node, at];
  }
  return null;
}

/** The innermost section around a path; null at the root. */
export function sectionAt(editor: Editor, path: Path): NodeEntry<Section> | null {
  for (let at = path; at.length > 0; at = Path.parent(at)) {
    const node = Node.get(editor, at);
    if (isSection(node)) return [node, at];
  }
  return null;
}

/** The rule in force at a path: the draft's, or that of a section around it where it is stricter. */
export function ruleAround(editor: Editor, path: Path | null, rule: RuleId): RuleId {
  const around = path === null ? [] : path.map((_, depth) => Node.get(editor, path.slice(0, depth + 1))).filter(isSection);
  return ruleAt(around, rule);
}

/** The footnote around the caret, if the caret is in one. */
export function currentNote(editor: Editor): NodeEntry<Footnote> | null {
  if (!editor.selection) return null;
  const found = Editor.above(editor, { match: isFootnote });
  return found ? [found[0], found[1]] : null;
}

/** Finds the block or section with this id; null where it is gone. Walks the outline only, never inside blocks. */
export function findById(editor: Editor, id: string): NodeEntry<Section | Block> | null {
  const visit = (nodes: readonly Node[], parent: Path): NodeEntry<Section | Block> | null => {
    for (const [index, node] of nodes.entries()) {
      const path = [...parent, index];
      if ((isSection(node) || isBlock(node)) && node.id === id) return [node, path];
      const inside = isSection(node) ? visit(node.children, path) : null;
      if (inside) return inside;
    }
    return null;
  };
  return visit(editor.children, []);
}

/** True when nothing but empty text stands in the block: no word, no note, no reference. */
export function isBlank(editor: Editor, node: Block): boolean {
  return isTextBlock(node) && node.children.every((child) => !('type' in child)) && Editor.isEmpty(editor, node);
}
