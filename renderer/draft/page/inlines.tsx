/** Inlines that nobody types: speakers as the rule words them, references as numbering words them. */
import { useSelected } from 'slate-react';
import type { CrossRef, Link, Speaker } from '../../../shared/document/tree.ts';
import { cx } from '../../ui/class-names.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import type { ElementProps } from './element.tsx';
import styles from './inline.module.css';

export function SpeakerInline({ element, attributes, children }: ElementProps<Speaker>) {
  const draft = useDraft();
  const worded = useStorePart(draft.facts, (facts) => facts.speakers.get(element));
  const chosen = useSelected({ suppressThrow: true });
  const gone = worded === null || worded === undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the caret reaches it by key, Enter opens the same list
    <span
      {...attributes}
      className={cx(gone ? styles.gone : styles.who, element.consent && styles.agreed, chosen && styles.chosen)}
      title={worded?.generalised ?? undefined}
      onDoubleClick={() => draft.pick('consent')}
    >
      <span contentEditable={false}>{gone ? page.gone : worded.text}</span>
      {children}
    </span>
  );
}

export function CrossRefInline({ element, attributes, children }: ElementProps<CrossRef>) {
  const draft = useDraft();
  const reference = useStorePart(draft.facts, (facts) => facts.references.get(element));
  const chosen = useSelected({ suppressThrow: true });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the caret reaches it by key; a double click is one more way to its target
    <span
      {...attributes}
      className={cx(reference?.found === false ? styles.gone : styles.ref, chosen && styles.chosen)}
      onDoubleClick={() => draft.goTo(element.target)}
    >
      <span contentEditable={false}>{reference?.text ?? page.reference}</span>
      {children}
    </span>
  );
}

export function LinkInline({ element, attributes, children }: ElementProps<Link>) {
  return (
    <span {...attributes} className={styles.link} title={element.url}>
      {children}
    </span>
  );
}
