/** Beside a block: what it is recorded as (while the caret is in it), and a square for what the guard found. */
import { ReactEditor } from 'slate-react';
import type { Block } from '../../../shared/document/tree.ts';
import { entryKindWords, supportWords } from '../../strings/entry.ts';
import text from '../../style/text.module.css';
import { Ticks } from '../../ui/support-scale.tsx';
import { consentsIn } from '../editor/consent-commands.ts';
import { effectiveEntry } from '../editor/entry-commands.ts';
import { useFindingsAt, useLabel } from '../model/hooks.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { consents, page } from '../strings.ts';
import styles from './block.module.css';

export function MarginNote({ element }: { readonly element: Block }) {
  const draft = useDraft();
  const { editor } = draft;
  const label = useLabel(element.id);
  const entry = effectiveEntry(editor, element, ReactEditor.findPath(editor, element));
  const people = useStorePart(draft.parts, (parts) => parts.people);
  const agreed = consentsIn(element);
  if (entry.kind === null && !entry.tally && agreed.length === 0) return null;
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
      {agreed.map(({ person, consent }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one person may have several statements here
        <span key={at}>{consents.here(people.find(({ id }) => id === person)?.code || '–', consent)}</span>
      ))}
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
