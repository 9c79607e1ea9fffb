/** A run of text with its marks, and the underline of a finding. */
import type { RenderLeafProps } from 'slate-react';
import styles from './inline.module.css';

export function Leaf({ attributes, children, leaf }: RenderLeafProps) {
  let content = children;
  if (leaf.superscript) content = <sup>{content}</sup>;
  if (leaf.subscript) content = <sub>{content}</sub>;
  if (leaf.underline) content = <span className={styles.underlined}>{content}</span>;
  if (leaf.italic) content = <i>{content}</i>;
  if (leaf.bold) content = <b>{content}</b>;
  if (leaf.find) {
    content = (
      <span className={styles.find} data-find={leaf.find} data-current={leaf.current ? '' : undefined}>
        {content}
      </span>
    );
  }
  return (
    <span {...attributes} lang={leaf.lang}>
      {content}
    </span>
  );
}
