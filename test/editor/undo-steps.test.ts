/** Undo takes back what a writer would call the last thing typed. */
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { describe, expect, it } from 'vitest';
import { lower } from '../../renderer/draft/editor/block-commands.ts';
import { withUndoSteps } from '../../renderer/draft/editor/with-undo-steps.ts';
import { editorOf, sampleOf, templateOf } from './world.ts';

function writer() {
  let ms = 0;
  const editor = withUndoSteps(withHistory(createEditor()) as Editor, () => ms);
  editor.children = [{ type: 'paragraph', id: 'b-1', children: [{ text: '' }] }];
  Transforms.select(editor, Editor.start(editor, []));
  const type = (words: string): void => {
    for (const letter of words) {
      ms += 50;
      editor.insertText(letter);
    }
  };
  const wait = (by: number): void => {
    ms += by;
  };
  return { editor, type, wait, text: () => Node.string(editor) };
}

describe('steps of undo', () => {
  it('[UND-1] a sentence is a step', () => {
    const { editor, type, text } = writer();
    type('The signs were seen. No one answered.');
    editor.undo();
    expect(text()).toBe('The signs were seen. ');
    editor.undo();
    expect(text()).toBe('');
    editor.redo();
    editor.redo();
    expect(text()).toBe('The signs were seen. No one answered.');
  });

  it('[UND-2] a pause ends a step', () => {
    const { editor, type, wait, text } = writer();
    type('The signs');
    wait(1500);
    type(' were seen');
    editor.undo();
    expect(text()).toBe('The signs');
  });
});

describe('levels', () => {
  it('[STR-9] Tab skips no level: a sub-item goes in only under another', () => {
    const editor = editorOf(sampleOf('conference').body, templateOf('conference'));
    const [first] = Editor.nodes(editor, { at: [], match: (node) => 'type' in node && node.type === 'subitem' && 'level' in node && node.level === 1 });
    if (!first) throw new Error('the sample has no sub-item');
    Transforms.select(editor, Editor.start(editor, first[1]));
    expect(lower(editor, 1)).toBe(false);
  });
});
