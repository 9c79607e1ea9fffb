/** What holds for every draft and every order of keys. */
import fc from 'fast-check';
import { createEditor, Editor, type Operation, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { toBody, toDraftOperation } from '../../renderer/draft/editor/seam.ts';
import { blocksOf, inlinesOf, sectionsOf } from '../../shared/document/text.ts';
import type { Body } from '../../shared/document/tree.ts';
import { oppositesOf } from '../../shared/entry/opposites.ts';
import { bodyOf, editorOf, forms, pointAt, sampleOf, steps, templateOf, typed } from './world.ts';

const bodies = Object.fromEntries(forms.map((form) => [form, { body: sampleOf(form).body, template: templateOf(form) }]));
const walk = fc.record({
  form: fc.constantFrom(...forms),
  moves: fc.array(
    fc.record({
      step: fc.constantFrom(...Object.keys(steps)),
      at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
      to: fc.option(fc.double({ min: 0, max: 0.9999, noNaN: true }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});
type Walk = typeof walk extends fc.Arbitrary<infer W> ? W : never;
/** Walks that once failed. */
const kept: Walk[] = [
  {
    form: 'summary',
    moves: [
      { step: 'enter', at: 0, to: undefined },
      { step: 'type', at: 0, to: 0.17543859649122806 },
      { step: 'type', at: 0, to: undefined },
    ],
  },
];
const runs = process.env['RAPPORTEUR_LONG'] ? 2000 : 60;

/** Takes the walk; gives the editor and every operation it made, as the journal gets them. */
function take({ form, moves }: Walk): { editor: Editor; before: Body; operations: Operation[] } {
  const { body, template } = bodies[form] as (typeof bodies)[string];
  const editor = editorOf(body, template);
  const before = structuredClone(toBody(editor.children));
  const operations: Operation[] = [];
  const { apply } = editor;
  editor.apply = (operation) => {
    apply(operation);
    if (operation.type !== 'set_selection') operations.push(structuredClone(toDraftOperation(operation)));
  };
  for (const { step, at, to } of moves) {
    const anchor = pointAt(editor, at);
    Transforms.select(editor, { anchor, focus: to === undefined ? anchor : pointAt(editor, to) });
    steps[step]?.(editor);
  }
  return { editor, before, operations };
}

function ids(body: Body): string[] {
  const notes = [...blocksOf(body)].flatMap(({ block }) =>
    inlinesOf(block).flatMap((inline) => ('type' in inline && inline.type === 'footnote' ? [inline.id] : [])),
  );
  return [...[...sectionsOf(body)].map((section) => section.id), ...[...blocksOf(body)].map(({ block }) => block.id), ...notes];
}

describe('whatever is typed', () => {
  it('[EDT-1] the draft stays within the schema, with every id once', () =>
    fc.assert(
      fc.property(walk, (each) => {
        const found = ids(bodyOf(take(each).editor));
        expect(found.filter((id, index) => found.indexOf(id) !== index)).toEqual([]);
      }),
      { numRuns: runs },
    ));

  it('[EDT-2] the journal replayed gives the same draft', () =>
    fc.assert(
      fc.property(walk, (each) => {
        const { editor, before, operations } = take(each);
        const replay = createEditor();
        replay.children = before as never;
        for (const operation of JSON.parse(JSON.stringify(operations)) as Operation[]) Transforms.transform(replay, operation);
        expect(JSON.parse(JSON.stringify(replay.children))).toEqual(JSON.parse(JSON.stringify(toBody(editor.children))));
      }),
      { numRuns: runs },
    ));

  it('[EDT-3] undone to the end, it is as it was', () =>
    fc.assert(
      fc.property(walk, (each) => {
        const { editor, before } = take(each);
        while (editor.history.undos.length > 0) editor.undo();
        expect(JSON.parse(JSON.stringify(toBody(editor.children)))).toEqual(JSON.parse(JSON.stringify(before)));
      }),
      { numRuns: runs },
    ));

  it('[EDT-4] normalised twice is normalised once, and loses no character', () =>
    fc.assert(
      fc.property(walk, (each) => {
        const { editor } = take(each);
        const before = structuredClone(editor.children);
        Editor.normalize(editor, { force: true });
        expect(editor.children).toEqual(before);
        expect(typed(editor.children)).toBe(typed(before));
      }),
      { numRuns: runs },
    ));

  it('[EDT-7] no position is left with an opposite that is gone', () =>
    fc.assert(
      fc.property(walk, (each) => {
        const blocks = [...blocksOf(bodyOf(take(each).editor))].map(({ block }) => block);
        expect([...oppositesOf(blocks).lost]).toEqual([]);
      }),
      { numRuns: runs },
    ));

  it('[EDT-5] sections neither merge nor go, whatever is deleted', () =>
    fc.assert(
      fc.property(walk, (each) => {
        const { editor, before } = take(each);
        const sections = (body: Body): string[] => [...sectionsOf(body)].map((section) => section.id);
        expect(sections(toBody(editor.children)).sort()).toEqual(sections(before).sort());
      }),
      { numRuns: runs, examples: kept.map((each): [Walk] => [each]) },
    ));
});

describe('deleting a selection', () => {
  const two = fc.record({
    form: fc.constantFrom(...forms),
    a: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    b: fc.double({ min: 0, max: 0.9999, noNaN: true }),
  });

  it('[EDT-6] takes no character outside it', () =>
    fc.assert(
      fc.property(two, ({ form, a, b }) => {
        const { body, template } = bodies[form] as (typeof bodies)[string];
        const editor = editorOf(body, template);
        const range = { anchor: pointAt(editor, a), focus: pointAt(editor, b) };
        const [start, end] = Editor.edges(editor, range);
        const before = Editor.string(editor, { anchor: Editor.start(editor, []), focus: start });
        const after = Editor.string(editor, { anchor: end, focus: Editor.end(editor, []) });
        Transforms.select(editor, range);
        editor.deleteFragment();
        const left = Editor.string(editor, []);
        expect(left.startsWith(before)).toBe(true);
        expect(left.slice(before.length).endsWith(after)).toBe(true);
      }),
      { numRuns: runs },
    ));
});
