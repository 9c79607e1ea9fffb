/** Taking a fixed text of the template out of the text. */
import { type Editor, Path, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { findById, sectionAt } from './nodes.ts';
import { type FixedText, wordingOf } from './seam.ts';

/** The fixed text with this id, and whether it is a caveat of the template: such a one goes only with a reason. */
export function fixedTextOf(
  editor: Editor,
  id: string,
): { readonly path: Path; readonly text: string; readonly title: string; readonly caveat: boolean } | null {
  const [block, path] = findById(editor, id) ?? [];
  if (block?.type !== 'fixed-text' || path === undefined) return null;
  const text = wordingOf(block as FixedText);
  const def = editor.template.fixedTexts.find((each) => each.id === text);
  return { path, text, title: def?.title ?? text, caveat: def?.caveat ?? false };
}

/** Removes the fixed text; the caret goes to what stands after it, else before. One step of undo. @returns false where it is gone */
export function removeFixedText(editor: Editor, id: string): boolean {
  const found = fixedTextOf(editor, id);
  if (found === null) return false;
  const section = sectionAt(editor, found.path)?.[0];
  const index = found.path.at(-1) ?? 0;
  const beside = index + 1 < (section?.children.length ?? 0) ? Path.next(found.path) : index > 0 ? Path.previous(found.path) : null;
  HistoryEditor.withNewBatch(editor, () => {
    if (beside !== null) Transforms.select(editor, editor.start(beside));
    Transforms.removeNodes(editor, { at: found.path });
  });
  return true;
}
