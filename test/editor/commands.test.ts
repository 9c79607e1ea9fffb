/** Every block that a template names can be written from the list of what may stand there, and by nothing but it. */
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { commandsHere } from '../../renderer/draft/editor/command-table.ts';
import { currentBlock, isTitle } from '../../renderer/draft/editor/nodes.ts';
import { addableSections, addSection, mayRemove, removeSection } from '../../renderer/draft/editor/section-commands.ts';
import { allDefs } from '../../renderer/draft/editor/section-defs.ts';
import { blocksOf } from '../../shared/document/text.ts';
import { instantiate } from '../../shared/template/instantiate.ts';
import { bodyOf, editorOf, forms, templateOf } from './world.ts';

function freshEditor(form: string): Editor {
  const template = templateOf(form);
  let made = 0;
  return editorOf(instantiate(template, () => `i${++made}`).body, template);
}

describe.each(forms)('%s', (form) => {
  const template = templateOf(form);

  it.each(allDefs(template).map(({ def, keys }) => [keys.join(' > '), keys, def.blocks] as const))('[CMD-1] %s takes each of its blocks', (_, keys, blocks) => {
    for (const type of blocks) {
      if (type === 'figure') continue; // asks for a picture first: the screen does that
      const editor = freshEditor(form);
      let parent: number[] = [];
      for (const key of keys) {
        const present = (Editor.node(editor, parent)[0] as { children: { section?: string }[] }).children.findIndex((child) => child.section === key);
        if (present >= 0) parent = [...parent, present];
        else {
          const wanted = addableSections(editor, parent).find(({ def }) => def.id === key);
          expect(wanted).toBeDefined();
          parent = wanted ? addSection(editor, wanted) : parent;
        }
      }
      Transforms.select(editor, Editor.start(editor, parent));
      const command = commandsHere(editor).find((each) => each.type === type);
      expect(command, `${type} in ${keys.join(' > ')}`).toBeDefined();
      const before = [...blocksOf(bodyOf(editor))].filter(({ block }) => block.type === type).length;
      // A section without a heading begins with its usual block: there the caret already stands in one.
      const here = currentBlock(editor)?.[0];
      const already = here?.type === type && !isTitle(here);
      expect(command?.run(editor)).toBe(true);
      expect([...blocksOf(bodyOf(editor))].filter(({ block }) => block.type === type).length).toBe(already ? before : before + 1);
      expect(currentBlock(editor)?.[0].type).toBe(type);
    }
  });

  it('[CMD-2] a required section stays, an optional one goes and comes back by undo', async () => {
    const editor = freshEditor(form);
    for (const [index, section] of [...editor.children.entries()].reverse()) {
      const def = template.sections.find((each) => 'section' in section && each.id === section.section);
      expect(mayRemove(editor, [index])).toBe(def?.required !== true);
    }
    const optional = addableSections(editor, []).find(({ def }) => !def.required);
    if (!optional) return;
    const before = bodyOf(editor);
    const at = addSection(editor, optional);
    expect(bodyOf(editor).length).toBe(before.length + 1);
    // Slate joins what happens within one turn into one step of undo.
    await Promise.resolve();
    expect(removeSection(editor, at)).toBe(true);
    expect(bodyOf(editor)).toEqual(before);
    await Promise.resolve();
    editor.undo();
    expect(bodyOf(editor).length).toBe(before.length + 1);
  });
});
