/** Commands inside running text: marks, speakers, notes, references, links. */
import { Editor, Node, type Path, Range, Transforms } from 'slate';
import type { CrossRef, Footnote, Inline, Speaker } from '../../../shared/document/tree.ts';
import { linkSchemes } from '../../../shared/document/tree.ts';
import { fixedHeadingHere } from './fixed-headings.ts';
import { makeTextBlock } from './make.ts';
import { currentBlock, currentNote, isTitle, typeOf } from './nodes.ts';

export type Mark = 'bold' | 'italic' | 'underline' | 'superscript' | 'subscript';

/** Sets or clears a mark on the selection; super- and subscript exclude each other. */
export function toggleMark(editor: Editor, mark: Mark): void {
  if (fixedHeadingHere(editor)) return;
  const on = (Editor.marks(editor) as Record<string, unknown> | null)?.[mark] === true;
  if (on) {
    Editor.removeMark(editor, mark);
    return;
  }
  if (mark === 'superscript') Editor.removeMark(editor, 'subscript');
  if (mark === 'subscript') Editor.removeMark(editor, 'superscript');
  Editor.addMark(editor, mark, true);
}

/** Inserts an inline at the caret and leaves the caret behind it. */
function insertInline(editor: Editor, node: Inline): void {
  if (editor.selection && Range.isExpanded(editor.selection)) Transforms.collapse(editor, { edge: 'end' });
  Transforms.insertNodes(editor, node, { select: true });
  Transforms.move(editor, { unit: 'offset' });
}

/** A speaker of the register at the caret. Not in a note: notes name no speakers. @returns false where none may stand */
export function insertSpeaker(editor: Editor, person: string): boolean {
  if (!currentBlock(editor) || currentNote(editor) || fixedHeadingHere(editor)) return false;
  const speaker: Speaker = { type: 'speaker', person, children: [{ text: '' }] };
  insertInline(editor, speaker);
  return true;
}

/** Refers to the block or heading with this id: "para 6 above". */
export function insertCrossRef(editor: Editor, target: string): boolean {
  if (!currentBlock(editor) || fixedHeadingHere(editor)) return false;
  const reference: CrossRef = { type: 'cross-ref', target, children: [{ text: '' }] };
  insertInline(editor, reference);
  return true;
}

/** A note at the caret, with the caret in it. @returns false in another note, or where there is no text */
export function insertNote(editor: Editor, text = ''): boolean {
  const found = currentBlock(editor);
  if (!found || currentNote(editor) || !editor.selection || editor.isVoid(found[0])) return false;
  if (Range.isExpanded(editor.selection)) Transforms.collapse(editor, { edge: 'end' });
  const note: Footnote = { type: 'footnote', id: editor.newId('n'), children: [{ text }] };
  Transforms.insertNodes(editor, note);
  const path = editor.selection && findNote(editor, note.id, found[1]);
  if (path) Transforms.select(editor, Editor.end(editor, path));
  return true;
}

/** Path of the note with this id inside the block at `within`. */
export function findNote(editor: Editor, id: string, within: Path): Path | null {
  const block = Node.get(editor, within);
  for (const [node, path] of Node.nodes(block as Editor)) if (typeOf(node) === 'footnote' && 'id' in node && node.id === id) return [...within, ...path];
  return null;
}

/** Makes the selected words a link; refuses what the schema refuses (anything but web and mail addresses). */
export function setLink(editor: Editor, url: string): boolean {
  if (!editor.selection || !linkSchemes.test(url) || fixedHeadingHere(editor)) return false;
  if (Range.isCollapsed(editor.selection)) insertInline(editor, { type: 'link', url, children: [{ text: url }] });
  else Transforms.wrapNodes(editor, { type: 'link', url, children: [] } as never, { split: true });
  return true;
}

/** A pull quote of the selected words (else of the block's first sentence) in the margin before the block.
 *  The words must be a verbatim part of the body: publish and the guard hold it to that. */
export function insertPullQuote(editor: Editor): boolean {
  const found = currentBlock(editor);
  if (!found || !editor.selection || isTitle(found[0]) || found[0].type === 'pull-quote') return false;
  const [block, path] = found;
  const chosen = Range.isExpanded(editor.selection) ? plainText(editor, Editor.fragment(editor, editor.selection)) : '';
  const words = (chosen || firstSentence(plainText(editor, [block]))).trim();
  if (words === '') return false;
  const quote = { ...makeTextBlock('pull-quote', editor.newId, words), of: block.id };
  Transforms.insertNodes(editor, quote, { at: path });
  return true;
}

/** The typed words, without notes and references. */
function plainText(editor: Editor, nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (Node.isText(node)) return node.text;
      if (typeOf(node) === 'footnote' || editor.isVoid(node as never)) return '';
      return plainText(editor, node.children);
    })
    .join('');
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0]?.replace(/\.$/, '') ?? text;
}
