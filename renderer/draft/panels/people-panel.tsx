/** The People panel: the sealed register. It is the only place that shows names; beside each stands how it will be written. */
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Person } from '../../../shared/people/person.ts';
import { type RuleId, ruleTitles } from '../../../shared/people/rule.ts';
import { wordMentions } from '../../../shared/people/wording.ts';
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Severity } from '../../ui/severity.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { duplicates, mentionsOf } from '../model/people.ts';
import { useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import styles from './people-panel.module.css';
import { PersonForm } from './person-form.tsx';
import side from './side.module.css';
import { people as words } from './strings.ts';

export function PeoplePanel() {
  const draft = useDraft();
  const { people, rule, k, language } = useStore(draft.parts);
  const [open, setOpen] = useState<string | null>(null);
  const double = useMemo(() => duplicates(people), [people]);
  // How each is written depends on all the others: with hundreds of people that follows the typing, and never holds it up.
  const among = useDeferredValue(people);
  const house = useMemo(() => ({ people: among, rule, k, language }), [among, rule, k, language]);
  const onOpen = useCallback((id: string, on: boolean) => setOpen(on ? id : null), []);
  const add = (): void => {
    const person: Person = { id: draft.editor.newId('p'), code: nextCode(people), name: '', category: 'other', consent: 'none' };
    draft.change({ people: [...people, person] });
    setOpen(person.id);
  };
  return (
    <>
      <div className={side.head}>
        <div className={styles.title}>
          <h2 className={side.verdict}>{words.count(people.length)}</h2>
          <Button onPress={add}>{words.add}</Button>
        </div>
        <p className={side.sub}>{words.under(ruleTitles[rule], k)}</p>
      </div>
      <div className={cx(text.scroll, styles.list)} data-region-start="">
        {people.length === 0 ? (
          <div className={side.pad}>
            <EmptyState title={words.none}>{words.noneSay}</EmptyState>
          </div>
        ) : (
          <ul>
            {people.map((person) => (
              <Row key={person.id} person={person} house={house} isOpen={open === person.id} onOpen={onOpen} double={double.get(person.id)} />
            ))}
          </ul>
        )}
      </div>
      <p className={side.foot}>{words.sealed}</p>
    </>
  );
}

/** Letters after the last code in use: A, B … Z, AA. */
function nextCode(people: readonly Person[]): string {
  const used = new Set(people.map((person) => person.code.toUpperCase()));
  for (let n = 0; ; n += 1) {
    const code = n < 26 ? String.fromCharCode(65 + n) : String.fromCharCode(64 + Math.floor(n / 26), 65 + (n % 26));
    if (!used.has(code)) return code;
  }
}

/** What a wording is made from. */
interface House {
  readonly people: readonly Person[];
  readonly rule: RuleId;
  readonly k: number;
  readonly language: string;
}

interface RowProps {
  readonly person: Person;
  readonly house: House;
  readonly isOpen: boolean;
  readonly onOpen: (id: string, on: boolean) => void;
  readonly double: string | undefined;
}

const Row = memo(function Row({ person, house, isOpen, onOpen, double }: RowProps) {
  const draft = useDraft();
  const say = useSay();
  const worded = useMemo(() => wordingOf(person.id, house), [person.id, house]);
  const change = (patch: Partial<Person>): void =>
    draft.change({ people: draft.parts.get().people.map((each) => (each.id === person.id ? withPatch(each, patch) : each)) });
  const remove = (): void => {
    const before = draft.parts.get().people;
    const used = mentionsOf(draft.body, person.id);
    if (used === 0) draft.change({ people: before.filter((each) => each.id !== person.id) });
    say(used > 0 ? words.inUse(person.code, used) : { text: words.removed(person.code), undo: () => draft.change({ people: before }) });
  };
  return (
    <li className={cx(styles.person, isOpen && styles.isOpen)}>
      <button type="button" className={styles.row} aria-expanded={isOpen} onClick={() => onOpen(person.id, !isOpen)}>
        <span className={styles.code}>{person.code || '–'}</span>
        <span className={styles.who}>
          <span className={styles.name}>{person.name || words.unnamed}</span>
          <span className={side.sub}>{[person.role, person.affiliation].filter(Boolean).join(', ')}</span>
        </span>
        <span className={styles.written}>
          <span className={text.doc}>{worded?.text ?? ''}</span>
          {worded?.generalised ? <span className={side.sub}>{worded.generalised}</span> : null}
        </span>
      </button>
      {double ? (
        <p className={styles.double}>
          <Severity level="warn">{words.twice}</Severity> {double}
        </p>
      ) : null}
      {isOpen ? <PersonForm person={person} onChange={change} onRemove={remove} /> : null}
    </li>
  );
});

function wordingOf(person: string, { people, rule, k, language }: House): ReturnType<typeof wordMentions>[number] | undefined {
  const mention = { person, rule, consent: null, sentenceStart: true, form: 'inline' as const, scope: '', block: '' };
  return wordMentions([mention], people, { k, language })[0];
}

/** Empty optional parts are left out of the file. */
function withPatch(person: Person, patch: Partial<Person>): Person {
  const merged = { ...person, ...patch };
  return Object.fromEntries(
    Object.entries(merged).filter(([key, value]) => value !== undefined && (value !== '' || key === 'name' || key === 'code' || key === 'category')),
  ) as Person;
}
