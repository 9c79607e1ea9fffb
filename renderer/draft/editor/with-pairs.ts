/** A block that goes takes its pair along: no opposite position is left pointing at nothing. Undo brings both back. */
import { type Editor, Node, type Operation } from 'slate';
import { HistoryEditor } from 'slate-history';
import { isBlock } from './nodes.ts';
import { unpair } from './opposite-commands.ts';

/** Ids of the blocks that an operation takes out of the tree. */
function blocksGone(editor: Editor, operation: Operation): ReadonlySet<string> {
  if (operation.type === 'merge_node') {
    const node = Node.has(editor, operation.path) ? Node.get(editor, operation.path) : null;
    return new Set(node && isBlock(node) ? [node.id] : []);
  }
  if (operation.type !== 'remove_node' || Node.isText(operation.node)) return new Set();
  const ids = isBlock(operation.node) ? [operation.node.id] : [];
  for (const [node] of Node.elements(operation.node)) if (isBlock(node)) ids.push(node.id);
  return new Set(ids);
}

/** The other side is freed just before the block goes, in the same step of undo; undo and redo replay both as they were. */
export function withPairs(editor: Editor): Editor {
  const { apply } = editor;
  editor.apply = (operation) => {
    if (HistoryEditor.isSaving(editor) !== false) {
      const gone = blocksGone(editor, operation);
      if (gone.size > 0) unpair(editor, gone, { others: true });
    }
    apply(operation);
  };
  return editor;
}
