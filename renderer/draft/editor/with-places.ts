/** Long sections are drawn in chunks, and every node is found in the tree without a search. */
import { type Ancestor, Editor } from 'slate';
import { EDITOR_TO_ON_CHANGE, NODE_TO_INDEX, NODE_TO_PARENT } from 'slate-dom';
import { isSection } from './nodes.ts';

/** Blocks that are drawn together; what is out of sight is neither laid out nor painted. */
const chunk = 100;

/** Slate's drawing learns a node's parent when it draws the parent's list of children. In chunks it passes over children that stayed the same, so
 *  that their parent is the section as it was: each speaker on the page then searches the whole tree for itself, at every key. The parents of
 *  what stands in sections are therefore told anew after each change; that is one step a block. */
export function withPlaces(editor: Editor): Editor {
  const { onChange } = editor;
  editor.getChunkSize = (node) => (Editor.isEditor(node) || isSection(node) ? chunk : null);
  editor.onChange = (options) => {
    // Not before it is drawn: Slate takes a tree whose parents are known for another editor's, and draws a copy of it.
    const drawn = EDITOR_TO_ON_CHANGE.has(editor);
    if (drawn && editor.operations.some(({ type }) => type !== 'set_selection')) tellParents(editor);
    onChange(options);
  };
  return editor;
}

function tellParents(parent: Ancestor): void {
  parent.children.forEach((child, at) => {
    NODE_TO_INDEX.set(child, at);
    NODE_TO_PARENT.set(child, parent);
    if (isSection(child)) tellParents(child);
  });
}
