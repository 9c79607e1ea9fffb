/** A fixed text of the template: read-only, worded for this meeting's date and sponsors. */
import { useSelected } from 'slate-react';
import { fixedTextWording } from '../../../shared/template/fixed-text.ts';
import { inLanguage } from '../../../shared/template/in-language.ts';
import { cx } from '../../ui/class-names.ts';
import { type FixedText, wordingOf } from '../editor/seam.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';
import type { ElementProps } from './element.tsx';

export function FixedTextBlock({ element, attributes, children }: ElementProps<FixedText>) {
  const draft = useDraft();
  const fields = useStorePart(draft.parts, (parts) => parts.fields);
  const language = useStorePart(draft.parts, (parts) => parts.language);
  const chosen = useSelected({ suppressThrow: true });
  const found = fixedTextWording(inLanguage(draft.template, language), wordingOf(element), fields);
  return (
    <div {...attributes} className={cx(styles.block, styles.fixed)} data-block={element.id}>
      <div contentEditable={false} className={cx(styles.fixedWords, chosen && styles.isSelected)}>
        <bdi>{found?.text ?? page.noFixedText}</bdi>
        {chosen ? <span className={styles.fixedName}>{page.fixed(found?.def.title ?? wordingOf(element))}</span> : null}
      </div>
      {children}
    </div>
  );
}
