/** One person of the register: code, name, and how the rule will write them; opened, everything that is known. */
import { type KeyboardEvent, memo, useMemo } from 'react';
import type { Person } from '../../../shared/people/person.ts';
import type { RuleId } from '../../../shared/people/rule.ts';
import { wordMentions } from '../../../shared/people/wording.ts';
import text from '../../style/text.module.css';
import { cx } from '../../ui/class-names.ts';
import { focusDrawn } from '../../ui/list-keys.ts';
import { Severity } from '../../ui/severity.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { referencesTo, withPatch } from '../model/people.ts';
import { goToReference } from '../model/references.ts';
import { useDraft } from '../model/session.ts';
import styles from './people-panel.module.css';
import { PersonForm } from './person-form.tsx';
import side from './side.module.css';
import { Statements } from './statements.tsx';
import { people as words } from './strings.ts';

/** What a wording is made from. */
export interface House {
  readonly people: readonly Person[];
  readonly rule: RuleId;
  readonly k: number;
  readonly language: string;
}

export interface PersonRowProps {
  readonly person: Person;
  readonly house: House;
  readonly isOpen: boolean;
  readonly onOpen: (id: string, on: boolean) => void;
  readonly onNext: () => void;
  readonly fault: string | undefined;
  /** Statements with a consent of their own. */
  readonly agreed: number;
}

export const PersonRow = memo(function PersonRow({ person, house, isOpen, onOpen, onNext, fault, agreed }: PersonRowProps) {
  const draft = useDraft();
  const worded = useMemo(() => wordingOf(person.id, house), [person.id, house]);
  const change = (patch: Partial<Person>): void =>
    draft.change({ people: draft.parts.get().people.map((each) => (each.id === person.id ? withPatch(each, patch) : each)) });
  const remove = useRemove(person);
  // Enter ends an entry; in the notes it makes a line, on a list of choices it opens that.
  const onFormKey = (event: KeyboardEvent): void => {
    const ends = event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement);
    if (ends) heard(event, () => onOpen(person.id, false));
  };
  // Ctrl Enter begins the next from anywhere in the entry: heard before a list of choices takes it.
  const onNextKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) heard(event, onNext);
  };
  return (
    <>
      <button
        type="button"
        className={styles.row}
        data-person={person.id}
        aria-expanded={isOpen}
        onClick={() => onOpen(person.id, !isOpen)}
        onKeyDown={(event) => event.key === 'Delete' && remove()}
      >
        <span className={styles.code}>{person.code || '–'}</span>
        <span className={styles.who}>
          <span className={styles.name}>{person.name || words.unnamed}</span>
          <span className={side.sub}>{[person.role, person.affiliation].filter(Boolean).join(', ')}</span>
          {person.consent === 'none' && agreed === 0 ? null : <span className={styles.agreed}>{words.agreed(person.consent, agreed)}</span>}
        </span>
        <span className={styles.written}>
          <span className={text.doc}>{worded?.text ?? ''}</span>
          {worded?.generalised ? <span className={side.sub}>{worded.generalised}</span> : null}
        </span>
      </button>
      {fault && !(isOpen && person.name === '') ? (
        <p className={styles.double}>
          <Severity level="warn">{words.look}</Severity> {fault}
        </p>
      ) : null}
      {isOpen ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields in it, heard in one place
        <div onKeyDown={onFormKey} onKeyDownCapture={onNextKey}>
          <PersonForm person={person} onChange={change} onRemove={remove} />
          <Statements person={person.id} />
          <p className={cx(side.sub, side.keys, styles.formKeys)}>
            <span>
              <kbd>↵</kbd> {words.done}
            </span>
            <span>
              <kbd>Ctrl ↵</kbd> {words.next}
            </span>
          </p>
        </div>
      ) : null}
    </>
  );
});

function heard(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  run();
}

/** Takes the person out of the register, where the text does not refer to them; says so with Undo, or where the text does. */
function useRemove(person: Person): () => void {
  const draft = useDraft();
  const say = useSay();
  return () => {
    const before = draft.parts.get().people;
    const [first, ...more] = referencesTo(draft.body, person.id);
    if (first) {
      say({ text: words.inUse(person.code, more.length + 1), action: { label: words.showFirst, run: () => void goToReference(draft, first) } });
      return;
    }
    const at = before.findIndex((each) => each.id === person.id);
    const near = before[at + 1] ?? before[at - 1];
    // The keys go on at the neighbour, not at the top of the page: before the row goes, as a key pressed meanwhile would be lost.
    if (near) focusDrawn(document.body, `[data-person="${CSS.escape(near.id)}"]`);
    draft.change({ people: before.filter((each) => each.id !== person.id) });
    say({ text: words.removed(person.code), undo: () => draft.change({ people: before }) });
  };
}

function wordingOf(person: string, { people, rule, k, language }: House): ReturnType<typeof wordMentions>[number] | undefined {
  const mention = { person, rule, consent: null, sentenceStart: true, form: 'inline' as const, scope: '', block: '' };
  return wordMentions([mention], people, { k, language })[0];
}
