/** The Check panel: what the guard found, gravest first; the one that is open offers its wording. It never says "safe". */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Finding, Findings } from '../../../shared/guard/finding.ts';
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Severity } from '../../ui/severity.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { inOrder } from '../model/checker.ts';
import { insertReference, nameReference } from '../model/name-reference.ts';
import { replaceFinding } from '../model/replace.ts';
import { type DraftSession, useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { check } from '../strings.ts';
import styles from './check-panel.module.css';
import side from './side.module.css';

export function CheckPanel() {
  const draft = useDraft();
  const findings = useStore(draft.findings);
  const audience = useStorePart(draft.parts, (parts) => parts.audience);
  const named = draft.template.audiences.find((each) => each.id === audience)?.title ?? audience;
  const failure = useStore(draft.checker.failure);
  if (failure) return <NotChecked failure={failure} />;
  if (!findings) return <p className={side.head}>{check.asking}</p>;
  const all = inOrder(findings);
  return (
    <>
      <div className={side.head}>
        <h2 className={side.verdict}>{check.verdict(findings.block.length, findings.warn.length)}</h2>
        <p className={side.sub}>{check.checkedFor(named)}</p>
      </div>
      {all.length > 0 ? <FindingList all={all} /> : <None human={findings.human} />}
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

function None({ human }: { readonly human: number }) {
  return (
    <div className={side.pad}>
      <p>{check.noneSay(human)}</p>
    </div>
  );
}

function Foot({ findings }: { readonly findings: Findings }) {
  return (
    <div className={side.foot}>
      <p>{findings.block.length + findings.warn.length === 0 ? check.footNone : check.foot(findings.human)}</p>
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

/** Writes what the finding proposes and says so, with Undo; where it proposes nothing, goes to its words. */
function replace(draft: DraftSession, finding: Finding, say: ReturnType<typeof useSay>): void {
  const reference = nameReference(draft, finding);
  const undo = (): void => draft.editor.undo();
  if (reference) {
    insertReference(draft, reference);
    say({ text: check.replaced(finding.at.label), undo });
  } else if (finding.replacement === null) draft.goToFinding(finding);
  else say(replaceFinding(draft, finding) ? { text: check.replaced(finding.at.label), undo } : check.notFound);
}

/** Single letters, while the list has the focus. */
function useFindingKeys(all: readonly Finding[], at: number, setReasoning: (on: boolean) => void): (event: KeyboardEvent) => void {
  const draft = useDraft();
  const say = useSay();
  const step = (by: number): void => {
    const next = all[(at + by + all.length) % all.length];
    setReasoning(false);
    if (next) draft.showFinding(next.id, true);
  };
  const act = (key: string, finding: Finding): boolean => {
    if (key === 'j' || key === 'ArrowDown') step(1);
    else if (key === 'k' || key === 'ArrowUp') step(-1);
    else if (key === 'Enter') replace(draft, finding, say);
    else if (key === 'u') draft.editor.undo();
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

function FindingList({ all }: { readonly all: readonly Finding[] }) {
  const current = useStorePart(useDraft().marks, (marks) => marks.current);
  const [reasoning, setReasoning] = useState(false);
  const found = all.findIndex((finding) => finding.id === current);
  // After a replacement the open finding is gone: the one that took its place is next.
  const last = useRef(0);
  const at = found >= 0 ? found : Math.min(last.current, all.length - 1);
  useEffect(() => {
    last.current = at;
  });
  const onKeyDown = useFindingKeys(all, at, setReasoning);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list takes single letters while it has the focus
    <ol className={cx(text.scroll, styles.findings)} tabIndex={0} onKeyDown={onKeyDown} data-region-start="" aria-label={check.findings}>
      {all.map((finding, index) => (
        <Item key={finding.id} {...{ finding, isOpen: index === at, index, count: all.length, reasoning, setReasoning }} />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly finding: Finding;
  readonly isOpen: boolean;
  readonly index: number;
  readonly count: number;
  readonly reasoning: boolean;
  readonly setReasoning: (on: boolean) => void;
}

function Item({ finding, isOpen, index, count, reasoning, setReasoning }: ItemProps) {
  const draft = useDraft();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={item} className={cx(styles.finding, isOpen && styles.isCurrent, finding.level === 'warn' && styles.isWarn)} aria-current={isOpen}>
      <Place finding={finding} />
      <div>
        <div className={styles.head}>
          <h3>
            <Severity level={finding.level}>{finding.level === 'block' ? check.blocks : check.warns}</Severity>
          </h3>
          {isOpen ? <span className={side.sub}>{check.nth(index + 1, count)}</span> : null}
        </div>
        {isOpen ? (
          <OpenFinding {...{ finding, reasoning, setReasoning }} />
        ) : (
          <button type="button" className={styles.closed} tabIndex={-1} onClick={() => draft.showFinding(finding.id, true)}>
            <span className={styles.what}>{finding.quote}</span>
            <span className={styles.why}>{finding.reason}</span>
          </button>
        )}
      </div>
    </li>
  );
}

const signs: Readonly<Record<string, string>> = { bullet: '–', paragraph: '¶', heading: '§' };

/** Where it stands, short enough for the hanging column: "11", "10.iii", "note 3"; a sign for what has no number. */
function Place({ finding }: { readonly finding: Finding }) {
  const draft = useDraft();
  const ref = useStorePart(draft.facts, (facts) => (finding.at.block === null ? undefined : facts.labels.get(finding.at.block)?.ref));
  const label = finding.at.label.replace(/^para(graph)? (?=\d)/, '');
  return (
    <span className={styles.at} title={finding.at.label}>
      {finding.at.region === 'body' && ref !== undefined ? ref : (signs[label] ?? label)}
    </span>
  );
}

function OpenFinding({ finding, reasoning, setReasoning }: Pick<ItemProps, 'finding' | 'reasoning' | 'setReasoning'>) {
  const draft = useDraft();
  const say = useSay();
  const [first, rest] = splitReason(finding.reason);
  const reference = nameReference(draft, finding);
  const instead = reference ? reference.worded : finding.replacement;
  return (
    <>
      <p className={styles.reason}>
        <b>{first}</b> {rest}
      </p>
      <dl className={styles.swap}>
        <dt>{check.now}</dt>
        <dd>{instead === null ? finding.quote : <del>{reference?.words ?? finding.quote}</del>}</dd>
        {instead === null ? null : (
          <>
            <dt>{check.instead}</dt>
            <dd>
              <ins>{instead === '' ? check.nothing : instead}</ins>
              {reference ? <span className={side.sub}> {check.reference(reference.person.code)}</span> : null}
            </dd>
          </>
        )}
      </dl>
      {reasoning ? (
        <Reason finding={finding} onDone={() => setReasoning(false)} />
      ) : (
        <div className={styles.actions}>
          <Button variant={instead === null ? 'plain' : 'primary'} hint="↵" onPress={() => replace(draft, finding, say)}>
            {instead === null ? check.goThere : check.replace}
          </Button>
          <Button variant="bare" onPress={() => setReasoning(true)}>
            {check.keep}
          </Button>
        </div>
      )}
    </>
  );
}

/** The first sentence of a reason, and what follows. */
function splitReason(reason: string): [string, string] {
  const end = /[.:] /.exec(reason);
  return end ? [reason.slice(0, end.index + 1), reason.slice(end.index + 2)] : [reason, ''];
}

/** Keep with reason: a typed sentence that stays in the archive. */
function Reason({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }) {
  const draft = useDraft();
  const say = useSay();
  const [reason, setReason] = useState('');
  // Through the journal, like every change: written past it, the next key would find the draft saved by somebody else.
  const keep = (): void => {
    const before = draft.parts.get().overrides;
    draft.change({ overrides: [...before.filter(({ id }) => id !== finding.id), { id: finding.id, reason: reason.trim() }] });
    draft.checker.changed(0);
    say({
      text: check.kept(finding.at.label),
      undo: () => {
        draft.change({ overrides: draft.parts.get().overrides.filter(({ id }) => id !== finding.id) });
        draft.checker.changed(0);
      },
    });
    onDone();
  };
  return (
    <form
      className={styles.reasonForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= 8) keep();
      }}
    >
      <Field label={check.reason} help={check.reasonHelp} value={reason} onChange={setReason} autoFocus />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isDisabled={reason.trim().length < 8}>
          {check.keep}
        </Button>
        <Button variant="bare" onPress={onDone}>
          {check.cancel}
        </Button>
      </div>
    </form>
  );
}
