/** The People panel: the sealed register. It is the only place that shows names; beside each stands how it will be written. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Person } from '../../../shared/people/person.ts';
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusDrawn, movedTo } from '../../ui/list-keys.ts';
import { Pick } from '../../ui/menu.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { consentCounts, faultsOf, isEmpty, nextCode, referencesTo } from '../model/people.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import styles from './people-panel.module.css';
import { PersonRow } from './person-row.tsx';
import side from './side.module.css';
import { people as words } from './strings.ts';

export function PeoplePanel() {
  const draft = useDraft();
  const { people, rule, k, language } = useStore(draft.parts);
  const facts = useStore(draft.facts);
  const [open, setOpen] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const faults = useMemo(() => faultsOf(people), [people]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: consent stands in the body, which the facts follow
  const agreed = useMemo(() => consentCounts(draft.body), [facts]);
  // How each is written depends on all the others: with hundreds of people that follows the typing, and never holds it up.
  const among = useDeferredValue(people);
  const house = useMemo(() => ({ people: among, rule, k, language }), [among, rule, k, language]);
  const onOpen = useCallback(
    (id: string, on: boolean) => {
      setOpen(on ? id : null);
      if (on) return;
      const all = draft.parts.get().people;
      const at = all.findIndex((each) => each.id === id);
      // An entry that was begun and left empty goes again.
      const empty = isEmpty(all[at]) && referencesTo(draft.body, id).length === 0;
      const next = empty ? (all[at - 1] ?? all[at + 1]) : all[at];
      if (next) focusDrawn(scroller.current, `[data-person="${CSS.escape(next.id)}"]`);
      if (empty) draft.change({ people: all.filter((each) => each.id !== id) });
    },
    [draft],
  );
  const add = useCallback((): void => {
    const before = draft.parts.get().people;
    const person: Person = { id: draft.editor.newId('p'), code: nextCode(before), name: '', category: 'other', consent: 'none' };
    draft.change({ people: [...before, person] });
    setOpen(person.id);
  }, [draft]);
  const { rows, onRowKey } = useRows(people, open, scroller);
  return (
    <>
      <div className={side.head}>
        <div className={styles.title}>
          <h2 className={side.verdict}>{words.count(people.length)}</h2>
          <Button onPress={add}>{words.add}</Button>
        </div>
        <p className={side.sub}>{words.under(rule, k)}</p>
      </div>
      <div ref={scroller} className={cx(text.scroll, styles.list)} data-region-start="">
        {people.length === 0 ? (
          <div className={side.pad}>
            <EmptyState title={words.none}>{words.noneSay}</EmptyState>
          </div>
        ) : (
          <ul className={styles.rows} style={{ blockSize: rows.getTotalSize() }} onKeyDown={onRowKey}>
            {rows.getVirtualItems().map((item) => {
              const person = people[item.index];
              return person === undefined ? null : (
                <li
                  key={person.id}
                  ref={rows.measureElement}
                  data-index={item.index}
                  aria-setsize={people.length}
                  aria-posinset={item.index + 1}
                  className={cx(styles.person, open === person.id && styles.isOpen)}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <PersonRow
                    {...{ person, house, onOpen, isOpen: open === person.id, onNext: add, fault: faults.get(person.id), agreed: agreed.get(person.id) ?? 0 }}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <div className={side.foot}>
        <Fewest />
        <p>{words.sealed}</p>
      </div>
    </>
  );
}

/** Height of a closed row before it is measured, px. */
const usualRow = 62;

/** Only the rows in sight are there, and the one that is open: with hundreds of people a key in its fields draws no others.
 *  The arrows move from row to row, Home and End to the ends; in a field they stay the field's. */
function useRows(people: readonly Person[], open: string | null, scroller: RefObject<HTMLDivElement | null>) {
  const opened = people.findIndex(({ id }) => id === open);
  const [wanted, setWanted] = useState(-1);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => people[index]?.id ?? index,
    estimateSize: () => usualRow,
    overscan: 10,
    rangeExtractor: (range: Range) => {
      const kept = [opened, wanted].filter((index) => index >= 0 && index < people.length);
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
    },
  });
  const onRowKey = (event: KeyboardEvent): void => {
    const row = (event.target as HTMLElement).dataset['person'];
    const at = row === undefined ? -1 : people.findIndex(({ id }) => id === row);
    const to = at === -1 ? null : movedTo(event, at, people.length);
    const next = people[to ?? -1];
    if (to === null || next === undefined) return;
    event.preventDefault();
    // Drawn and focused within this key: the next one, be it Delete, must not fall on the row that was left.
    flushSync(() => setWanted(to));
    focusDrawn(scroller.current, `[data-person="${CSS.escape(next.id)}"]`);
  };
  return { rows, onRowKey };
}

const offered = [2, 3, 4, 5, 6, 8, 10];

/** How many people of the register a wording must fit: the smaller, the more it tells. */
function Fewest() {
  const draft = useDraft();
  const say = useSay();
  const { k, rule } = useStorePart(draft.parts, (parts) => parts);
  if (rule !== 'chatham-house') return null;
  const options = [...new Set([...offered, k])].sort((a, b) => a - b).map((n) => ({ value: String(n), label: words.fits(n) }));
  const set = (next: string): void => {
    if (Number(next) === k) return;
    draft.change({ k: Number(next) });
    say({ text: words.fewestSet(Number(next)), undo: () => draft.change({ k }) });
  };
  return (
    <div className={styles.fewest}>
      <Pick label={words.fewest} labelHidden options={options} value={String(k)} onPick={set} />
    </div>
  );
}
