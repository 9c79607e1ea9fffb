/** The bar of the draft: way back, title, marking and rule as buttons, saved state, Export. */
import { useEffect, useState } from 'react';
import { fieldText } from '../../../shared/document/fields.ts';
import { type RuleId, ruleIds, ruleTitles } from '../../../shared/people/rule.ts';
import { DocBar } from '../../frame/bar.tsx';
import { hrefOf, navigate } from '../../route.ts';
import { ruleSays } from '../../strings/entry.ts';
import { Button } from '../../ui/button.tsx';
import { Marking } from '../../ui/marking.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Severity } from '../../ui/severity.tsx';
import { useSay } from '../../ui/status-line.tsx';
import type { Facts } from '../model/facts.ts';
import { useMarking } from '../model/hooks.ts';
import type { SaveState } from '../model/journal.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { bench, page } from '../strings.ts';
import styles from './draft-bar.module.css';

/** "14:02", in the reader's clock. */
export function clock(ms: number): string {
  const time = new Date(ms);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

export function DraftBar() {
  const draft = useDraft();
  const title = useStorePart(draft.parts, (parts) => fieldText(parts.fields, draft.template.titleField)) || page.noTitle;
  return <DocBar back={{ href: hrefOf({ place: 'desk' }), label: bench.desk }} title={title} marks={<Marks />} end={<End />} />;
}

function Marks() {
  const draft = useDraft();
  const marking = useMarking();
  const rule = useStorePart(draft.parts, (parts) => parts.rule);
  const say = useSay();
  const setRule = (next: RuleId): void => {
    if (next === rule) return;
    const before = draft.facts.get().speakers;
    draft.change({ rule: next });
    const changed = rewordings(before, draft.facts.get().speakers);
    const see = { label: bench.seeChanges, run: () => leaveFor(draft, 'changes') };
    say({ text: bench.ruleSet(ruleTitles[next], changed), undo: () => draft.change({ rule }), action: see });
  };
  return (
    <>
      <Menu
        className={styles.mark}
        label={marking ? <Marking label={marking.label} tone={marking.tone} /> : '…'}
        name={bench.changeMarking(marking?.label ?? '')}
        commands={markingCommands(draft, say)}
      />
      <Menu
        className={styles.mark}
        label={ruleTitles[rule]}
        name={bench.changeRule(ruleTitles[rule])}
        commands={[
          ...ruleIds.map((id) => ({ id, label: ruleTitles[id], aside: ruleSays[id], current: id === rule, run: () => setRule(id) })),
          { id: 'changes', label: bench.seeChanges, aside: bench.seeChangesSay, run: () => leaveFor(draft, 'changes') },
        ]}
      />
    </>
  );
}

/** To the Export screen, once what was typed is kept. */
function leaveFor(draft: ReturnType<typeof useDraft>, at?: 'changes'): void {
  void draft.flush().then(() => navigate({ place: 'export', id: draft.id, at }));
}

/** How many speakers of the text read differently. */
function rewordings(before: Facts['speakers'], after: Facts['speakers']): number {
  return [...after].filter(([key, worded]) => worded?.text !== before.get(key)?.text).length;
}

function markingCommands(draft: ReturnType<typeof useDraft>, say: ReturnType<typeof useSay>) {
  const now = draft.parts.get().marking;
  return draft.schemes.flatMap((scheme) =>
    scheme.levels.map((level) => ({
      id: `${scheme.id} ${level.id}`,
      label: <Marking label={level.label} tone={level.tone} />,
      text: level.label,
      aside: scheme.title,
      current: scheme.id === now.scheme && level.id === now.level,
      run: () => {
        const before = draft.parts.get().marking;
        if (scheme.id === before.scheme && level.id === before.level) return;
        draft.change({ marking: { ...before, scheme: scheme.id, level: level.id } });
        say({ text: bench.markingSet(level.label), undo: () => draft.change({ marking: before }) });
      },
    })),
  );
}

function End() {
  const draft = useDraft();
  return (
    <>
      <SavedState />
      <Button variant="primary" onPress={() => leaveFor(draft)}>
        {bench.export}
      </Button>
    </>
  );
}

/** A write that takes longer, ms, is told; one that takes much longer counts as not saved until it is answered. */
const slow = { told: 1000, missed: 6000 };

/** How long the write under way has been waited for: 0 while it is quick. */
function useLateness(state: SaveState): 0 | 1 | 2 {
  const [late, setLate] = useState<0 | 1 | 2>(0);
  useEffect(() => {
    setLate(0);
    if (state.kind !== 'saving') return;
    const told = setTimeout(() => setLate(1), slow.told);
    const missed = setTimeout(() => setLate(2), slow.missed);
    return () => {
      clearTimeout(told);
      clearTimeout(missed);
    };
  }, [state]);
  return late;
}

/** "Saved 14:02" is quiet; only a failure raises its voice. What is not answered for is never called saved. */
function SavedState() {
  const state = useStore(useDraft().journal.state);
  const late = useLateness(state);
  const time = state.atMs === null ? null : clock(state.atMs);
  if (state.kind === 'failed' || state.kind === 'apart' || late === 2) {
    return (
      <span role="status">
        <Severity level="block">{bench.notSaved(time)}</Severity>
      </span>
    );
  }
  return (
    <span role="status" className={styles.saved}>
      {late === 1 ? bench.saving : time === null ? bench.savedNever : bench.saved(time)}
    </span>
  );
}
