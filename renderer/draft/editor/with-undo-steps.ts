/** Undo in steps that a writer remembers: a sentence, or what was typed without a pause. Slate alone takes back a whole paragraph at once. */
import type { Editor } from 'slate';
import { HistoryEditor } from 'slate-history';

/** A rest between two letters, ms, after which undo begins a step of its own. */
const rest = 1000;

/** @param now  a clock in ms; only differences count */
export function withUndoSteps(editor: Editor, now: () => number): Editor {
  const { insertText } = editor;
  let last = Number.NEGATIVE_INFINITY;
  let tail = '';
  editor.insertText = (text, options) => {
    const at = now();
    const begins = at - last > rest || (/[.?!…:;]\s$/u.test(tail) && /\S/u.test(text));
    last = at;
    tail = (tail + text).slice(-2);
    if (begins) HistoryEditor.withNewBatch(editor, () => insertText(text, options));
    else insertText(text, options);
  };
  return editor;
}
