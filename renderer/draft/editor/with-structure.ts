/** Enter, Backspace and Delete: what they mean at the edges of blocks. Nothing ever merges across sections or into a title. */
import { Editor, Node, Path, type Point, Range, Transforms } from 'slate';
import type { Block, BlockType } from '../../../shared/document/tree.ts';
import { changeType, lower } from './block-commands.ts';
import { deleteRange } from './delete-range.ts';
import { makeTextBlock } from './make.ts';
import { currentBlock, currentNote, isBlank, isBlock, isCell, isFootnote, isTextBlock, isTitle, sectionAt } from './nodes.ts';
import { allowedAt, usualBlock } from './section-defs.ts';

const follows: Partial<Record<BlockType, BlockType>> = {
  paragraph: 'paragraph',
  numbered: 'numbered',
  subitem: 'subitem',
  bullet: 'bullet',
  intervention: 'bullet',
  question: 'paragraph',
};

/** The type of the block that Enter opens after this one. */
function following(editor: Editor, block: Block, path: Path): BlockType {
  const allowed = allowedAt(editor, path);
  const wanted = follows[block.type];
  return wanted && (allowed.includes(wanted) || wanted === block.type) ? wanted : usualBlock(allowed);
}

function insertAfter(editor: Editor, block: Block, path: Path): void {
  const type = following(editor, block, path);
  const level = type === block.type && 'level' in block ? block.level : 1;
  const at = Path.next(path);
  Transforms.insertNodes(editor, makeTextBlock(type, editor.newId, '', level), { at });
  Transforms.select(editor, Editor.start(editor, at));
}

/** An empty point steps back: a level up, then the section's usual block. True when it did. */
function stepOut(editor: Editor, block: Block, path: Path): boolean {
  if (!isBlank(editor, block) || isTitle(block)) return false;
  if ('level' in block && block.type !== 'heading' && block.level > 1) return lower(editor, -1);
  const usual = usualBlock(allowedAt(editor, path));
  if (block.type === usual || block.type === 'paragraph') return false;
  changeType(editor, path, usual);
  return true;
}

function breakBlock(editor: Editor, block: Block, path: Path, point: Point): void {
  if (stepOut(editor, block, path)) return;
  if (isTitle(block) || !isTextBlock(block) || block.type === 'pull-quote' || Editor.isEnd(editor, point, path)) {
    insertAfter(editor, block, path);
    return;
  }
  if (Editor.isStart(editor, point, path)) {
    const same = makeTextBlock(block.type, editor.newId, '', 'level' in block ? block.level : 1);
    Transforms.insertNodes(editor, same, { at: path });
    return;
  }
  Transforms.splitNodes(editor, { always: true });
  const type = following(editor, block, path);
  if (type !== block.type) changeType(editor, Path.next(path), type);
}

function insertBreak(editor: Editor): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const note = currentNote(editor);
  if (note) {
    leaveNote(editor, note[1]);
    return;
  }
  const found = currentBlock(editor);
  if (!found || !editor.selection) return;
  const [block, path] = found;
  if (block.type === 'table') enterInTable(editor, path);
  else breakBlock(editor, block, path, editor.selection.anchor);
}

/** Moves the caret behind the note it stands in. */
export function leaveNote(editor: Editor, path: Path): void {
  const after = Editor.after(editor, Editor.end(editor, path)) ?? Editor.end(editor, path);
  Transforms.select(editor, after);
}

/** Enter in a table: the cell below, or on from the last row to a new block. */
function enterInTable(editor: Editor, tablePath: Path): void {
  const cell = Editor.above(editor, { match: isCell });
  if (!cell) return;
  const [row = 0, column = 0] = cell[1].slice(tablePath.length);
  const below = [...tablePath, row + 1, column];
  const found = currentBlock(editor);
  if (Editor.hasPath(editor, below)) Transforms.select(editor, Editor.end(editor, below));
  else if (found) insertAfter(editor, found[0], tablePath);
}

