/** The notes at the foot of a sheet, as issued. A click goes into the note in its line, where it is edited. */
import { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Footnote } from '../../../shared/document/tree.ts';
import { findNote } from '../editor/inline-commands.ts';
import { findById } from '../editor/nodes.ts';
import type { Facts, PageNote } from '../model/facts.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import inline from './inline.module.css';
import styles from './sheet.module.css';

export function SheetNotes({ sheet }: { readonly sheet: string }) {
  const draft = useDraft();
  const notes = useStorePart(draft.facts, (facts) => facts.sheetNotes.get(sheet));
  const facts = draft.facts.get();
  if (!notes || notes.length === 0) return null;
  const enter = (note: PageNote): void => {
    const block = findById(draft.editor, note.block);
    const path = block && findNote(draft.editor, note.id, block[1]);
    if (!path) return;
    draft.editor.select(Editor.end(draft.editor, path));
    ReactEditor.focus(draft.editor);
  };
  return (
    <ol contentEditable={false} className={styles.notes} aria-label={page.notes}>
      {notes.map((note) => (
        <li key={note.id}>
          <span className={styles.noteNumber}>{note.number}</span>
          <button type="button" tabIndex={-1} onPointerDown={(event) => event.preventDefault()} onClick={() => enter(note)}>
            <NoteWords note={note.node} facts={facts} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function NoteWords({ note, facts }: { readonly note: Footnote; readonly facts: Facts }) {
  return note.children.map((child, index) => {
    const key = `${index}`;
    if (!('type' in child)) return child.italic ? <i key={key}>{child.text}</i> : <span key={key}>{child.text}</span>;
    if (child.type === 'cross-ref') {
      return (
        <span key={key} className={inline.ref}>
          {facts.references.get(child)?.text}
        </span>
      );
    }
    return (
      <span key={key} className={inline.link}>
        {child.children.map((leaf) => leaf.text).join('')}
      </span>
    );
  });
}
