/** Keys of the page (LOOK, "Keys"). Letters with Ctrl and Alt are read by their place on the keyboard: AltGr layouts write signs there. */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { Editor, Node, Range, Transforms } from 'slate';
import { type Said, useSay } from '../../ui/status-line.tsx';
import { lower, moveCurrent, setBlockType } from '../editor/block-commands.ts';
import { isBlankHere, speakerPicker } from '../editor/command-table.ts';
import { onSpeaker, statementAt } from '../editor/consent-commands.ts';
import { headingToRename } from '../editor/fixed-headings.ts';
import { fixedTextOf, removeFixedText } from '../editor/fixed-text-commands.ts';
import { insertNote, insertPullQuote, toggleMark } from '../editor/inline-commands.ts';
import { currentBlock, currentNote } from '../editor/nodes.ts';
import { allowedAt, usualBlock } from '../editor/section-defs.ts';
import { stepCell } from '../editor/table-commands.ts';
import { inClosedInline } from '../editor/with-schema.ts';
import { leaveNote } from '../editor/with-structure.ts';
import { type DraftSession, useDraft } from '../model/session.ts';
import { caveats, headings, picker, tools } from '../strings.ts';

type Say = (said: Said | string | null) => void;

/** Commands behind Ctrl Alt and a letter or digit; each says why where it cannot. */
function ctrlAlt(draft: DraftSession, code: string, say: Say): (() => void) | null {
  const { editor } = draft;
  const heading = (level: number) => () => void setBlockType(editor, 'heading', level);
  switch (code) {
    case 'Digit0':
      return () => {
        const here = currentBlock(editor);
        if (here) setBlockType(editor, usualBlock(allowedAt(editor, here[1])));
      };
    case 'Digit1':
    case 'Digit2':
      return heading(2);
    case 'Digit3':
      return heading(3);
    case 'KeyF':
      return () => insertNote(editor) || say(tools.noNoteHere);
    case 'KeyQ':
      return () => insertPullQuote(editor) || say(tools.noQuoteHere);
    case 'KeyP':
      return () => draft.pick('reference');
    case 'KeyE':
      return () => draft.pick('entry');
    case 'KeyL':
      return () => draft.ask({ kind: 'link' });
    case 'KeyC':
      return () => (statementAt(editor) === null ? say(picker.noStatement) : draft.pick('consent'));
    case 'KeyO':
      return () => draft.pick('opposite');
    case 'KeyM':
      return () => draft.pick('portion');
    default:
      return null;
  }
}

const marks: Readonly<Record<string, 'bold' | 'italic' | 'underline'>> = { b: 'bold', i: 'italic', u: 'underline' };

function plainKey(draft: DraftSession, event: KeyboardEvent, say: Say): (() => void) | null {
  const { editor } = draft;
  if (event.key === 'Delete' || event.key === 'Backspace') return leaveOut(draft, say);
  if (event.key === 'Tab') return () => void (stepCell(editor, event.shiftKey ? -1 : 1) || lower(editor, event.shiftKey ? -1 : 1));
  if (event.key === 'Enter' && onSpeaker(editor)) return () => draft.pick('consent');
  if (event.key === 'F2') return () => rename(draft, say);
  if (event.key === '@' && !afterWord(editor) && !currentNote(editor)) return () => draft.pick(speakerPicker(editor));
  if (event.key === '/' && isBlankHere(editor)) return () => draft.pick('what');
  if (event.key === 'Escape') {
    const note = currentNote(editor);
    return note ? () => leaveNote(editor, note[1]) : null;
  }
  return onClosed(editor, event);
}

/** The caret on a speaker or a reference (a click puts it there): the browser types nothing into it and knows no line around it. */
function onClosed(editor: Editor, { key, nativeEvent }: KeyboardEvent): (() => void) | null {
  const around = key.length === 1 || key === 'End' || key === 'Home' ? inClosedInline(editor) : null;
  if (around === null || nativeEvent.isComposing) return null;
  if (key === 'End') return () => Transforms.select(editor, Editor.end(editor, around));
  if (key === 'Home') return () => Transforms.select(editor, Editor.start(editor, around));
  return () => editor.insertText(key);
}

/** F2, as in a list of files: the heading over the caret that the form fixes. */
function rename(draft: DraftSession, say: Say): void {
  const found = headingToRename(draft.editor);
  if (found) draft.ask({ kind: 'heading', block: found.block.id });
  else say(headings.none);
}

/** Delete on a fixed text takes it out; on a caveat it asks for the reason first. */
function leaveOut(draft: DraftSession, say: Say): (() => void) | null {
  const { editor } = draft;
  const [block] = currentBlock(editor) ?? [];
  const found = block?.type === 'fixed-text' && editor.selection && Range.isCollapsed(editor.selection) ? fixedTextOf(editor, block.id) : null;
  if (block === undefined || found === null) return null;
  if (found.caveat) return () => draft.ask({ kind: 'caveat', block: block.id });
  return () => {
    if (removeFixedText(editor, block.id)) say({ text: caveats.removed(found.title), undo: () => editor.undo() });
  };
}

/** Whether a letter or digit stands just before the caret: "a@b" is typed, not a speaker. */
function afterWord(editor: Editor): boolean {
  const { selection } = editor;
  if (!selection) return false;
  const { path, offset } = Range.start(selection);
  const node = Node.get(editor, path);
  return Node.isText(node) && /[\p{L}\p{N}]$/u.test(node.text.slice(0, offset));
}

export function usePageKeys(): { onKeyDown: (event: KeyboardEvent) => void } {
  const draft = useDraft();
  const say = useSay();
  // Tab sets levels here; after Escape it leaves the page, as everywhere else.
  const leaving = useRef(false);
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing || event.key === 'Shift') return;
        if (event.key === 'Tab' && leaving.current) return;
        leaving.current = event.key === 'Escape' && !currentNote(draft.editor);
        const run = commandFor(draft, event, say);
        if (!run) return;
        event.preventDefault();
        event.stopPropagation();
        run();
      },
    }),
    [draft, say],
  );
}

function commandFor(draft: DraftSession, event: KeyboardEvent, say: Say): (() => void) | null {
  const ctrl = event.ctrlKey || event.metaKey;
  const { editor } = draft;
  if (ctrl && event.altKey) return ctrlAlt(draft, event.code, say);
  if (ctrl && !event.shiftKey) {
    const mark = marks[event.key.toLowerCase()];
    return mark ? () => toggleMark(editor, mark) : null;
  }
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) return () => void moveCurrent(editor, event.key === 'ArrowUp' ? -1 : 1);
  if (ctrl || event.altKey) return null;
  return plainKey(draft, event, say);
}
