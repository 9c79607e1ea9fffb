/** Choosing a picture: the host grants the bytes, the core cleans them, the page holds the result and asks for its words. */
import { sentence } from '../../../shared/contract/errors.ts';
import { client } from '../../client.ts';
import { insertBlock } from '../editor/insert-block.ts';
import { makeTextBlock } from '../editor/make.ts';
import type { DraftSession } from '../model/session.ts';
import { choosePictureFile } from './choose-image.ts';

/** Inserts a figure at the caret. @returns the sentence to say where it failed, else null (also when nobody chose) */
export async function insertFigure(draft: DraftSession): Promise<string | null> {
  const base64 = await choosePictureFile();
  if (base64 === null) return null;
  const cleaned = await client['draft.addPicture']({ base64 });
  if (!cleaned.ok) return sentence(cleaned.error.code, cleaned.error.detail);
  const id = draft.editor.newId('a');
  const { mime, base64: clean } = cleaned.value;
  draft.change({ assets: { ...draft.parts.get().assets, [id]: { mime, base64: clean, alt: '', credit: '' } } });
  const { id: block, children } = makeTextBlock('paragraph', draft.editor.newId);
  insertBlock(draft.editor, { type: 'figure', id: block, asset: id, children: children as never });
  draft.ask({ kind: 'picture', asset: id });
  return null;
}
