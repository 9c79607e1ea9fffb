/** Putting a whole block at the caret: in place of an empty one, else after the current one. */
import { Editor, Path, Transforms } from 'slate';
import type { Block } from '../../../shared/document/tree.ts';
import { currentBlock, isBlank, isTextBlock, isTitle } from './nodes.ts';

/** Inserts the block and puts the caret where typing goes on in it. @returns its path, or null without a caret */
export function insertBlock(editor: Editor, block: Block): Path | null {
  const found = currentBlock(editor);
  if (!found) return null;
  const [current, path] = found;
  const replaces = isTextBlock(current) && isBlank(editor, current) && !isTitle(current);
  const at = replaces ? path : Path.next(path);
  Editor.withoutNormalizing(editor, () => {
    if (replaces) Transforms.removeNodes(editor, { at: path });
    Transforms.insertNodes(editor, block, { at, voids: true });
    Transforms.select(editor, Editor.start(editor, at));
  });
  return at;
}
