/** Structure moves: each folder of fixtures is a body with a caret, some steps, and the body they give. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Path, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { insertBlocks } from '../../renderer/draft/editor/with-paste.ts';
import type { Body } from '../../shared/document/tree.ts';
import { bodyOf, editorOf, steps, templateOf } from './world.ts';

interface Case {
  readonly why: string;
  readonly form: string;
  /** Path and offset of the anchor; `to` where something is selected. */
  readonly caret: readonly [Path, number];
  readonly to?: readonly [Path, number];
  readonly steps: readonly string[];
  readonly body: Body;
}

const root = new URL('./fixtures/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T;

describe('structure moves', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const { form, caret, to = caret, steps: keys, body } = read<Case>(`${name}/input.json`);
    const editor = editorOf(body, templateOf(form));
    Transforms.select(editor, { anchor: { path: caret[0], offset: caret[1] }, focus: { path: to[0], offset: to[1] } });
    for (const key of keys) steps[key]?.(editor);
    const found = { body: bodyOf(editor), caret: editor.selection && [editor.selection.anchor.path, editor.selection.anchor.offset] };
    if (!existsSync(new URL(`${name}/output.json`, root)) && process.env['WRITE_FIXTURES'])
      writeFileSync(new URL(`${name}/output.json`, root), `${JSON.stringify(found, null, 1)}\n`);
    expect(JSON.parse(JSON.stringify(found))).toEqual(read(`${name}/output.json`));
  });
});

describe('pasted blocks', () => {
  it('[PST-1] one paragraph goes into the running text, more become blocks that the section takes', () => {
    const start: Body = [
      {
        type: 'section',
        id: 's',
        section: 'summary',
        children: [
          { type: 'heading', id: 'h', level: 1, children: [{ text: 'Summary' }] },
          { type: 'paragraph', id: 'p', children: [{ text: 'Before after' }] },
        ],
      },
    ];
    const editor = editorOf(start, templateOf('conference'));
    Transforms.select(editor, { path: [0, 1, 0], offset: 7 });
    insertBlocks(editor, [{ type: 'paragraph', id: 'x', children: [{ text: 'between ', bold: true }] }]);
    expect(bodyOf(editor)[0]?.children[1]).toMatchObject({ children: [{ text: 'Before ' }, { text: 'between ', bold: true }, { text: 'after' }] });
    insertBlocks(editor, [
      { type: 'numbered', id: 'y', children: [{ text: 'one' }] },
      { type: 'heading', id: 'z', level: 1, children: [{ text: 'two' }] },
    ]);
    const types = bodyOf(editor)[0]?.children.map((child) => child.type);
    expect(types).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph', 'paragraph']);
    expect(bodyOf(editor)[0]?.children.at(-1)).toMatchObject({ children: [{ text: 'after' }] });
  });
});
