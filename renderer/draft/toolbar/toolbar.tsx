/** The toolbar: everything in it has a key; the caret stays where it is while a button is pressed. */
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { blockTitles, speakerPicker } from '../editor/command-table.ts';
import { insertNote, insertPullQuote, type Mark, toggleMark } from '../editor/inline-commands.ts';
import { findById, isBlock, isTitle } from '../editor/nodes.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import type { PickerKind } from '../model/ui.ts';
import { bench, tools } from '../strings.ts';
import styles from './toolbar.module.css';

interface ToolProps {
  readonly name?: string;
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly opens?: boolean;
  readonly className?: string | undefined;
  readonly run: () => void;
  readonly children: ReactNode;
}

function Tool({ name, keys, pressed, opens, className, run, children }: ToolProps) {
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      aria-pressed={pressed}
      aria-haspopup={opens ? 'dialog' : undefined}
      title={keys}
      onPointerDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </button>
  );
}

export function Toolbar() {
  const draft = useDraft();
  const { editor } = draft;
  const say = useSay();
  const open = (picker: PickerKind) => () => (editor.selection ? draft.pick(picker) : say(tools.nothingHere));
  const act = (run: () => boolean, failed: string) => () => {
    const done = run();
    draft.focusPage();
    if (!done) say(failed);
  };
  return (
    <div className={styles.tools} role="toolbar" aria-label={bench.tools} data-region="">
      <KindTool open={open('what')} />
      <span className={styles.gap} />
      <MarkTool mark="bold" />
      <MarkTool mark="italic" />
      <span className={styles.gap} />
      <Tool run={() => open(speakerPicker(editor))()} opens>
        {tools.speaker} <kbd>@</kbd>
      </Tool>
      <Tool keys="Ctrl Alt F" run={act(() => insertNote(editor), tools.noNoteHere)}>
        {tools.note}
      </Tool>
      <Tool keys="Ctrl Alt P" run={open('reference')} opens>
        {tools.reference}
      </Tool>
      <Tool keys="Ctrl Alt Q" run={act(() => insertPullQuote(editor), tools.noQuoteHere)}>
        {tools.pullQuote}
      </Tool>
      <Tool keys="Ctrl Alt E" run={open('entry')} opens>
        {tools.entry} <Icon name="down" />
      </Tool>
      <Tool keys="Ctrl Alt M" run={open('portion')} opens className={styles.end}>
        {tools.portion}
      </Tool>
    </div>
  );
}

/** The kind of the paragraph with the caret; opens what may stand here. */
function KindTool({ open }: { readonly open: () => void }) {
  const draft = useDraft();
  const block = useStorePart(draft.caret, (caret) => caret.block);
  // Re-read when the structure changes, not on every key.
  useStorePart(draft.facts, (facts) => facts.labels);
  const found = block === null ? null : findById(draft.editor, block);
  const title = found && isBlock(found[0]) ? (isTitle(found[0]) ? 'Title' : blockTitles[found[0].type]) : tools.kind;
  return (
    <Tool name={`${tools.kind}: ${title}`} keys="/" run={open} opens className={styles.kind}>
      {title} <Icon name="down" />
    </Tool>
  );
}

function MarkTool({ mark }: { readonly mark: Extract<Mark, 'bold' | 'italic'> }) {
  const { editor, marked } = useDraft();
  const on = useStorePart(marked, (marks) => marks[mark]);
  return (
    <Tool name={tools[mark]} keys={mark === 'bold' ? 'Ctrl B' : 'Ctrl I'} pressed={on} run={() => toggleMark(editor, mark)}>
      {mark === 'bold' ? <b>B</b> : <i>I</i>}
    </Tool>
  );
}
