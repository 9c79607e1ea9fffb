/** A typed name that stands in the register becomes a reference to its person: what the guard cannot word, the rule can. */
import { Editor, type Path, Transforms } from 'slate';
import type { Finding } from '../../../shared/guard/finding.ts';
import type { Person } from '../../../shared/people/person.ts';
import { wordMentions } from '../../../shared/people/wording.ts';
import { ruleAround } from '../editor/nodes.ts';
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

/** The one person that a finding's words name, and how far their typed form reaches; null where nobody of the register is named
 *  there, or two may be meant. A name the guard could word itself becomes a reference all the same: it follows every change of the rule. */
export function nameReference(draft: DraftSession, finding: Finding): NameReference | null {
  if (finding.replacement !== null && finding.check !== names) return null;
  const range = findingRange(draft, finding);
  if (!range) return null;
  const [start, end] = Editor.edges(draft.editor, range);
  if (start.path.join() !== end.path.join()) return null;
  const [leaf] = Editor.leaf(draft.editor, start.path);
  const found = draft.parts.get().people.flatMap((person) => formAround(person, leaf.text, start.offset, end.offset) ?? []);
  const [best, ...others] = found.sort((a, b) => b.form.length - a.form.length);
  if (!best || others.some(({ form }) => form.length === best.form.length)) return null;
  const { person, form, at } = best;
  return { person, at: { path: start.path, start: at, end: at + form.length }, words: form, worded: wordedAlone(draft, person, start.path) };
}

/** Number of the check that finds names. */
const names = 1;

/** The longest form of a person that stands in the text around a range. */
function formAround(person: Person, text: string, start: number, end: number): { person: Person; form: string; at: number } | null {
  for (const form of formsOf(person))
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) if (at <= start && at + form.length >= end) return { person, form, at };
  return null;
}

function wordedAlone(draft: DraftSession, person: Person, path: Path): string {
  const { people, k, language, ...parts } = draft.parts.get();
  const rule = ruleAround(draft.editor, path, parts.rule);
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
