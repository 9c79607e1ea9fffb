/** The Check panel: what the guard found, gravest first; the one that is open offers its wording. It never says "safe". */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Finding, Findings } from '../../../shared/guard/finding.ts';
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Said, useSaid, useSay } from '../../ui/status-line.tsx';
import { inOrder } from '../model/checker.ts';
import { type DraftSession, useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import styles from './check-panel.module.css';
import { FindingItem, replace, replaceAlike } from './finding-item.tsx';
import { Kept } from './kept.tsx';
import side from './side.module.css';
import { StatementList } from './statement-list.tsx';
import { check, reading as readingWords } from './strings.ts';

export function CheckPanel() {
  const draft = useDraft();
  const findings = useStore(draft.findings);
  const audience = useStorePart(draft.parts, (parts) => parts.audience);
  const named = draft.template.audiences.find((each) => each.id === audience)?.title ?? audience;
  const failure = useStore(draft.checker.failure);
  const reading = useStorePart(draft.reading, ({ on }) => on);
  const heard = useRef(false);
  if (failure) return <NotChecked failure={failure} />;
  if (!findings) return <p className={side.head}>{check.asking}</p>;
  if (reading && findings.human > 0) return <StatementList findings={findings} />;
  const all = inOrder(findings);
  return (
    <>
      <div className={side.head}>
        <h2 className={side.verdict}>{check.verdict(findings.block.length, findings.warn.length)}</h2>
        <p className={side.sub}>{check.checkedFor(named)}</p>
      </div>
      {all.length > 0 ? <FindingList all={all} heard={heard} /> : <None human={findings.human} heard={heard.current} />}
      <Foot findings={findings} />
    </>
  );
}

/** The guard gave no answer: that is never shown as if nothing had been found. */
function NotChecked({ failure }: { readonly failure: string }) {
  const draft = useDraft();
  return (
    <div className={side.head}>
      <EmptyState title={check.notChecked} action={<Button onPress={() => draft.checker.changed(0)}>{check.again}</Button>}>
        {failure}
      </EmptyState>
    </div>
  );
}

/** @param heard  the list that stood here had the focus: its keys are still heard, so that none of them goes into the text */
function None({ human, heard }: { readonly human: number; readonly heard: boolean }) {
  const draft = useDraft();
  const say = useSay();
  const said = useSaid();
  const place = useRef<HTMLElement>(null);
  const [takes] = useState(heard);
  useEffect(() => {
    if (takes) place.current?.focus();
  }, [takes]);
  return (
    <section
      ref={place}
      className={cx(side.pad, styles.none)}
      aria-label={check.findings}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Undo is heard here as in the list that stood here
      tabIndex={0}
      data-region-start=""
      onKeyDown={(event) => {
        if (event.key !== 'u' || event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
        takeBack(draft, said, say);
      }}
    >
      <p>{check.noneSay(human)}</p>
    </section>
  );
}

function Foot({ findings }: { readonly findings: Findings }) {
  const draft = useDraft();
  return (
    <div className={side.foot}>
      <Kept />
      <p>{findings.block.length + findings.warn.length === 0 ? check.footNone : check.foot(findings.human)}</p>
      {findings.human === 0 ? null : (
        <Button variant="link" onPress={() => draft.reading.update((now) => ({ ...now, on: true }))}>
          {readingWords.open}
        </Button>
      )}
      <p className={side.keys}>
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {check.nextPrevious}
        </span>
        <span>
          <kbd>↵</kbd> {check.replaceKey}
        </span>
        <span>
          <kbd>U</kbd> {check.undoKey}
        </span>
      </p>
    </div>
  );
}

/** What the line at the foot offers to undo (a replacement, a reason); else the last change of the text. */
function takeBack(draft: DraftSession, said: Said | null, say: ReturnType<typeof useSay>): void {
  const undo = said?.undo ?? (() => draft.editor.undo());
  say(null);
  undo();
}

/** Single letters, while the list has the focus. */
function useFindingKeys(all: readonly Finding[], at: number, setReasoning: (on: boolean) => void): (event: KeyboardEvent) => void {
  const draft = useDraft();
  const say = useSay();
  const said = useSaid();
  const step = (by: number): void => {
    const next = all[(at + by + all.length) % all.length];
    setReasoning(false);
    if (next) draft.showFinding(next.id, true);
  };
  const act = (key: string, finding: Finding): boolean => {
    if (key === 'j' || key === 'ArrowDown') step(1);
    else if (key === 'k' || key === 'ArrowUp') step(-1);
    else if (key === 'Enter') replace(draft, finding, say);
    else if (key === 'g') draft.goToFinding(finding);
    else if (key === 'a') replaceAlike(draft, finding, say);
    else if (key === 'u') takeBack(draft, said, say);
    else if (key === 'r') setReasoning(true);
    else return false;
    return true;
  };
  return (event) => {
    const open = all[at];
    if (!open || event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    if (act(event.key, open)) event.preventDefault();
  };
}

function FindingList({ all, heard }: { readonly all: readonly Finding[]; readonly heard: RefObject<boolean> }) {
  const draft = useDraft();
  const current = useStorePart(draft.marks, (marks) => marks.current);
  const [reasoning, setOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  // The field goes with its answer, given or not: the keys go on in the list.
  const setReasoning = (on: boolean): void => {
    setOpen(on);
    if (!on) list.current?.focus();
  };
  const found = all.findIndex((finding) => finding.id === current);
  // After a replacement the open finding is gone: the one that took its place is next.
  const last = useRef(0);
  const at = found >= 0 ? found : Math.min(last.current, all.length - 1);
  useEffect(() => {
    last.current = at;
  });
  const onKeyDown = useFindingKeys(all, at, setReasoning);
  return (
    <ol
      ref={list}
      className={cx(text.scroll, styles.findings)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the list takes single letters while it has the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        heard.current = true;
      }}
      onBlur={() => {
        heard.current = false;
      }}
      data-region-start=""
      aria-label={check.findings}
    >
      {all.map((finding, index) => (
        <FindingItem key={finding.id} {...{ finding, isOpen: index === at, index, count: all.length, reasoning, setReasoning }} />
      ))}
    </ol>
  );
}
