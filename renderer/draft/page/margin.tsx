/** Beside a block: what it is recorded as (while the caret is in it), and a square for what the guard found. */
import { ReactEditor } from 'slate-react';
import type { Block } from '../../../shared/document/tree.ts';
import { entryKindWords, supportWords } from '../../strings/entry.ts';
import text from '../../style/text.module.css';
import { Ticks } from '../../ui/support-scale.tsx';
import { effectiveEntry } from '../editor/entry-commands.ts';
import { useFindingsAt, useLabel } from '../model/hooks.ts';
import { useDraft } from '../model/session.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';

export function MarginNote({ element }: { readonly element: Block }) {
  const { editor } = useDraft();
  const label = useLabel(element.id);
  const entry = effectiveEntry(editor, element, ReactEditor.findPath(editor, element));
  if (entry.kind === null && !entry.tally) return null;
  const { tally } = entry;
  return (
    <aside contentEditable={false} className={styles.marginNote} aria-label={page.entryAt(label)}>
      {entry.kind ? <b>{entryKindWords[entry.kind]}</b> : null}
      {entry.support ? (
        <span className={styles.supportLine}>
          {supportWords[entry.support]} <Ticks support={entry.support} />
        </span>
      ) : null}
      {entry.contested ? <i>{tally ? page.contestedBy(tally.for, tally.against) : page.contested}</i> : tally ? <span>{page.tally(tally.for)}</span> : null}
      {entry.addressees && entry.addressees.length > 0 ? <span>{page.to(entry.addressees.join(', '))}</span> : null}
    </aside>
  );
}

/** A square at the right edge: filled blocks, open warns. A click opens the finding. */
export function EdgeMark({ id }: { readonly id: string }) {
  const findings = useFindingsAt(id);
  const draft = useDraft();
  const [first] = findings;
  if (!first) return null;
  return (
    <span contentEditable={false} className={styles.edge} data-level={first.level} onPointerDown={() => draft.showFinding(first.id)}>
      <span className={text.hidden}>{first.level === 'block' ? page.blockingHere : page.warningHere}</span>
    </span>
  );
}