/** Handles Backspace (`step` −1) and Delete (`step` 1) at a block's edge; false leaves it to Slate. */
function atEdge(editor: Editor, step: -1 | 1): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return false;
  const point = selection.anchor;
  if (atNote(editor, point, step)) return true;
  const found = currentBlock(editor);
  if (!found) return false;
  const [block, path] = found;
  const cell = Editor.above(editor, { match: isCell });
  const edge = cell ? cell[1] : path;
  const onEdge = step === -1 ? Editor.isStart(editor, point, edge) : Editor.isEnd(editor, point, edge);
  if (!onEdge) return false;
  if (cell || editor.isVoid(block)) return true;
  if (step === -1 && isTextBlock(block) && !isTitle(block) && stepTowardsUsual(editor, block, path)) return true;
  return !mayMerge(editor, block, path, step);
}

/** Backspace at the start of a marked block first takes the mark off. */
function stepTowardsUsual(editor: Editor, block: Block, path: Path): boolean {
  if ('level' in block && block.type !== 'heading' && block.level > 1) return lower(editor, -1);
  const usual = usualBlock(allowedAt(editor, path));
  if (block.type === usual || block.type === 'paragraph') return false;
  changeType(editor, path, usual);
  return true;
}

/** Whether the neighbour may take this block's text. An empty block beside one that may not is simply taken away. */
function mayMerge(editor: Editor, block: Block, path: Path, step: -1 | 1): boolean {
  const at = step === -1 ? (path.at(-1) === 0 ? null : Path.previous(path)) : Path.next(path);
  const neighbour = at && Editor.hasPath(editor, at) ? Node.get(editor, at) : null;
  const open = neighbour !== null && isTextBlock(neighbour) && !isTitle(neighbour) && neighbour.type !== 'pull-quote';
  const plain = isTextBlock(block) && !isTitle(block) && block.type !== 'pull-quote';
  if (open && plain) return true;
  if (neighbour && at && isBlock(neighbour) && isBlank(editor, block) && plain && ownBlocks(editor, path) > 1) {
    const target = step === -1 ? Editor.end(editor, at) : Editor.start(editor, at);
    Transforms.select(editor, target);
    Transforms.removeNodes(editor, { at: path });
  }
  return false;
}

function ownBlocks(editor: Editor, path: Path): number {
  const section = sectionAt(editor, path);
  return section ? section[0].children.filter((child) => isBlock(child) && !isTitle(child)).length : 0;
}

/** Beside a note's marker the caret first goes in, so that what would go is seen; an empty note is taken away. */
function atNote(editor: Editor, point: Point, step: -1 | 1): boolean {
  const inside = currentNote(editor);
  if (inside) {
    if (Editor.isEmpty(editor, inside[0])) {
      Transforms.removeNodes(editor, { at: inside[1] });
      return true;
    }
    return step === -1 ? Editor.isStart(editor, point, inside[1]) : Editor.isEnd(editor, point, inside[1]);
  }
  const text = Node.get(editor, point.path);
  const onEdge = step === -1 ? point.offset === 0 : Node.isText(text) && point.offset === text.text.length;
  const last = point.path.at(-1) ?? 0;
  if (!onEdge || (step === -1 && last === 0)) return false;
  const at = step === -1 ? Path.previous(point.path) : Path.next(point.path);
  if (!Editor.hasPath(editor, at) || !isFootnote(Node.get(editor, at))) return false;
  Transforms.select(editor, step === -1 ? Editor.end(editor, at) : Editor.start(editor, at));
  return true;
}

/** Typing and pasting over a selection first delete it our way: Slate's own deletion would take sections that lie in it. */
function replaceSelectionFirst(editor: Editor): void {
  const { insertText, insertFragment } = editor;
  const clear = (): void => {
    if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  };
  editor.insertText = (text, options) => {
    if (!options?.at) clear();
    insertText(text, options);
  };
  editor.insertFragment = (fragment, options) => {
    if (!options?.at) clear();
    insertFragment(fragment, options);
  };
}

/** Keys that break and join blocks. */
export function withStructure(editor: Editor): Editor {
  const { deleteBackward, deleteForward } = editor;
  editor.insertBreak = () => Editor.withoutNormalizing(editor, () => insertBreak(editor));
  editor.insertSoftBreak = () => editor.insertText('\n');
  editor.deleteBackward = (unit) => {
    if (!atEdge(editor, -1)) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!atEdge(editor, 1)) deleteForward(unit);
  };
  editor.deleteFragment = () => {
    if (editor.selection && Range.isExpanded(editor.selection)) deleteRange(editor, editor.selection);
  };
  replaceSelectionFirst(editor);
  return editor;
}
