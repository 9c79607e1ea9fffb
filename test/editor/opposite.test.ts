/** Opposite positions: chosen by hand, seen from both sides, one step of undo, gone with either side. */
import { Editor, type Path, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { changeType } from '../../renderer/draft/editor/block-commands.ts';
import { findById } from '../../renderer/draft/editor/nodes.ts';
import { oppositeCandidates, setOpposite } from '../../renderer/draft/editor/opposite-commands.ts';
import { withNewIds } from '../../renderer/draft/editor/with-ids.ts';
import { blocksOf, type Placed, plain } from '../../shared/document/text.ts';
import type { Body } from '../../shared/document/tree.ts';
import { type Opposites, oppositesOf } from '../../shared/entry/opposites.ts';
import { sectionDef } from '../../shared/template/sections.ts';
import { bodyOf, editorOf, sampleOf, templateOf } from './world.ts';

const sample = sampleOf('dialogues');
const template = templateOf('dialogues');
const pairs = (body: Body): Opposites => oppositesOf([...blocksOf(body)].map(({ block }) => block));
/** Bullets of the sample that are entries and have no opposite. */
const entries = (body: Body): Placed[] =>
  [...blocksOf(body)].filter(({ block, sections }) => {
    const kind = block.entry?.kind === undefined ? sectionDef(template, sections)?.entries[block.type] : block.entry.kind;
    return block.type === 'bullet' && kind != null && !pairs(body).of.has(block.id);
  });
const free = (body: Body): string[] => entries(body).map(({ block }) => block.id);
const open = (): { editor: Editor; ids: readonly string[] } => ({ editor: editorOf(sample.body, template), ids: free(sample.body) });

function pathOf(editor: Editor, id: string): Path {
  const found = findById(editor, id);
  if (found === null) throw new Error(`no ${id}`);
  return found[1];
}
function pair(editor: Editor, one: string, other: string | null): boolean {
  Transforms.select(editor, Editor.start(editor, pathOf(editor, one)));
  return setOpposite(editor, other);
}
const entryOf = (editor: Editor, id: string) => [...blocksOf(bodyOf(editor))].find(({ block }) => block.id === id)?.block.entry;

describe('choosing the opposite', () => {
  it('[OPP-1] both sides name each other, what else the entries say stays, and undo takes it back in one step', () => {
    const { editor, ids } = open();
    const [a = '', b = ''] = ids;
    const before = bodyOf(editor);
    expect(pair(editor, a, b)).toBe(true);
    expect([entryOf(editor, a)?.opposite, entryOf(editor, b)?.opposite]).toEqual([b, a]);
    const themes = [...blocksOf(before)].find(({ block }) => block.id === a)?.block.entry?.themes;
    expect(entryOf(editor, a)?.themes).toEqual(themes);
    editor.undo();
    expect(bodyOf(editor)).toEqual(before);
  });

  it('[OPP-2] a position has one opposite: choosing another frees the ones before, on both sides', () => {
    const { editor, ids } = open();
    const [a = '', b = '', c = '', d = ''] = ids;
    pair(editor, a, b);
    pair(editor, c, d);
    pair(editor, a, c);
    const { of } = pairs(bodyOf(editor));
    expect([of.get(a), of.get(c), of.has(b), of.has(d)]).toEqual([[c], [a], false, false]);
    expect(entryOf(editor, b)).toEqual([...blocksOf(sample.body)].find(({ block }) => block.id === b)?.block.entry);
  });

  it('[OPP-3] a pair that only one side names is taken off from the other side too', () => {
    const { editor } = open();
    const [[one = '', [other = ''] = []] = []] = [...pairs(sample.body).of];
    expect(pair(editor, other, null)).toBe(true);
    expect([entryOf(editor, one)?.opposite, entryOf(editor, other)?.opposite]).toEqual([undefined, undefined]);
  });

  it('[OPP-4] not itself, not a title, not what is gone', () => {
    const { editor, ids } = open();
    const [a = ''] = ids;
    const title = [...blocksOf(sample.body)].find(({ block }) => block.type === 'heading')?.block.id ?? '';
    const before = bodyOf(editor);
    expect([pair(editor, a, a), pair(editor, a, title), pair(editor, a, 'nowhere'), pair(editor, title, a)]).toEqual([false, false, false, false]);
    expect(bodyOf(editor)).toEqual(before);
  });

  it('[OPP-5] the list holds every entry but this one, those of the same part first', () => {
    const { editor, ids } = open();
    const at = ids.at(-1) ?? '';
    Transforms.select(editor, Editor.start(editor, pathOf(editor, at)));
    const found = oppositeCandidates(editor);
    const around = [...blocksOf(sample.body)].find(({ block }) => block.id === at)?.sections.map(({ id }) => id) ?? [];
    expect(found.length).toBeGreaterThan(20);
    expect(found.map(({ block }) => block.id)).not.toContain(at);
    expect(found.every(({ block }) => plain(block).trim() !== '')).toBe(true);
    expect(found[0]?.sections).toEqual(around);
    const own = found.map(({ sections }) => sections[0] === around[0]);
    expect(own.indexOf(false)).toBe(own.lastIndexOf(true) + 1);
  });
});

describe('a side that goes', () => {
  const removals: Readonly<Record<string, (editor: Editor, id: string) => void>> = {
    'its block is removed': (editor, id) => Transforms.removeNodes(editor, { at: pathOf(editor, id) }),
    'its section is removed': (editor, id) => Transforms.removeNodes(editor, { at: pathOf(editor, id).slice(0, 1) }),
    'it is joined to the paragraph before it': (editor, id) => {
      Transforms.select(editor, Editor.start(editor, pathOf(editor, id)));
      editor.deleteBackward('character');
    },
    'it goes with a selection': (editor, id) => {
      const path = pathOf(editor, id);
      const [last] = path.slice(-1);
      Transforms.select(editor, {
        anchor: Editor.end(editor, [...path.slice(0, -1), (last ?? 1) - 1]),
        focus: Editor.end(editor, path),
      });
      editor.deleteFragment();
    },
  };
  it.each(Object.entries(removals))('[OPP-6] %s: the other is free, and undo brings the pair back', async (_, remove) => {
    const { editor } = open();
    const bullets = entries(sample.body);
    const a = bullets[0]?.block.id ?? '';
    // In another dialogue than its opposite, behind another bullet of its own section.
    const b = bullets.findLast(({ sections }, at) => sections.at(-1) === bullets[at - 1]?.sections.at(-1))?.block.id ?? '';
    pair(editor, a, b);
    const paired = bodyOf(editor);
    await Promise.resolve(); // Slate ends a step with the turn of the loop.
    remove(editor, b);
    expect(findById(editor, b)).toBeNull();
    expect(entryOf(editor, a)?.opposite).toBeUndefined();
    expect([...pairs(bodyOf(editor)).lost]).toEqual([]);
    const after = bodyOf(editor);
    editor.undo();
    expect(bodyOf(editor)).toEqual(paired);
    editor.redo();
    expect(bodyOf(editor)).toEqual(after);
  });

  it('[OPP-7] moved or made another kind of paragraph, it stays paired', () => {
    const { editor, ids } = open();
    const [a = '', b = ''] = ids;
    pair(editor, a, b);
    const path = pathOf(editor, b);
    Transforms.moveNodes(editor, { at: path, to: [...path.slice(0, -1), 1] });
    changeType(editor, pathOf(editor, b), 'paragraph');
    expect(pairs(bodyOf(editor)).of.get(a)).toEqual([b]);
  });

  it('[OPP-8] what was cut and pasted keeps its opposite; a copy has none of its own', () => {
    const { editor, ids } = open();
    const [a = '', b = ''] = ids;
    pair(editor, a, b);
    const copy = structuredClone(findById(editor, b)?.[0]);
    if (copy === undefined) throw new Error(b);
    const at = pathOf(editor, a);
    Transforms.select(editor, Editor.end(editor, at));
    const [copied] = withNewIds([copy], editor.newId);
    expect(copied).toMatchObject({ entry: expect.not.objectContaining({ opposite: a }) });
    Transforms.removeNodes(editor, { at: pathOf(editor, b) });
    Transforms.select(editor, Editor.end(editor, pathOf(editor, a)));
    editor.insertBreak();
    editor.insertFragment([copy]);
    const { of, lost } = pairs(bodyOf(editor));
    expect(of.get(a)).toHaveLength(1);
    expect([...lost]).toEqual([]);
  });

  it('[OPP-9] a file that names a block which is gone opens as it is, says so, and the pair can be taken off', () => {
    const [a = ''] = free(sample.body);
    const broken = structuredClone(sample.body);
    for (const { block } of blocksOf(broken)) if (block.id === a) block.entry = { ...block.entry, opposite: 'gone' };
    const editor = editorOf(broken, template);
    expect([...pairs(bodyOf(editor)).lost]).toEqual([a]);
    expect(pair(editor, a, null)).toBe(true);
    expect([...pairs(bodyOf(editor)).lost]).toEqual([]);
  });
});
