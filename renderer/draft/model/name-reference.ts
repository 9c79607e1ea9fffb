/** A typed name that stands in the register becomes a reference to its person: what the guard cannot word, the rule can. */
import { Editor, type Path, Transforms } from 'slate';
import type { Finding } from '../../../shared/guard/finding.ts';
import type { Person } from '../../../shared/people/person.ts';
import { wordMentions } from '../../../shared/people/wording.ts';
import { findingRange } from './replace.ts';
import type { DraftSession } from './session.ts';

export interface NameReference {
  readonly person: Person;
  /** The typed words that go: the name with the office before it, as far as they stand there. */
  readonly at: { readonly path: Path; readonly start: number; readonly end: number };
  readonly words: string;
  /** How the rule will word the person there, as far as one mention alone can tell. */
  readonly worded: string;
}

/** Forms in which a person may be typed, longest first. */
function formsOf(person: Person): string[] {
  const parts = person.name.split(/\s+/).filter((part) => part.length > 1);
  const surname = parts.at(-1) ?? '';
  const offices = [person.role ?? '', ...(person.role?.split(/,| of | and /) ?? []), 'Mr', 'Ms', 'Mrs', 'Dr']
    .map((office) => office.trim())
    .filter((office) => office !== '');
  const names = [person.name, surname, ...(person.aliases ?? [])].filter((name) => name !== '');
  const titled = offices.flatMap((office) => names.map((name) => `${office} ${name}`));
  return [...titled, ...names, ...parts].sort((a, b) => b.length - a.length);
}

/** The person that a finding's words name, and how far their typed form reaches; null where nobody of the register is named there. */
export function nameReference(draft: DraftSession, finding: Finding): NameReference | null {
  const range = findingRange(draft, finding);
  if (!range || finding.replacement !== null) return null;
  const [start, end] = Editor.edges(draft.editor, range);
  if (start.path.join() !== end.path.join()) return null;
  const [leaf] = Editor.leaf(draft.editor, start.path);
  for (const person of draft.parts.get().people) {
    for (const form of formsOf(person)) {
      for (let at = leaf.text.indexOf(form); at >= 0; at = leaf.text.indexOf(form, at + 1)) {
        if (at <= start.offset && at + form.length >= end.offset)
          return { person, at: { path: start.path, start: at, end: at + form.length }, words: form, worded: wordedAlone(draft, person) };
      }
    }
  }
  return null;
}

function wordedAlone(draft: DraftSession, person: Person): string {
  const { people, rule, k, language } = draft.parts.get();
  const mention = { person: person.id, rule, consent: null, sentenceStart: true, form: 'inline' as const, scope: '', block: '' };
  return wordMentions([mention], people, { k, language })[0]?.text ?? '';
}

/** Puts the reference where the typed name stood, as one step of undo. */
export function insertReference(draft: DraftSession, { person, at }: NameReference): void {
  const { editor } = draft;
  const range = { anchor: { path: at.path, offset: at.start }, focus: { path: at.path, offset: at.end } };
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at: range });
    Transforms.insertNodes(editor, { type: 'speaker', person: person.id, children: [{ text: '' }] }, { at: { path: at.path, offset: at.start } });
  });
}
