/** Insert with citation: the words of an archived entry as a quotation, its source in a footnote. */
import { Editor, Range, Transforms } from 'slate';
import type { Block, Footnote, Inline } from '../../../shared/document/tree.ts';
import { insertBlock } from './insert-block.ts';
import { makeTextBlock } from './make.ts';
import { currentBlock, currentNote, isBlank, isTextBlock, isTitle } from './nodes.ts';
import { allowedAt } from './section-defs.ts';

/** In running text the words stand in quotation marks; in an empty block, where the form has quotations, as one.
 *  @returns false without a place to insert at */
export function insertCitation(editor: Editor, words: string, source: string): boolean {
  const found = currentBlock(editor);
  if (!found || !editor.selection || currentNote(editor)) return false;
  const [block, path] = found;
  const note: Footnote = { type: 'footnote', id: editor.newId('n'), children: [{ text: source }] };
  const own = allowedAt(editor, path).includes('quote') && (!isTextBlock(block) || isBlank(editor, block) || isTitle(block));
  if (own) {
    const quote = { ...makeTextBlock('quote', editor.newId), children: [{ text: words }, note, { text: '' }] } as Block;
    const at = insertBlock(editor, quote);
    if (at) Transforms.select(editor, Editor.end(editor, at));
    return at !== null;
  }
  if (isTitle(block) || !isTextBlock(block)) return false;
  if (Range.isExpanded(editor.selection)) Transforms.collapse(editor, { edge: 'end' });
  const before = Editor.before(editor, editor.selection);
  const joins =
    before && !Editor.isStart(editor, editor.selection.anchor, path) && /\S/.test(Editor.string(editor, { anchor: before, focus: editor.selection.anchor }));
  const inlines: Inline[] = [{ text: `${joins ? ' ' : ''}“${words}”` }, note, { text: ' ' }];
  Transforms.insertNodes(editor, inlines, { select: true });
  return true;
}
