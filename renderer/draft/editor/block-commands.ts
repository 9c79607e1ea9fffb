/** Commands on whole blocks: their type, level and place. */
import { Editor, Node, Path, Transforms } from 'slate';
import type { Block, BlockType } from '../../../shared/document/tree.ts';
import { currentBlock, isBlock, isTextBlock, isTextBlockType, isTitle, sectionAt } from './nodes.ts';
import { allowedAt } from './section-defs.ts';

/** Properties that only some types have, with the value a block gets when it becomes one. */
const typed: Partial<Record<BlockType, readonly string[]>> = {
  heading: ['level'],
  subitem: ['level'],
  bullet: ['level'],
  intervention: ['person', 'consent'],
  'pull-quote': ['of'],
};
const deepest: Partial<Record<BlockType, number>> = { heading: 3, subitem: 2, bullet: 3 };

/** Turns the text block at `path` into another; its words, id and entry stay, properties foreign to the new type go. */
export function changeType(editor: Editor, path: Path, type: BlockType, level?: number): void {
  const block = Node.get(editor, path);
  if (!isTextBlock(block) || !isTextBlockType(type) || isTitle(block)) return;
  Editor.withoutNormalizing(editor, () => {
    const foreign = (typed[block.type] ?? []).filter((key) => !(typed[type] ?? []).includes(key));
    if (foreign.length > 0) Transforms.unsetNodes(editor, foreign as never, { at: path });
    const wanted = level ?? (type === 'heading' ? 2 : 'level' in block && block.type !== 'heading' ? block.level : 1);
    const max = deepest[type];
    Transforms.setNodes(editor, (max ? { type, level: Math.min(wanted, max) } : { type }) as never, { at: path });
  });
}

/** Turns every selected text block into `type`, where the section's form allows it. @returns whether any changed */
export function setBlockType(editor: Editor, type: BlockType, level?: number): boolean {
  if (!editor.selection) return false;
  let changed = false;
  Editor.withoutNormalizing(editor, () => {
    const entries = [...Editor.nodes(editor, { match: (node) => isTextBlock(node) && !isTitle(node) })];
    for (const [, path] of entries) {
      if (!allowedAt(editor, path).includes(type) && type !== 'paragraph') continue;
      changeType(editor, path, type, level);
      changed = true;
    }
  });
  return changed;
}

/** Moves the current block a level in (`step` 1) or out (−1). A sub-item out of its first level becomes a numbered paragraph.
 *  @returns false where there is no such level */
export function lower(editor: Editor, step: 1 | -1): boolean {
  const found = currentBlock(editor);
  if (!found || !isTextBlock(found[0]) || isTitle(found[0])) return false;
  const [block, path] = found;
  const allowed = allowedAt(editor, path);
  if ('level' in block) {
    const level = block.level + step;
    const lowest = block.type === 'heading' ? 2 : 1;
    if (level >= lowest && level <= (deepest[block.type] ?? 1) && (step === -1 || level <= levelUnder(editor, block, path))) {
      Transforms.setNodes(editor, { level }, { at: path });
      return true;
    }
    if (step === 1 || block.type !== 'subitem' || !allowed.includes('numbered')) return false;
    changeType(editor, path, 'numbered');
    return true;
  }
  const inner = block.type === 'numbered' ? 'subitem' : block.type === 'intervention' ? 'bullet' : null;
  if (step === -1 || !inner || !allowed.includes(inner)) return false;
  changeType(editor, path, inner);
  return true;
}

/** The deepest level that may stand here: one under the point before it, so that no level is skipped (1.i.a, never 1.a). */
function levelUnder(editor: Editor, block: Block, path: Path): number {
  if (block.type === 'heading') return deepest.heading ?? 1;
  const before = (path.at(-1) ?? 0) > 0 ? Node.get(editor, Path.previous(path)) : null;
  return before && isBlock(before) && before.type === block.type && 'level' in before ? before.level + 1 : 1;
}

/** How many siblings from `index` move together: a numbered paragraph takes its sub-items along, a lead-in its points. */
export function groupLength(siblings: readonly Node[], index: number): number {
  const head = siblings[index];
  if (!head || !isBlock(head)) return 1;
  let end = index + 1;
  while (end < siblings.length && belongsTo(head, siblings[end])) end += 1;
  return end - index;
}

function belongsTo(head: Block, node: Node | undefined): boolean {
  if (!node || !isBlock(node)) return false;
  if (head.type === 'numbered') return node.type === 'subitem' || node.type === 'bullet';
  if (head.type === 'intervention') return node.type === 'bullet';
  if ('level' in head && head.type !== 'heading') return node.type === head.type && 'level' in node && node.level > head.level;
  return false;
}

/** Moves the current block (with what belongs to it) past its neighbour; from a title, the whole section past its like.
 *  @returns false at the end of the way */
export function moveCurrent(editor: Editor, step: 1 | -1): boolean {
  const found = currentBlock(editor);
  if (!found) return false;
  const [block, path] = found;
  if (isTitle(block)) return moveSection(editor, Path.parent(path), step);
  const parent = Path.parent(path);
  const siblings = (Node.get(editor, parent) as { children: Node[] }).children;
  const index = path.at(-1) ?? 0;
  const size = groupLength(siblings, index);
  const target = step === 1 ? index + size : groupBefore(siblings, index);
  const neighbour = siblings[target];
  if (target < 0 || !neighbour || !isBlock(neighbour) || isTitle(neighbour)) return false;
  const from = step === 1 ? target : index;
  const count = step === 1 ? groupLength(siblings, target) : size;
  const to = step === 1 ? index : target;
  Editor.withoutNormalizing(editor, () => {
    for (let moved = 0; moved < count; moved += 1) Transforms.moveNodes(editor, { at: [...parent, from + moved], to: [...parent, to + moved] });
  });
  return true;
}

/** Where the group that ends just before `index` begins. */
function groupBefore(siblings: readonly Node[], index: number): number {
  for (let start = index - 1; start >= 0; start -= 1)
    if (start + groupLength(siblings, start) >= index) {
      const earlier = start > 0 && groupReaches(siblings, start, index);
      if (!earlier) return start;
    }
  return index - 1;
}

function groupReaches(siblings: readonly Node[], start: number, index: number): boolean {
  for (let head = start - 1; head >= 0; head -= 1) if (head + groupLength(siblings, head) >= index) return true;
  return false;
}

/** Moves a repeatable section past its nearest sibling of the same kind. */
export function moveSection(editor: Editor, path: Path, step: 1 | -1): boolean {
  const section = sectionAt(editor, path)?.[0];
  const to = step === 1 ? Path.next(path) : (path.at(-1) ?? 0) > 0 ? Path.previous(path) : null;
  if (!section || !to || !Editor.hasPath(editor, to)) return false;
  const other = sectionAt(editor, to);
  if (!other || !Path.equals(other[1], to) || other[0].section !== section.section) return false;
  Transforms.moveNodes(editor, { at: path, to });
  return true;
}
