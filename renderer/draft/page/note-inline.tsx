/** A note in place: its number in the line; its words open there while the caret is in it, and always stand at the sheet's foot. */

import { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Footnote } from '../../../shared/document/tree.ts';
import { cx } from '../../ui/class-names.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import type { ElementProps } from './element.tsx';
import styles from './inline.module.css';

export function NoteInline({ element, attributes, children }: ElementProps<Footnote>) {
  const draft = useDraft();
  const number = useStorePart(draft.facts, (facts) => facts.notes.get(element.id));
  const open = useStorePart(draft.caret, (caret) => caret.note === element.id);
  const enter = (): void => {
    const path = ReactEditor.findPath(draft.editor, element);
    draft.editor.select(Editor.end(draft.editor, path));
    ReactEditor.focus(draft.editor);
  };
  return (
    <span {...attributes} data-note={element.id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by key the caret goes in with the arrows */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <span contentEditable={false} className={styles.noteMark} onPointerDown={(event) => event.preventDefault()} onClick={enter}>
        {number ?? '·'}
      </span>
      <span className={cx(open ? styles.noteOpen : styles.noteClosed, open && Editor.isEmpty(draft.editor, element) && styles.noteEmpty)}>{children}</span>
    </span>
  );
}
