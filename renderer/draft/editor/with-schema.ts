/** Tells Slate the nature of each node of the schema. */
import type { Editor } from 'slate';
import { isCell, isFootnote, isSection, isTitle, isUnknown, typeOf } from './nodes.ts';

const inlines = new Set(['link', 'cross-ref', 'speaker', 'footnote']);
const voids = new Set(['cross-ref', 'speaker', 'fixed-text']);

/** Inlines, voids, and what nothing may be merged into or out of: sections, titles, cells, tables, figures, notes. */
export function withSchema(editor: Editor): Editor {
  const { isInline, isVoid, isIsolated, markableVoid } = editor;
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
  return editor;
}
