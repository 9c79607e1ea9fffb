/** Tells Slate the nature of each node of the schema. */
import { Editor, type NodeEntry, Path, Range, Transforms } from 'slate';
import { isCell, isFootnote, isSection, isTitle, isUnknown, typeOf } from './nodes.ts';

const inlines = new Set(['link', 'cross-ref', 'speaker', 'footnote']);
const voids = new Set(['cross-ref', 'speaker', 'fixed-text']);

/** Inlines, voids, and what nothing may be merged into or out of: sections, titles, cells, tables, figures, notes. */
export function withSchema(editor: Editor): Editor {
  const { isInline, isVoid, isIsolated, markableVoid, insertText } = editor;
  editor.isInline = (element) => inlines.has(element.type) || isInline(element);
  editor.isVoid = (element) => voids.has(element.type) || isUnknown(element) || isVoid(element);
  editor.isIsolated = (element) =>
    isSection(element) ||
    isTitle(element) ||
    isCell(element) ||
    isFootnote(element) ||
    ['table', 'figure', 'pull-quote'].includes(typeOf(element)) ||
    isIsolated(element);
  editor.markableVoid = (element) => element.type === 'speaker' || markableVoid(element);
  // A click on a speaker puts the caret into it: what is typed then goes on behind it, and is not lost.
  editor.insertText = (text, options) => {
    leaveInline(editor);
    insertText(text, options);
  };
  return editor;
}

/** The block around the speaker or the reference that the caret is on; null where it is on none. */
export function inClosedInline(editor: Editor): Path | null {
  const [, path] = closedInline(editor) ?? [];
  return path === undefined ? null : Path.parent(path);
}

function closedInline(editor: Editor): NodeEntry | null {
  const { selection } = editor;
  const found = selection && Range.isCollapsed(selection) ? Editor.void(editor) : undefined;
  return found !== undefined && editor.isInline(found[0]) ? found : null;
}

/** Out of a speaker or a reference, to the text behind it. */
function leaveInline(editor: Editor): void {
  const [, path] = closedInline(editor) ?? [];
  const behind = path === undefined ? undefined : Editor.after(editor, path);
  if (behind) Transforms.select(editor, behind);
}
