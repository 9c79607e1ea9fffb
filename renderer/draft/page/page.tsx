/** The sheets on the desk: one Slate editor, a sheet for each top-level section. */
import { useCallback, useEffect } from 'react';
import { type DecoratedRange, type NodeEntry, Range } from 'slate';
import { Editable, type RenderChunkProps, type RenderElementProps, type RenderLeafProps, Slate } from 'slate-react';
import { directionOf } from '../../../shared/document/direction.ts';
import { useSay } from '../../ui/status-line.tsx';
import { fixedHeadingHere } from '../editor/fixed-headings.ts';
import { isBlock } from '../editor/nodes.ts';
import { rangeOf } from '../model/marks.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { headings, page } from '../strings.ts';
import { DraftElement } from './element.tsx';
import { FrontSheet } from './front-sheet.tsx';
import { Leaf } from './leaf.tsx';
import styles from './sheet.module.css';
import { usePageKeys } from './use-page-keys.ts';

const renderElement = (props: RenderElementProps) => <DraftElement {...props} />;
const renderLeaf = (props: RenderLeafProps) => <Leaf {...props} />;
/** Only the lowest chunks hold blocks; out of sight they are neither laid out nor painted. */
const renderChunk = ({ attributes, lowest, children }: RenderChunkProps) => (
  <div {...attributes} className={lowest ? styles.chunk : undefined}>
    {children}
  </div>
);

/** Underlines of findings. A new function only when findings change, so that typing never walks the document. */
function useDecorate(): (entry: NodeEntry) => DecoratedRange[] {
  const draft = useDraft();
  const marks = useStore(draft.marks);
  return useCallback(
    ([node, path]: NodeEntry) => {
      if (marks.byBlock.size === 0 || !isBlock(node)) return [];
      const found = marks.byBlock.get(node.id) ?? [];
      return found.flatMap((finding) => {
        const range = rangeOf(finding, node, path, draft.facts.get());
        return range ? [{ ...range, find: finding.level, ...(finding.id === marks.current ? { current: true } : {}) }] : [];
      });
    },
    [marks, draft],
  );
}

/** Letters at a heading that the form fixes are stopped before the browser writes them, and the status line says why. */
function useRefusal(): (event: InputEvent) => boolean {
  const draft = useDraft();
  const say = useSay();
  useEffect(() => {
    draft.editor.onRefused = () => {
      draft.refused.update((times) => times + 1);
      say({ text: headings.refused });
    };
  }, [draft, say]);
  return (event) => {
    const { selection } = draft.editor;
    const types = event.inputType.startsWith('delete') || ['insertText', 'insertReplacementText'].includes(event.inputType);
    if (!types || !selection || Range.isExpanded(selection) || !fixedHeadingHere(draft.editor)) {
      // Writing on ends what was said: its Undo would take back something older than what was typed.
      say(null);
      return false;
    }
    event.preventDefault();
    draft.editor.onRefused?.();
    return true;
  };
}

export function Page() {
  const draft = useDraft();
  const decorate = useDecorate();
  const keys = usePageKeys();
  const refuse = useRefusal();
  const language = useStorePart(draft.parts, (parts) => parts.language);
  return (
    <div className={styles.page} dir={directionOf(language)}>
      <FrontSheet />
      {/* Without `initialValue` the nodes stay the ones that the facts were made of: what is given there may be copied. */}
      <Slate editor={draft.editor}>
        <Editable
          className={styles.page}
          aria-label={page.label}
          lang={language}
          data-region-start=""
          decorate={decorate}
          renderElement={renderElement}
          renderLeaf={renderLeaf}
          renderChunk={renderChunk}
          onDOMBeforeInput={refuse}
          onKeyDown={keys.onKeyDown}
          onBlur={() => void draft.flush()}
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="off"
        />
      </Slate>
    </div>
  );
}
