/** Writing what a finding proposes: a typed range becomes the replacement, as one step of undo. */
import { Editor, Path, Range, Transforms } from 'slate';
import type { Finding } from '../../../shared/guard/finding.ts';
import { findById, isBlock } from '../editor/nodes.ts';
import { rangeOf } from './marks.ts';
import type { DraftSession } from './session.ts';

/** Where the finding's words stand in the editor; null where they are gone or nobody typed them. */
export function findingRange(draft: DraftSession, finding: Finding) {
  const found = finding.at.block === null ? null : findById(draft.editor, finding.at.block);
  return found && isBlock(found[0]) ? rangeOf(finding, found[0], found[1], draft.facts.get()) : null;
}

/** The range and one space before it: words that go leave no gap of two. */
function withSpaceBefore(editor: Editor, range: Range): Range {
  const [start, end] = Range.edges(range);
  const before = Editor.before(editor, start, { unit: 'character' });
  const isSpace = before !== undefined && Path.equals(before.path, start.path) && Editor.string(editor, { anchor: before, focus: start }) === ' ';
  return isSpace ? { anchor: before, focus: end } : range;
}

/** @returns false where the words are no longer there */
export function replaceFinding(draft: DraftSession, finding: Finding): boolean {
  const range = findingRange(draft, finding);
  if (!range || finding.replacement === null) return false;
  const { editor } = draft;
  const { replacement } = finding;
  Editor.withoutNormalizing(editor, () => {
    Transforms.select(editor, range);
    if (replacement === '') Transforms.delete(editor, { at: withSpaceBefore(editor, range) });
    else Transforms.insertText(editor, replacement, { at: range });
  });
  return true;
}
