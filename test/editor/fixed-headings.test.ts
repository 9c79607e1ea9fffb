/** Headings that the form fixes: not typed over, renamed on purpose, in the draft's language. */
import { Editor, type Path, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { createRapporteurEditor } from '../../renderer/draft/editor/create-editor.ts';
import { fixedHeadingAt, headingToRename, renameHeading, retitle } from '../../renderer/draft/editor/fixed-headings.ts';
import { insertCrossRef, insertNote, insertSpeaker } from '../../renderer/draft/editor/inline-commands.ts';
import { isTitle } from '../../renderer/draft/editor/nodes.ts';
import { toEditor } from '../../renderer/draft/editor/seam.ts';
import { addableSections, addSection } from '../../renderer/draft/editor/section-commands.ts';
import { insertBlocks, insertPlain } from '../../renderer/draft/editor/with-paste.ts';
import { plain, sectionsOf, sectionTitle } from '../../shared/document/text.ts';
import type { Block, Body } from '../../shared/document/tree.ts';
import { sectionStates } from '../../shared/template/completeness.ts';
import { bodyOf, editorOf, forms, sampleOf, templateOf, typed } from './world.ts';

const sample = sampleOf('dialogues');
const template = templateOf('dialogues');
const open = (body: Body = sample.body): Editor => editorOf(body, template);

/** Paths of the titles in the order of the text. */
const titles = (editor: Editor): Path[] => [...Editor.nodes(editor, { at: [], match: isTitle })].map(([, path]) => path);
const fixed = (editor: Editor): Path => titles(editor).find((path) => fixedHeadingAt(editor, path) !== null) ?? [];
const free = (editor: Editor): Path => titles(editor).find((path) => fixedHeadingAt(editor, path) === null) ?? [];
const idAt = (editor: Editor, path: Path): string => (Editor.node(editor, path)[0] as Block).id;
const wordsOf = (body: Body): string[] => [...sectionsOf(body)].map(sectionTitle);

describe('typing at a heading', () => {
  const attempts: Readonly<Record<string, (editor: Editor) => void>> = {
    'a letter': (editor) => editor.insertText('x'),
    'a line break': (editor) => editor.insertSoftBreak(),
    'the key backwards': (editor) => editor.deleteBackward('character'),
    'the key forwards': (editor) => editor.deleteForward('word'),
    'a letter over a selected word': (editor) => {
      const { path, offset } = (editor.selection ?? { anchor: { path: [], offset: 0 } }).anchor;
      Transforms.select(editor, { anchor: { path, offset: offset - 1 }, focus: { path, offset } });
      editor.insertText('x');
    },
    'a speaker': (editor) => void insertSpeaker(editor, sample.people[0]?.id ?? ''),
    'a reference': (editor) => void insertCrossRef(editor, 'd1c1'),
  };
  it.each(Object.entries(attempts))('[HDG-1] %s changes nothing where the form fixes it, and letters are answered', (name, attempt) => {
    const editor = open();
    let told = 0;
    editor.onRefused = () => {
      told += 1;
    };
    const before = bodyOf(editor);
    const end = Editor.end(editor, fixed(editor));
    Transforms.select(editor, { ...end, offset: end.offset - 2 });
    attempt(editor);
    expect(bodyOf(editor)).toEqual(before);
    expect(told).toBe(name.startsWith('a speaker') || name.startsWith('a reference') ? 0 : 1);
  });

  it('[HDG-2] a heading that is the writer’s own is typed into as before', () => {
    const editor = open();
    Transforms.select(editor, Editor.end(editor, free(editor)));
    editor.insertText(' indeed');
    expect(plain(Editor.node(editor, free(editor))[0] as Block)).toMatch(/ indeed$/);
  });

  it('[HDG-3] a selection that begins in it is replaced behind it: the words typed are there, the heading too', () => {
    const editor = open();
    const path = fixed(editor);
    const words = plain(Editor.node(editor, path)[0] as Block);
    const after = Editor.after(editor, Editor.end(editor, path), { unit: 'word', distance: 3 });
    Transforms.select(editor, { anchor: Editor.start(editor, path), focus: after ?? Editor.end(editor, path) });
    editor.insertText('Begun anew');
    expect(plain(Editor.node(editor, path)[0] as Block)).toBe(words);
    expect(typed(editor.children)).toContain('Begun anew');
  });

  it.each([
    ['one line', (editor: Editor) => insertPlain(editor, 'One pasted line')],
    ['a block', (editor: Editor) => insertBlocks(editor, [{ type: 'paragraph', id: 'x', children: [{ text: 'One pasted line' }] }])],
  ])('[HDG-4] %s pasted on it stands in a paragraph under it', (_, paste) => {
    const editor = open();
    const path = fixed(editor);
    const words = plain(Editor.node(editor, path)[0] as Block);
    Transforms.select(editor, Editor.end(editor, path));
    paste(editor);
    expect(plain(Editor.node(editor, path)[0] as Block)).toBe(words);
    expect(plain(Editor.node(editor, [...path.slice(0, -1), 1])[0] as Block)).toBe('One pasted line');
  });

  it('[HDG-5] a note in it is written and taken away as anywhere', () => {
    const editor = open();
    const before = typed(editor.children);
    Transforms.select(editor, Editor.end(editor, fixed(editor)));
    expect(insertNote(editor)).toBe(true);
    editor.insertText('Agreed.');
    expect(typed(editor.children)).toContain('Agreed.');
    for (let n = 0; n < 8; n += 1) editor.deleteBackward('character');
    expect(typed(editor.children)).toBe(before);
  });
});

describe('renaming', () => {
  it('[HDG-6] one step of undo; the section is still known, by its place in the form', () => {
    const editor = open();
    const before = bodyOf(editor);
    Transforms.select(editor, Editor.end(editor, [0, 1]));
    const heading = headingToRename(editor);
    expect(renameHeading(editor, heading?.block.id ?? '', ' About  this report ')).toBe(true);
    expect(wordsOf(bodyOf(editor))[0]).toBe('About this report');
    expect(fixedHeadingAt(editor, heading?.path ?? [])?.isForm).toBe(false);
    const states = (body: Body) => sectionStates({ body }, template).map(({ section, fullness }) => [section, fullness]);
    expect(states(bodyOf(editor))).toEqual(states(before));
    editor.undo();
    expect(bodyOf(editor)).toEqual(before);
  });

  it('[HDG-7] nothing typed gives the form’s words back, and a heading left blank by a file has them when it opens', () => {
    const editor = open();
    const id = idAt(editor, fixed(editor));
    renameHeading(editor, id, 'Elsewhere');
    expect(renameHeading(editor, id, '  ')).toBe(true);
    expect(bodyOf(editor)).toEqual(sample.body);
    const blank = structuredClone(sample.body);
    const first = blank[0]?.children[0] as Block;
    first.children = [{ text: '' }] as never;
    expect(bodyOf(open(blank))).toEqual(sample.body);
  });

  it('[HDG-8] F2 takes the nearest heading of the form, over headings that are the writer’s own', () => {
    const editor = open();
    Transforms.select(editor, Editor.end(editor, free(editor)));
    expect(headingToRename(editor)).toBeNull();
    const inner = titles(editor).find((path) => path.length === 3 && fixedHeadingAt(editor, path) !== null) ?? [];
    Transforms.select(editor, Editor.end(editor, [...inner.slice(0, -1), 1]));
    expect(headingToRename(editor)?.path).toEqual(inner);
  });
});

describe('the draft’s language', () => {
  it('[HDG-9] headings of the form follow it, renamed ones and the writer’s own stay, and undo takes it back', () => {
    const editor = open();
    let language = 'en-GB';
    Object.assign(editor, { language: () => language });
    const [first = [], second = []] = titles(editor).filter((path) => fixedHeadingAt(editor, path) !== null);
    renameHeading(editor, idAt(editor, second), 'What was asked');
    const english = wordsOf(bodyOf(editor));
    language = 'fr';
    expect(retitle(editor)).toBeGreaterThan(5);
    const french = wordsOf(bodyOf(editor));
    expect(french).toContain('Conclusions principales');
    expect(french).not.toContain('Key conclusions');
    expect(french).toContain('What was asked');
    expect(plain(Editor.node(editor, first)[0] as Block)).toBe('Introduction');
    expect(sectionStates({ body: bodyOf(editor) }, template).map(({ fullness }) => fullness)).toEqual(
      sectionStates({ body: sample.body }, template).map(({ fullness }) => fullness),
    );
    language = 'en-GB';
    retitle(editor);
    expect(wordsOf(bodyOf(editor))).toEqual(english);
  });

  it.each(forms)('[HDG-10] %s: every heading that the form fixes is there in French and Spanish', (form) => {
    const made = (language: string): string[] => {
      const its = templateOf(form);
      let count = 0;
      const editor = createRapporteurEditor({ template: its, newId: (prefix) => `${prefix}${++count}`, language: () => language });
      editor.children = toEditor(sampleOf(form).body);
      for (const addable of addableSections(editor, [])) if (addable.def.heading === 'fixed') addSection(editor, addable);
      retitle(editor);
      return titles(editor).flatMap((path) => {
        const found = fixedHeadingAt(editor, path);
        return found === null ? [] : [`${found.def.id}: ${plain(found.block)} ${Object.keys(found.def.titles ?? {}).join(' ')}`];
      });
    };
    const french = made('fr');
    expect(french.length).toBeGreaterThan(1);
    expect(french.filter((line) => !line.endsWith('fr es'))).toEqual([]);
    expect(made('es')).not.toEqual(french);
  });
});
