/** Which component shows which node. */
import type { RenderElementProps } from 'slate-react';
import { isTextBlock, isUnknown } from '../editor/nodes.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';
import { FigureBlock } from './figure-block.tsx';
import { FixedTextBlock } from './fixed-text-block.tsx';
import { CrossRefInline, LinkInline, SpeakerInline } from './inlines.tsx';
import { NoteInline } from './note-inline.tsx';
import { SectionSheet } from './section-sheet.tsx';
import { CellElement, RowElement, TableBlock } from './table-block.tsx';
import { TextBlockElement } from './text-block.tsx';

export function DraftElement({ element, attributes, children }: RenderElementProps) {
  if (isTextBlock(element)) return <TextBlockElement {...{ element, attributes, children }} />;
  switch (element.type) {
    case 'section':
      return <SectionSheet {...{ element, attributes, children }} />;
    case 'footnote':
      return <NoteInline {...{ element, attributes, children }} />;
    case 'speaker':
      return <SpeakerInline {...{ element, attributes, children }} />;
    case 'cross-ref':
      return <CrossRefInline {...{ element, attributes, children }} />;
    case 'link':
      return <LinkInline {...{ element, attributes, children }} />;
    case 'figure':
      return <FigureBlock {...{ element, attributes, children }} />;
    case 'fixed-text':
      return <FixedTextBlock {...{ element, attributes, children }} />;
    case 'table':
      return <TableBlock {...{ element, attributes, children }} />;
    case 'row':
      return <RowElement {...{ element, attributes, children }} />;
    case 'cell':
      return <CellElement {...{ element, attributes, children }} />;
    default:
      return (
        <div {...attributes} className={styles.block}>
          {isUnknown(element) ? (
            <div className={styles.unknown} contentEditable={false}>
              {page.unknown}
            </div>
          ) : null}
          {children}
        </div>
      );
  }
}

/** What each component of an element receives. */
export interface ElementProps<E> {
  readonly element: E;
  readonly attributes: RenderElementProps['attributes'];
  readonly children: RenderElementProps['children'];
}
