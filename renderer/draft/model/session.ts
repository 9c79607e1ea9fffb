/**
 * One open draft: the editor, the parts beside the body, the journal, and what the page derives from them.
 * It lives outside React; components read its stores. Closing it flushes the journal.
 */
import { createContext, useContext } from 'react';
import { Editor, type Operation } from 'slate';
import { ReactEditor, withReact } from 'slate-react';
import type { Client } from '../../../shared/contract/api.ts';
import type { Draft } from '../../../shared/document/draft.ts';
import { fieldText } from '../../../shared/document/fields.ts';
import type { Body } from '../../../shared/document/tree.ts';
import type { Finding, Findings } from '../../../shared/guard/finding.ts';
import type { MarkingScheme } from '../../../shared/marking/scheme.ts';
import type { Template } from '../../../shared/template/schema.ts';
import { createRapporteurEditor, randomId } from '../editor/create-editor.ts';
import { startOf } from '../editor/fixed-headings.ts';
import { findById, isSection } from '../editor/nodes.ts';
import { toBody, toDraftOperation, toEditor } from '../editor/seam.ts';
import { withPaste } from '../editor/with-paste.ts';
import { withPlaces } from '../editor/with-places.ts';
import { type Caret, noCaret, readCaret } from './caret.ts';
import { Checker, inOrder } from './checker.ts';
import { type Facts, makeFacts } from './facts.ts';
import { focusPanel, showBlock } from './focus.ts';
import { type Change, Journal } from './journal.ts';
import { type Marks, makeMarks, noMarks } from './marks.ts';
import { nothingRead, type ReadThrough } from './read-through.ts';
import { findingRange } from './replace.ts';
import { Store } from './store.ts';
import { type Asked, firstUi, type PickerKind, type Ui } from './ui.ts';
import { keepUnsaved } from './unsaved.ts';

/** The draft without its body, which the editor holds. */
export type Parts = Omit<Draft, 'body'>;
export type PartsPatch = Partial<Omit<Draft, 'body' | 'format' | 'version' | 'template'>>;

export interface Opened {
  readonly id: string;
  readonly draft: Draft;
  readonly sequence: number;
  readonly template: Template;
  readonly schemes: readonly MarkingScheme[];
  /** Changes that `draft` holds already and the archive does not. */
  readonly unsaved?: readonly Change[] | undefined;
}

const typing = new Set(['insert_text', 'remove_text', 'set_selection']);
/** How long after the last key words are counted and wordings looked at again, ms. */
const settle = 250;

export class DraftSession {
  readonly id: string;
  readonly template: Template;
  readonly schemes: readonly MarkingScheme[];
  readonly editor: Editor;
  readonly parts: Store<Parts>;
  readonly facts: Store<Facts>;
  readonly caret = new Store<Caret>(noCaret);
  readonly findings: Store<Findings | null>;
  readonly marks = new Store<Marks>(noMarks);
  readonly reading = new Store<ReadThrough>(nothingRead);
  /** Marks that the next letter will carry. */
  readonly marked = new Store<{ bold: boolean; italic: boolean }>({ bold: false, italic: false });
  /** Counts the times the text came to rest and was saved: the preview follows it. */
  readonly settled = new Store(0);
  /** Counts what was typed at a heading that the form fixes: it is drawn anew each time, as an input method may have written into the page. */
  readonly refused = new Store(0);
  readonly ui: Store<Ui>;
  readonly journal: Journal;
  readonly checker: Checker;
  readonly #client: Client;
  #opening = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, { id, draft, sequence, template, schemes, unsaved }: Opened) {
    const { body, ...parts } = draft;
    this.id = id;
    this.template = template;
    this.schemes = schemes;
    this.#client = client;
    // What has no title yet was begun just now: its details come first.
    this.ui = new Store<Ui>({ ...firstUi, panel: fieldText(parts.fields, template.titleField) === '' ? 'details' : firstUi.panel });
    this.parts = new Store<Parts>(parts);
    this.journal = new Journal(client, id, sequence);
    if (unsaved) this.journal.takeUp(unsaved);
    this.checker = new Checker(client, id, this.journal);
    this.findings = this.checker.findings;
    this.editor = this.#makeEditor(body);
    this.facts = new Store<Facts>(this.#makeFacts());
    this.findings.subscribe(() => this.marks.update((marks) => makeMarks(this.findings.get(), marks.current)));
    this.checker.changed(0);
    this.journal.state.subscribe(() => {
      if (!this.journal.pending && this.journal.state.get().kind === 'saved') this.settled.update((times) => times + 1);
    });
  }

