/** Beside a block: what it is recorded as (while the caret is in it), and a square for what the guard found. */
import { ReactEditor } from 'slate-react';
import type { Block } from '../../../shared/document/tree.ts';
import { entryKindWords, supportWords } from '../../strings/entry.ts';
import text from '../../style/text.module.css';
import { Icon } from '../../ui/icon.tsx';
import { Ticks } from '../../ui/support-scale.tsx';
import { consentsIn } from '../editor/consent-commands.ts';
import { effectiveEntry } from '../editor/entry-commands.ts';
import { fixedHeadingAt } from '../editor/fixed-headings.ts';
import { findById } from '../editor/nodes.ts';
import { useFindingsAt, useLabel } from '../model/hooks.ts';
import { wordedText } from '../model/marks.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { consents, headings, opposites, page } from '../strings.ts';
import styles from './block.module.css';

export function MarginNote({ element }: { readonly element: Block }) {
  const draft = useDraft();
  const { editor } = draft;
  const label = useLabel(element.id);
  const entry = effectiveEntry(editor, element, ReactEditor.findPath(editor, element));
  const people = useStorePart(draft.parts, (parts) => parts.people);
  const agreed = consentsIn(element);
  const across = useOpposites(element.id);
  if (entry.kind === null && !entry.tally && agreed.length === 0 && across === null) return null;
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
      {across === null ? null : <Across across={across} />}
    </aside>
  );
}

/** Beside a heading that the form fixes: how to rename it, while the caret is in it; what the form says, wherever it was renamed. */
export function HeadingMark({ element, current }: { readonly element: Block; readonly current: boolean }) {
  const { editor } = useDraft();
  const fixed = fixedHeadingAt(editor, ReactEditor.findPath(editor, element));
  if (fixed === null || (fixed.isForm && !current)) return null;
  return (
    // Not a part of the heading's name: who does not see it is told by the status line and by the dialog.
    <span contentEditable={false} className={styles.marginNote} aria-hidden="true">
      {fixed.isForm ? headings.fixed : headings.formSays(fixed.form)}
      {current ? (
        <span>
          <kbd>F2</kbd> {headings.key}
        </span>
      ) : null}
    </span>
  );
}

/** The opposites of a block; null where it has none and names none. A lost one is an empty list. */
function useOpposites(id: string): readonly string[] | null {
  return useStorePart(useDraft().facts, ({ opposites }) => opposites.of.get(id) ?? (opposites.lost.has(id) ? nothing : null));
}
const nothing: readonly string[] = [];

/** Both sides of a pair carry it: the sign of opposites, the number or first words of the other, the way there. */
function Across({ across, brief = false }: { readonly across: readonly string[]; readonly brief?: boolean }) {
  const draft = useDraft();
  if (across.length === 0) return <span className={styles.lost}>{opposites.lost}</span>;
  return across.map((id) => {
    const found = findById(draft.editor, id);
    const facts = draft.facts.get();
    const words = found === null ? '' : wordedText(found[0], facts);
    const number = facts.labels.get(id)?.ref;
    return (
      <button
        key={id}
        type="button"
        tabIndex={-1}
        className={styles.across}
        title={words}
        aria-label={opposites.to(number ?? shortened(words))}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => draft.goTo(id, { centre: true })}
      >
        <Icon name="opposite" /> {brief ? (number ?? opposites.mark) : (number ?? shortened(words))}
      </button>
    );
  });
}

/** The first words, as many as the margin holds in three lines. */
function shortened(words: string): string {
  return words.length <= 48 ? words : `${words.slice(0, 48).replace(/\s+\S*$/, '')} …`;
}

/** In the margin of a paired paragraph without the caret: nothing but the sign and the other's number. */
export function OppositeMark({ id }: { readonly id: string }) {
  const across = useOpposites(id);
  if (across === null) return null;
  return (
    <span contentEditable={false} className={styles.marginNote}>
      <Across across={across} brief />
    </span>
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
