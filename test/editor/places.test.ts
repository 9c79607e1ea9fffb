/** Where a node stands is known without a search, also for those that stayed the same while their section changed. */
import { Editor, Node, Transforms } from 'slate';
import { EDITOR_TO_ON_CHANGE, NODE_TO_INDEX, NODE_TO_PARENT } from 'slate-dom';
import { expect, it } from 'vitest';
import { isBlock, typeOf } from '../../renderer/draft/editor/nodes.ts';
import { withPlaces } from '../../renderer/draft/editor/with-places.ts';
import { editorOf, sampleOf, templateOf } from './world.ts';

it('[EDI-40] after a change, every block knows its section as it is now, and its place in it', async () => {
  const editor = withPlaces(editorOf(sampleOf('dialogues').body, templateOf('dialogues')));
  const blocks = () => [...Node.elements(editor)].filter(([node]) => isBlock(node));
  Transforms.insertText(editor, 'Before. ', { at: Editor.start(editor, [0]) });
  await Promise.resolve();
  // A tree that knows its parents before it is drawn would be drawn as a copy, which nothing else knows.
  expect(blocks().some(([node]) => NODE_TO_PARENT.has(node))).toBe(false);
  EDITOR_TO_ON_CHANGE.set(editor, () => undefined);
  for (const [, path] of [blocks()[3], blocks().at(-1)].flatMap((one) => (one === undefined ? [] : [one]))) {
    Transforms.insertText(editor, 'More. ', { at: Editor.start(editor, path) });
    await Promise.resolve();
  }
  for (const [node, path] of blocks()) {
    expect(NODE_TO_PARENT.get(node)).toBe(Node.parent(editor, path));
    expect(NODE_TO_INDEX.get(node)).toBe(path.at(-1));
  }
});

it('[EDI-41] what is typed on a speaker goes on behind the speaker; on a fixed text nothing is typed', () => {
  const editor = editorOf(sampleOf('dialogues').body, templateOf('dialogues'));
  const at = (type: string) => [...Node.elements(editor)].find(([node]) => typeOf(node) === type)?.[1] ?? [];
  const speaker = at('speaker');
  const behind = Node.string(Node.get(editor, [...speaker.slice(0, -1), (speaker.at(-1) ?? 0) + 1]));
  Transforms.select(editor, Editor.start(editor, speaker));
  editor.insertText('X');
  editor.insertText('Y');
  expect(Node.string(Node.get(editor, [...speaker.slice(0, -1), (speaker.at(-1) ?? 0) + 1]))).toBe(`XY${behind}`);
  const before = JSON.stringify(editor.children);
  Transforms.select(editor, Editor.start(editor, at('fixed-text')));
  editor.insertText('X');
  expect(JSON.stringify(editor.children)).toBe(before);
});