  #makeEditor(body: Body): Editor {
    const editor = withPaste(
      createRapporteurEditor({
        template: this.template,
        newId: randomId,
        language: () => this.parts.get().language,
        dress: (base) => withPlaces(withReact(base) as Editor),
      }),
    );
    editor.readPaste = async (input) => {
      const read = await this.#client['paste.read'](input);
      return read.ok ? toEditor(read.value.blocks) : null;
    };
    editor.children = toEditor(body);
    this.#record(editor);
    this.#opening = true;
    Editor.normalize(editor, { force: true });
    editor.history = { undos: [], redos: [] };
    this.#opening = false;
    const { onChange } = editor;
    editor.onChange = (options) => {
      this.#changed(editor.operations);
      onChange(options);
    };
    return editor;
  }

  /** Hands every operation but the caret's to the journal. Repairs made while opening wait for the writer's first change. */
  #record(editor: Editor): void {
    const { apply } = editor;
    editor.apply = (operation) => {
      apply(operation);
      if (operation.type !== 'set_selection') this.journal.addOperations([toDraftOperation(operation)], this.#opening);
    };
  }

  /** The body as the editor holds it: for the pure functions that number and word it. */
  get body(): Body {
    return this.editor.children as Body;
  }

  /** The whole draft as it stands on the screen. */
  get draft(): Draft {
    return { ...this.parts.get(), body: toBody(this.editor.children) };
  }

  #makeFacts(): Facts {
    return makeFacts(this.body, this.template, this.parts.get());
  }

  #changed(operations: readonly Operation[]): void {
    this.caret.set(readCaret(this.editor, this.caret.get()));
    this.#readMarks();
    if (operations.every((operation) => operation.type === 'set_selection')) return;
    this.checker.changed();
    clearTimeout(this.#settling);
    if (operations.every((operation) => typing.has(operation.type))) this.#settling = setTimeout(() => this.facts.set(this.#makeFacts()), settle);
    else this.facts.set(this.#makeFacts());
  }

  #readMarks(): void {
    const marks = Editor.marks(this.editor);
    const next = { bold: marks?.bold === true, italic: marks?.italic === true };
    this.marked.update((now) => (now.bold === next.bold && now.italic === next.italic ? now : next));
  }

  /** Changes parts beside the body (fields, rule, marking, people …); wordings follow at once. */
  change(patch: PartsPatch): void {
    this.parts.update((parts) => ({ ...parts, ...patch }));
    this.journal.addParts(patch);
    this.facts.set(this.#makeFacts());
    this.checker.changed();
  }

  /** Puts the caret at the start of the block or section with this id and shows it; `centre` with what stands around it. */
  goTo(id: string, { centre = false } = {}): boolean {
    const found = findById(this.editor, id);
    if (!found) return false;
    const [node, path] = found;
    this.editor.select(isSection(node) ? startOf(this.editor, node, path) : Editor.start(this.editor, path));
    ReactEditor.focus(this.editor);
    if (centre) showBlock(id);
    return true;
  }

  /** Opens the Check panel at this finding; `jump` brings its words into sight as well. */
  showFinding(id: string, jump = false): void {
    this.marks.update((marks) => ({ ...marks, current: id }));
    this.openPanel('check');
    if (jump) showBlock(inOrder(this.findings.get()).find((finding) => finding.id === id)?.at.block ?? null);
  }

  /** Puts the selection on the finding's words, or the caret into its block. */
  goToFinding(finding: Finding): void {
    const range = findingRange(this, finding);
    if (range) {
      this.editor.select(range);
      ReactEditor.focus(this.editor);
    } else if (finding.at.block !== null) this.goTo(finding.at.block);
    showBlock(finding.at.block);
  }

  openPanel(panel: Ui['panel'], { focus = false } = {}): void {
    this.ui.update((ui) => ({ ...ui, panel, sideOpen: true }));
    if (focus) requestAnimationFrame(() => focusPanel());
  }

  pick(picker: PickerKind | null): void {
    this.ui.update((ui) => ({ ...ui, picker }));
  }

  ask(asked: Asked | null): void {
    this.ui.update((ui) => ({ ...ui, asked }));
  }

  /** Back to the text, where the caret was. */
  focusPage(): void {
    const page = document.querySelector<HTMLElement>('[data-slate-editor]');
    const covered = page !== null && page.getClientRects().length === 0;
    this.ui.update((ui) => ({ ...ui, sideOpen: false }));
    if (!this.editor.selection) this.editor.select(Editor.start(this.editor, []));
    // After a change Slate waits with the focus; a dialog that closes meanwhile would give it back without the caret.
    if (this.editor.operations.length === 0) ReactEditor.focus(this.editor);
    else void Promise.resolve().then(() => ReactEditor.focus(this.editor));
    // In a narrow window the panel covers the page, which takes the focus once it is shown again.
    if (covered) requestAnimationFrame(() => page.focus({ preventScroll: true }));
  }

  /** Writes what waits; to be called before leaving, locking or issuing. */
  flush(): Promise<void> {
    return this.journal.flush();
  }

  close(): void {
    clearTimeout(this.#settling);
    this.checker.close();
    void this.journal.flush().then(() => {
      this.journal.close();
      const { left } = this.journal;
      if (left) keepUnsaved({ id: this.id, draft: this.draft, ...left });
    });
  }
}

const SessionContext = createContext<DraftSession | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The open draft. Only inside the Draft screen. */
export function useDraft(): DraftSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('outside the Draft screen');
  return session;
}
