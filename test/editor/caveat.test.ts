/** A caveat of the template goes only with a reason; the guard then holds its peace, and says it again when the reason is taken back. */
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { structureOf } from '../../electron/core/examine.ts';
import { fixedTextOf, removeFixedText } from '../../renderer/draft/editor/fixed-text-commands.ts';
import { currentBlock } from '../../renderer/draft/editor/nodes.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf } from '../../shared/document/text.ts';
import { caveatOverride } from '../../shared/template/fixed-text.ts';
import { library } from '../library.ts';
import { bodyOf, editorOf, forms, sampleOf, templateOf } from './world.ts';

/** Caveats that stand in the body of a sample, by form. */
const cases = forms.flatMap((form) => {
  const editor = editorOf(sampleOf(form).body, templateOf(form));
  const fixed = [...blocksOf(sampleOf(form).body)].flatMap(({ block }) => (block.type === 'fixed-text' ? [block.id] : []));
  return fixed.flatMap((id) => (fixedTextOf(editor, id)?.caveat === true ? [[form, id] as const] : []));
});
const missing = (draft: Draft) => structureOf(draft, library).caveats.filter((one) => !one.present);

describe('caveats', () => {
  it('[CVT-1] the samples carry some', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('[CVT-2] %s %s: left out it is missing, with a reason it is told why, and undo brings it back', (form, id) => {
    const draft = sampleOf(form);
    const editor = editorOf(draft.body, templateOf(form));
    const found = fixedTextOf(editor, id);
    if (found === null) throw new Error('not in the sample');
    Transforms.select(editor, Editor.start(editor, found.path));
    const before = bodyOf(editor);
    const already = missing({ ...draft, body: before }).length;
    expect(removeFixedText(editor, id)).toBe(true);
    expect(fixedTextOf(editor, id)).toBeNull();
    expect(currentBlock(editor)).not.toBeNull();
    const body = bodyOf(editor);
    const gone = missing({ ...draft, body });
    expect(gone.length).toBe(already + 1);
    const reasons = missing({ ...draft, body, overrides: [{ id: caveatOverride(found.text), reason: 'The host asked for a version without it.' }] });
    expect(reasons.filter((one) => one.reason === undefined).length).toBe(already);
    editor.undo();
    expect(bodyOf(editor)).toEqual(before);
  });
});
