/** One finding: closed a line or two, open with its reason, what stands now and what to write instead. */
import { useEffect, useRef, useState } from 'react';
import { HistoryEditor } from 'slate-history';
import type { Finding } from '../../../shared/guard/finding.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Severity } from '../../ui/severity.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { inOrder } from '../model/checker.ts';
import { insertReference, nameReference } from '../model/name-reference.ts';
import { replaceFinding } from '../model/replace.ts';
import { type DraftSession, useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import styles from './check-panel.module.css';
import side from './side.module.css';
import { check } from './strings.ts';

/** Writes what the finding proposes and says so, with Undo. Where it proposes nothing the focus stays: whoever goes on pressing Enter must not
 *  find it in the text, over chosen words. */
export function replace(draft: DraftSession, finding: Finding, say: ReturnType<typeof useSay>): void {
  const reference = nameReference(draft, finding);
  const undo = (): void => draft.editor.undo();
  if (reference) {
    insertReference(draft, reference);
    say({ text: check.replaced(finding.at.label), undo });
  } else if (finding.replacement === null) {
    draft.showFinding(finding.id, true);
    say(check.noWording);
  } else say(replaceFinding(draft, finding) ? { text: check.replaced(finding.at.label), undo } : check.notFound);
}

/** Findings that say the same of the same words elsewhere, this one among them. */
export function alike(all: readonly Finding[], finding: Finding): readonly Finding[] {
  return all.filter((other) => other.check === finding.check && other.quote.toLowerCase() === finding.quote.toLowerCase());
}

/** Writes in every place what the finding proposes, as one step of undo. Where it proposes nothing, nothing is done. */
export function replaceAlike(draft: DraftSession, finding: Finding, say: ReturnType<typeof useSay>): void {
  const places = alike(inOrder(draft.findings.get()), finding);
  let done = 0;
  HistoryEditor.withNewBatch(draft.editor, () => {
    // From the end of the text: what is written in one place moves no place before it.
    for (const place of [...places].reverse()) {
      const reference = nameReference(draft, place);
      if (reference) insertReference(draft, reference);
      if (reference || replaceFinding(draft, place)) done += 1;
    }
  });
  say(done === 0 ? check.notFound : { text: check.replacedAll(done), undo: () => draft.editor.undo() });
}

interface ItemProps {
  readonly finding: Finding;
  readonly isOpen: boolean;
  readonly index: number;
  readonly count: number;
  readonly reasoning: boolean;
  readonly setReasoning: (on: boolean) => void;
}

export function FindingItem({ finding, isOpen, index, count, reasoning, setReasoning }: ItemProps) {
  const draft = useDraft();
  const place = usePlace(finding);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={item} className={cx(styles.finding, isOpen && styles.isCurrent, finding.level === 'warn' && styles.isWarn)} aria-current={isOpen}>
      <span className={styles.at}>{place.number}</span>
      <div>
        <div className={styles.head}>
          <h3>
            <Severity level={finding.level}>{finding.level === 'block' ? check.blocks : check.warns}</Severity>
          </h3>
          {place.words === null ? null : <span className={cx(side.sub, styles.place)}>{place.words}</span>}
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

/** What the hanging column has room for: "11", "10.iii", "note 3". */
const roomFor = 7;

/** Where it stands, as its number; a place told in words ("Key conclusions 2") stands beside the severity instead. */
function usePlace(finding: Finding): { readonly number: string | null; readonly words: string | null } {
  const draft = useDraft();
  const ref = useStorePart(draft.facts, (facts) => (finding.at.block === null ? undefined : facts.labels.get(finding.at.block)?.ref));
  if (finding.at.region === 'body' && ref !== undefined) return { number: ref, words: null };
  const label = finding.at.label.replace(/^para(graph)? (?=\d)/, '');
  return label.length <= roomFor ? { number: label, words: null } : { number: null, words: finding.at.label };
}

function OpenFinding({ finding, reasoning, setReasoning }: Pick<ItemProps, 'finding' | 'reasoning' | 'setReasoning'>) {
  const draft = useDraft();
  const say = useSay();
  const [first, rest] = splitReason(finding.reason);
  const reference = nameReference(draft, finding);
  const instead = reference ? reference.worded : finding.replacement;
  const places = useStorePart(draft.findings, (findings) => alike(inOrder(findings), finding).length);
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
          {instead === null ? (
            <Button hint="G" onPress={() => draft.goToFinding(finding)}>
              {check.goThere}
            </Button>
          ) : (
            <Button variant="primary" hint="↵" onPress={() => replace(draft, finding, say)}>
              {check.replace}
            </Button>
          )}
          {instead === null || places < 2 ? null : (
            <Button hint="A" onPress={() => replaceAlike(draft, finding, say)}>
              {check.replaceAll(places)}
            </Button>
          )}
          <Button variant="bare" hint="R" onPress={() => setReasoning(true)}>
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
