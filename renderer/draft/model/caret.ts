/** Where the caret stands, in ids: for the margin, the outline, the status line and the preview. */
import { type Editor, Range } from 'slate';
import { currentBlock, currentNote, sectionAt } from '../editor/nodes.ts';

export interface Caret {
  readonly block: string | null;
  /** Innermost section and the top-level one. */
  readonly section: string | null;
  readonly sheet: string | null;
  readonly note: string | null;
  readonly expanded: boolean;
}

export const noCaret: Caret = { block: null, section: null, sheet: null, note: null, expanded: false };

/** Reads the caret; `before` is given back when nothing of it changed, so that stores stay quiet. */
export function readCaret(editor: Editor, before: Caret): Caret {
  const { selection } = editor;
  if (!selection) return before;
  const block = currentBlock(editor);
  const section = sectionAt(editor, selection.anchor.path);
  const sheet = editor.children[selection.anchor.path[0] ?? 0];
  const next: Caret = {
    block: block?.[0].id ?? null,
    section: section?.[0].id ?? null,
    sheet: sheet && 'id' in sheet ? sheet.id : null,
    note: currentNote(editor)?.[0].id ?? null,
    expanded: Range.isExpanded(selection),
  };
  const keys = Object.keys(next) as (keyof Caret)[];
  return keys.every((key) => next[key] === before[key]) ? before : next;
}
