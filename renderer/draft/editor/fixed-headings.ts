/** Headings that the form fixes: nobody types into them by accident; renaming is a step of its own. */
import { Editor, Node, type NodeEntry, Path, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { plain } from '../../../shared/document/text.ts';
import type { Block, Section } from '../../../shared/document/tree.ts';
import { headingIn, isFormHeading } from '../../../shared/template/headings.ts';
import type { SectionDef } from '../../../shared/template/schema.ts';
import { blockAt, currentBlock, currentNote, isSection, isTitle } from './nodes.ts';
import { defAt } from './section-defs.ts';

export interface FixedHeading {
  readonly block: Block;
  readonly path: Path;
  readonly def: SectionDef;
  /** What the form says in the draft's language. */
  readonly form: string;
  /** Its words are the form's, in one of its languages. */
  readonly isForm: boolean;
}

/** The heading at this path, where the form fixes it. */
export function fixedHeadingAt(editor: Editor, path: Path): FixedHeading | null {
  const block = Node.get(editor, path) as Block;
  const def = isTitle(block) ? defAt(editor, path) : null;
  if (def?.heading !== 'fixed') return null;
  return { block, path, def, form: headingIn(def, editor.language()), isForm: isFormHeading(def, plain(block)) };
}

/** The fixed heading that the caret is in; a note in it is free. */
export function fixedHeadingHere(editor: Editor): FixedHeading | null {
  const found = currentNote(editor) ? null : currentBlock(editor);
  return found && fixedHeadingAt(editor, found[1]);
}

/** The fixed heading of the innermost section around the caret that has one: what F2 renames. */
export function headingToRename(editor: Editor): FixedHeading | null {
  const found = currentBlock(editor);
  for (let at = found?.[1] ?? []; at.length > 0; at = Path.parent(at)) {
    const node = Node.get(editor, at);
    const own = isSection(node) && node.children[0] && isTitle(node.children[0]) ? fixedHeadingAt(editor, [...at, 0]) : null;
    if (own) return own;
  }
  return null;
}

/** Writes new words into a heading; its notes stay. Nothing but spaces: the form's words come back. */
function setHeading(editor: Editor, { path, form }: FixedHeading, words: string): void {
  const text = words.replace(/\s+/g, ' ').trim() || form;
  const { children } = Node.get(editor, path) as Block;
  Editor.withoutNormalizing(editor, () => {
    for (const [at, child] of [...children.entries()].reverse()) if (Node.isText(child) && at > 0) Transforms.removeNodes(editor, { at: [...path, at] });
    const first = Node.get(editor, [...path, 0]);
    if (Node.isText(first)) Transforms.delete(editor, { at: Editor.range(editor, [...path, 0]) });
    Transforms.insertText(editor, text, { at: Editor.start(editor, path) });
  });
}

/** Renames the fixed heading with this id, as one step of undo. @returns false where it is gone or says so already */
export function renameHeading(editor: Editor, id: string, words: string): boolean {
  const found = [...fixedHeadings(editor)].find(({ block }) => block.id === id);
  if (!found || plain(found.block) === (words.trim() || found.form)) return false;
  HistoryEditor.withNewBatch(editor, () => setHeading(editor, found, words));
  return true;
}

function* fixedHeadings(editor: Editor): Generator<FixedHeading> {
  for (const [, path] of Editor.nodes(editor, { at: [], match: isTitle }) as Iterable<NodeEntry<Block>>) {
    const found = fixedHeadingAt(editor, path);
    if (found) yield found;
  }
}

/** Every heading that still has the form's words takes those of the draft's language; one that was renamed stays. @returns how many changed */
export function retitle(editor: Editor): number {
  const changing = [...fixedHeadings(editor)].filter(({ isForm, block, form }) => isForm && plain(block) !== form);
  if (changing.length === 0) return 0;
  HistoryEditor.withNewBatch(editor, () =>
    Editor.withoutNormalizing(editor, () => {
      for (const each of changing) setHeading(editor, each, each.form);
    }),
  );
  return changing.length;
}

/** Where the caret goes in a section: its first words that may be typed over. */
export function startOf(editor: Editor, section: Section, path: Path) {
  const after = [...path, 1];
  const skip = section.children.length > 1 && fixedHeadingAt(editor, [...path, 0]) !== null && Editor.hasPath(editor, after);
  return Editor.start(editor, skip ? after : path);
}

/** Whether a change at the caret would reach into a fixed heading. A selection that only begins in one is moved behind it first. */
function refuses(editor: Editor): boolean {
  const { selection } = editor;
  if (!selection || !Editor.hasPath(editor, selection.anchor.path)) return false;
  if (Range.isCollapsed(selection)) return fixedHeadingHere(editor) !== null;
  const [start, end] = Range.edges(selection);
  const heading = blockAt(editor, start.path);
  if (!heading || fixedHeadingAt(editor, heading[1]) === null || currentNote(editor)) return false;
  if (Path.isAncestor(heading[1], end.path)) return true;
  const after = Editor.after(editor, Editor.end(editor, heading[1]));
  if (after) Transforms.select(editor, { anchor: after, focus: end });
  return false;
}

/** Refuses letters and deletions in a fixed heading, and tells the page through `onRefused`. */
export function withFixedHeadings(editor: Editor): Editor {
  const { insertText, deleteBackward, deleteForward, deleteFragment } = editor;
  const guarded = (run: () => void): void => {
    if (refuses(editor)) editor.onRefused?.();
    else run();
  };
  editor.insertText = (text, options) => (options?.at ? insertText(text, options) : guarded(() => insertText(text, options)));
  editor.deleteBackward = (unit) => guarded(() => deleteBackward(unit));
  editor.deleteForward = (unit) => guarded(() => deleteForward(unit));
  editor.deleteFragment = (options) => guarded(() => deleteFragment(options));
  return editor;
}
