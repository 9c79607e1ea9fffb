/** Consent that a speaker gave for one statement: it loosens the rule there only. */
import { Editor, Node, Path, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Block, Speaker } from '../../../shared/document/tree.ts';
import { currentBlock, typeOf } from './nodes.ts';

export type StatementConsent = 'affiliation' | 'named';
export const statementConsents: readonly StatementConsent[] = ['affiliation', 'named'];

export interface Statement {
  readonly path: Path;
  readonly person: string;
  readonly consent: StatementConsent | null;
  /** The speaker opens an intervention; else stands in the running text. */
  readonly lead: boolean;
}

const isSpeaker = (node: Node): node is Speaker => typeOf(node) === 'speaker';

/** The speaker that the caret is on; without one, the speaker of the intervention that the caret is in. */
export function statementAt(editor: Editor): Statement | null {
  const path = speakerPath(editor);
  if (path !== null) {
    const node = Node.get(editor, path);
    if (isSpeaker(node)) return { path, person: node.person, consent: node.consent ?? null, lead: false };
  }
  const [block, at] = currentBlock(editor) ?? [];
  if (block?.type !== 'intervention' || block.person === undefined || at === undefined) return null;
  return { path: at, person: block.person, consent: block.consent ?? null, lead: true };
}

/** Whether the caret is on a speaker itself, not beside it. */
export function onSpeaker(editor: Editor): boolean {
  return editor.selection !== null && isSpeaker(Node.parent(editor, editor.selection.anchor.path));
}

/** The speaker at the caret, or the one just before it: there the caret stands after inserting one. */
function speakerPath(editor: Editor): Path | null {
  const { selection } = editor;
  if (selection === null || !Editor.hasPath(editor, selection.anchor.path)) return null;
  const { path, offset } = selection.anchor;
  if (onSpeaker(editor)) return Path.parent(path);
  if (!Range.isCollapsed(selection) || offset > 0 || !Path.hasPrevious(path)) return null;
  const before = Path.previous(path);
  return isSpeaker(Node.get(editor, before)) ? before : null;
}

/** Sets what the speaker agreed to for the statement at the caret; null: as the rule says. One step of undo.
 *  @returns false where no speaker is */
export function setConsent(editor: Editor, consent: StatementConsent | null): boolean {
  const found = statementAt(editor);
  if (found === null) return false;
  HistoryEditor.withNewBatch(editor, () => {
    if (consent === null) Transforms.unsetNodes(editor, 'consent' as never, { at: found.path });
    else Transforms.setNodes(editor, { consent } as never, { at: found.path });
  });
  return true;
}

/** Every consent for a statement inside a block, in the order of the text. */
export function consentsIn(block: Block): { readonly person: string; readonly consent: StatementConsent }[] {
  const lead =
    block.type === 'intervention' && block.person !== undefined && block.consent !== undefined ? [{ person: block.person, consent: block.consent }] : [];
  const inline = [...Node.descendants(block as never)].flatMap(([node]) =>
    isSpeaker(node) && node.consent !== undefined ? [{ person: node.person, consent: node.consent }] : [],
  );
  return [...lead, ...inline];
}
