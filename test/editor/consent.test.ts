/** Consent for one statement: on the speaker at the caret, in one step of undo, and nowhere else. */
import { Editor, Node, type Path, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { consentsIn, onSpeaker, setConsent, statementAt } from '../../renderer/draft/editor/consent-commands.ts';
import { blockAt, ruleAround, typeOf } from '../../renderer/draft/editor/nodes.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { publish } from '../../shared/publication/publish.ts';
import { library } from '../library.ts';
import { bodyOf, editorOf, sampleOf, templateOf } from './world.ts';

const draft: Draft = { ...sampleOf('dialogues'), rule: 'chatham-house' };
const open = () => editorOf(draft.body, templateOf('dialogues'));

function firstOf(editor: Editor, type: string): Path {
  const [found] = Editor.nodes(editor, { at: [], voids: true, match: (node) => typeOf(node) === type });
  if (found === undefined) throw new Error(`no ${type} in the sample`);
  return found[1];
}

function issued(editor: Editor): string[] {
  const published = publish({ ...draft, body: bodyOf(editor) }, library);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return published.value.publication.body.map((block) => JSON.stringify(block));
}

/** The intervention's speaker, made from the first bullet or paragraph of the sample. */
function withIntervention(): { editor: Editor; path: Path; person: string } {
  const person = draft.people[0]?.id ?? '';
  const editor = open();
  const path = blockAt(editor, firstOf(editor, 'speaker'))?.[1] ?? [];
  Transforms.setNodes(editor, { type: 'intervention', person } as never, { at: path });
  editor.history = { undos: [], redos: [] };
  return { editor, path, person };
}

describe('consent for a statement', () => {
  it('[CNS-1] on a speaker: its words are loosened, and undo takes the consent back in one step', () => {
    const editor = open();
    const path = firstOf(editor, 'speaker');
    Transforms.select(editor, Editor.start(editor, path));
    expect(onSpeaker(editor)).toBe(true);
    const before = issued(editor);
    const whole = bodyOf(editor);
    expect(setConsent(editor, 'affiliation')).toBe(true);
    expect(statementAt(editor)).toMatchObject({ consent: 'affiliation', lead: false });
    const after = issued(editor);
    expect(after).not.toEqual(before);
    editor.undo();
    expect(bodyOf(editor)).toEqual(whole);
    expect(issued(editor)).toEqual(before);
  });

  it('[CNS-2] named: the name stands in that block only; "as the rule says" takes it out again', () => {
    const editor = open();
    const path = firstOf(editor, 'speaker');
    const speaker = Node.get(editor, path) as unknown as { person: string };
    const name = draft.people.find(({ id }) => id === speaker.person)?.name ?? '';
    expect(name).not.toBe('');
    const without = issued(editor).filter((block) => block.includes(name)).length;
    Transforms.select(editor, Editor.start(editor, path));
    setConsent(editor, 'named');
    expect(issued(editor).filter((block) => block.includes(name)).length).toBe(without + 1);
    const block = blockAt(editor, path)?.[0];
    expect(block && consentsIn(block)).toEqual([{ person: speaker.person, consent: 'named' }]);
    setConsent(editor, null);
    expect(bodyOf(editor)).toEqual(bodyOf(open()));
  });

  it('[CNS-3] just behind a speaker the caret still means it; Enter there breaks the line', () => {
    const editor = open();
    const path = firstOf(editor, 'speaker');
    Transforms.select(editor, { path: [...path.slice(0, -1), (path.at(-1) ?? 0) + 1], offset: 0 });
    expect(onSpeaker(editor)).toBe(false);
    expect(statementAt(editor)).toMatchObject({ path, lead: false });
  });

  it('[CNS-4] elsewhere in an intervention its own speaker is meant; in a block without one, nobody', () => {
    const { editor, path, person } = withIntervention();
    Transforms.select(editor, Editor.end(editor, path));
    expect(statementAt(editor)).toMatchObject({ path, person, lead: true });
    expect(setConsent(editor, 'affiliation')).toBe(true);
    expect(Node.get(editor, path)).toMatchObject({ person, consent: 'affiliation' });
    editor.undo();
    expect(Node.get(editor, path)).not.toHaveProperty('consent');
    const heading = firstOf(editor, 'heading');
    Transforms.select(editor, Editor.start(editor, heading));
    expect(statementAt(editor)).toBeNull();
    expect(setConsent(editor, 'named')).toBe(false);
  });
});

describe('the rule around a place', () => {
  it('[CNS-5] is the draft’s, or a section’s where that is stricter, never looser', () => {
    const editor = open();
    const path = firstOf(editor, 'speaker');
    const rules = () => (['named', 'chatham-house', 'unattributed'] as const).map((rule) => ruleAround(editor, path, rule));
    expect(rules()).toEqual(['named', 'chatham-house', 'unattributed']);
    Transforms.setNodes(editor, { rule: 'chatham-house' } as never, { at: path.slice(0, 1) });
    expect(rules()).toEqual(['chatham-house', 'chatham-house', 'unattributed']);
    expect(ruleAround(editor, null, 'named')).toBe('named');
  });
});
