/** Where a node stands is known without a search, also for those that stayed the same while their section changed. */
import { Editor, Node, Transforms } from 'slate';
import { NODE_TO_INDEX, NODE_TO_PARENT } from 'slate-dom';
import { expect, it } from 'vitest';
import { isBlock } from '../../renderer/draft/editor/nodes.ts';
import { withPlaces } from '../../renderer/draft/editor/with-places.ts';
import { editorOf, sampleOf, templateOf } from './world.ts';

it('[EDI-40] after a change, every block knows its section as it is now, and its place in it', async () => {
  const editor = withPlaces(editorOf(sampleOf('dialogues').body, templateOf('dialogues')));
  const blocks = () => [...Node.elements(editor)].filter(([node]) => isBlock(node));
  for (const [, path] of [blocks()[3], blocks().at(-1)].flatMap((one) => (one === undefined ? [] : [one]))) {
    Transforms.insertText(editor, 'More. ', { at: Editor.start(editor, path) });
    await Promise.resolve();
  }
  for (const [node, path] of blocks()) {
    expect(NODE_TO_PARENT.get(node)).toBe(Node.parent(editor, path));
    expect(NODE_TO_INDEX.get(node)).toBe(path.at(-1));
  }
});
