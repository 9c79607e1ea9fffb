/** Editors over the shipped templates and samples, and steps that a writer takes. */
import { readFileSync } from 'node:fs';
import { Editor, Node, type Path, type Point } from 'slate';
import { lower, moveCurrent, setBlockType } from '../../renderer/draft/editor/block-commands.ts';
import { createRapporteurEditor } from '../../renderer/draft/editor/create-editor.ts';
import { countVoice, patchEntry } from '../../renderer/draft/editor/entry-commands.ts';
import { insertCrossRef, insertNote, insertPullQuote, insertSpeaker, toggleMark } from '../../renderer/draft/editor/inline-commands.ts';
import { oppositeCandidates, setOpposite } from '../../renderer/draft/editor/opposite-commands.ts';
import { toBody, toEditor } from '../../renderer/draft/editor/seam.ts';
import { addColumn, addRow, removeColumn, removeRow, stepCell } from '../../renderer/draft/editor/table-commands.ts';
import { insertPlain } from '../../renderer/draft/editor/with-paste.ts';
import { Draft } from '../../shared/document/draft.ts';
import { type Body, Body as BodySchema } from '../../shared/document/tree.ts';
import { Template } from '../../shared/template/schema.ts';

export const forms = ['briefing', 'conference', 'dialogues', 'horizon-scan', 'roundtable', 'summary'] as const;

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8'));

export const templateOf = (form: string): Template => Template.parse(read(`reports/${form}.json`));
export const sampleOf = (form: string): Draft => Draft.parse(read(`samples/${form}.json`));

/** An editor with this body, normalised, with an empty history; ids count up. */
export function editorOf(body: Body, template: Template): Editor {
  let made = 0;
  const editor = createRapporteurEditor({ template, newId: (prefix) => `${prefix}-new${++made}` });
  editor.children = toEditor(body);
  Editor.normalize(editor, { force: true });
  editor.history = { undos: [], redos: [] };
  return editor;
}

/** The body as the draft file holds it; throws where the editor left the schema. */
export function bodyOf(editor: Editor): Body {
  return BodySchema.parse(structuredClone(toBody(editor.children)));
}

/** Every character that somebody typed, in order: notes too, titles too. */
export function typed(nodes: readonly Node[]): string {
  return nodes.map((node) => (Node.isText(node) ? node.text : typed(node.children))).join('');
}

/** A caret that a writer could have: in some text that is not inside a closed node. */
export function pointAt(editor: Editor, part: number): Point {
  const texts = [...Editor.nodes(editor, { at: [], match: Node.isText, voids: false })].filter(([, path]) => !Editor.void(editor, { at: path }));
  const [node, path] = texts[Math.floor(part * texts.length)] ?? texts[0] ?? [{ text: '' }, [0]];
  const length = Node.isText(node) ? node.text.length : 0;
  return { path: path as Path, offset: Math.floor(((part * 997) % 1) * (length + 1)) };
}

export const steps: Readonly<Record<string, (editor: Editor) => unknown>> = {
  type: (editor) => editor.insertText('ab c'),
  enter: (editor) => editor.insertBreak(),
  softBreak: (editor) => editor.insertSoftBreak(),
  backspace: (editor) => editor.deleteBackward('character'),
  delete: (editor) => editor.deleteForward('character'),
  deleteWord: (editor) => editor.deleteBackward('word'),
  deleteSelection: (editor) => editor.deleteFragment(),
  levelIn: (editor) => stepCell(editor, 1) || lower(editor, 1),
  levelOut: (editor) => stepCell(editor, -1) || lower(editor, -1),
  up: (editor) => moveCurrent(editor, -1),
  down: (editor) => moveCurrent(editor, 1),
  heading: (editor) => setBlockType(editor, 'heading', 2),
  bullet: (editor) => setBlockType(editor, 'bullet'),
  paragraph: (editor) => setBlockType(editor, 'paragraph'),
  note: (editor) => insertNote(editor, 'a note'),
  speaker: (editor) => insertSpeaker(editor, 'p1'),
  reference: (editor) => insertCrossRef(editor, 'somewhere'),
  pull: (editor) => insertPullQuote(editor),
  bold: (editor) => toggleMark(editor, 'bold'),
  rowBelow: (editor) => addRow(editor, 'below'),
  columnAfter: (editor) => addColumn(editor, 'after'),
  removeRow: (editor) => removeRow(editor),
  removeColumn: (editor) => removeColumn(editor),
  entry: (editor) => patchEntry(editor, { kind: 'proposal', support: 'some' }),
  voice: (editor) => countVoice(editor, 'against'),
  oppose: (editor) => setOpposite(editor, oppositeCandidates(editor)[0]?.block.id ?? null),
  pasteLines: (editor) => insertPlain(editor, 'one\ntwo\nthree'),
};
