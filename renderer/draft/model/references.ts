/** From the register into the text: the caret goes onto the speaker itself, where consent for the statement is set. */
import { Editor, Node } from 'slate';
import { findById, typeOf } from '../editor/nodes.ts';
import type { Reference } from './people.ts';
import type { DraftSession } from './session.ts';

/** How long Slate may wait with the focus after a change of the selection, ms. */
const settled = 30;

/** Shows the statement and puts the caret onto its speaker. @returns false where the statement is gone */
export async function goToReference(draft: DraftSession, { block, nth }: Pick<Reference, 'block' | 'nth'>): Promise<boolean> {
  if (!draft.goTo(block.id, { centre: true })) return false;
  await new Promise((resolve) => setTimeout(resolve, settled));
  const found = findById(draft.editor, block.id);
  if (!found) return false;
  const speakers = [...Node.descendants(found[0] as never)].filter(([node]) => typeOf(node) === 'speaker');
  const path = nth === null ? undefined : speakers[nth]?.[1];
  if (path) draft.editor.select(Editor.start(draft.editor, [...found[1], ...path]));
  return true;
}
