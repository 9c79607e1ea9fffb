/** A top-level section is a sheet with marking head, notes and foot; a section in it is a part of the sheet. */
import { ReactEditor } from 'slate-react';
import { fieldText } from '../../../shared/document/fields.ts';
import type { Section } from '../../../shared/document/tree.ts';
import { ruleTitles, stricter } from '../../../shared/people/rule.ts';
import { useMarking } from '../model/hooks.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import type { ElementProps } from './element.tsx';
import styles from './sheet.module.css';
import { SheetNotes } from './sheet-notes.tsx';

export function SectionSheet({ element, attributes, children }: ElementProps<Section>) {
  const { editor } = useDraft();
  const outermost = ReactEditor.findPath(editor, element).length === 1;
  if (!outermost) {
    return (
      <section {...attributes} className={styles.part} data-section={element.id}>
        <Told section={element} />
        {children}
      </section>
    );
  }
  return (
    <section {...attributes} className={styles.sheet} data-section={element.id}>
      <SheetHead />
      <Told section={element} />
      {children}
      <SheetNotes sheet={element.id} />
      <SheetFoot />
    </section>
  );
}

/** What holds for this part alone: withheld, or under a stricter rule than the rest. */
function Told({ section }: { readonly section: Section }) {
  const rule = useStorePart(useDraft().parts, (parts) => parts.rule);
  const own = section.rule !== undefined && stricter(section.rule, rule) !== rule ? section.rule : null;
  const told = [section.withheld ? page.withheld : null, own === null ? null : page.ruleHere(ruleTitles[own])].filter((words) => words !== null);
  if (told.length === 0) return null;
  return (
    <p contentEditable={false} className={styles.withheld}>
      {told.join(' ')}
    </p>
  );
}

/** The running head as issued: marking in the middle, title, code. */
export function SheetHead() {
  const draft = useDraft();
  const fields = useStorePart(draft.parts, (parts) => parts.fields);
  const marking = useMarking();
  const { titleField, codeField } = draft.template;
  return (
    <div contentEditable={false} className={styles.head} aria-hidden="true">
      {marking?.printed ? <span className={styles.mark}>{marking.label}</span> : null}
      <span>{fieldText(fields, titleField)}</span>
      <span>{codeField === null ? '' : fieldText(fields, codeField)}</span>
    </div>
  );
}

export function SheetFoot() {
  const marking = useMarking();
  return (
    <div contentEditable={false} className={styles.foot} aria-hidden="true">
      <span />
      <span className={styles.mark}>{marking?.printed ? marking.label : ''}</span>
      <span />
    </div>
  );
}
