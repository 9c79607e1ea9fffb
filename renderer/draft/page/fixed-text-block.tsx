/** A fixed text of the template: read-only, worded for this meeting's date and sponsors. */
import { useSelected } from 'slate-react';
import type { Block } from '../../../shared/document/tree.ts';
import { fixedTextWording } from '../../../shared/template/fixed-text.ts';
import { cx } from '../../ui/class-names.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';
import type { ElementProps } from './element.tsx';

export function FixedTextBlock({ element, attributes, children }: ElementProps<Extract<Block, { type: 'fixed-text' }>>) {
  const draft = useDraft();
  const fields = useStorePart(draft.parts, (parts) => parts.fields);
  const chosen = useSelected({ suppressThrow: true });
  const found = fixedTextWording(draft.template, element.text, fields);
  return (
    <div {...attributes} className={cx(styles.block, styles.fixed)} data-block={element.id}>
      <div contentEditable={false} className={cx(styles.fixedWords, chosen && styles.isSelected)}>
        {found?.text ?? page.noFixedText}
        {chosen ? <span className={styles.fixedName}>{page.fixed(found?.def.title ?? element.text)}</span> : null}
      </div>
      {children}
    </div>
  );
}
