/** The right column: what stands in the way, then the work, then the proof and the files. */
import type { Output } from '../../shared/contract/api.ts';
import { type RuleId, ruleTitles } from '../../shared/people/rule.ts';
import { CallError, sentenceOf } from '../client.ts';
import type { JobProgress } from '../job.ts';
import { hrefOf } from '../route.ts';
import { exporting } from '../strings/export.ts';
import text from '../style/text.module.css';
import { Button, ButtonLink } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Progress, useLate } from '../ui/progress.tsx';
import { Severity } from '../ui/severity.tsx';
import styles from './export.module.css';
import { Issued } from './issued.tsx';

type Findings = Output<'draft.check'>;

export interface OutcomeProps {
  readonly id: string;
  readonly findings: Findings | undefined;
  readonly checkFailed: Error | null;
  readonly issued: Output<'draft.export'> | undefined;
  readonly error: Error | null;
  readonly working: boolean;
  readonly progress: JobProgress | null;
  readonly rule: RuleId | undefined;
  readonly onCancel: () => void;
  readonly onCheckAgain: () => void;
}

export function Outcome({ id, findings, checkFailed, issued, error, working, progress, rule, onCancel, onCheckAgain }: OutcomeProps) {
  const late = useLate(working);
  return (
    <section className={cx(styles.out, text.scroll)} aria-label={exporting.outcome} data-region="">
      <h2 className={cx(text.sectionTitle, styles.outTitle)}>{rule === undefined ? exporting.outcome : ruleTitles[rule]}</h2>
      {checkFailed === null ? null : <NotChecked error={checkFailed} onAgain={onCheckAgain} />}
      {late ? <Working progress={progress} onCancel={onCancel} /> : null}
      {working || error === null ? null : <Refused id={id} error={error} />}
      {issued !== undefined ? (
        <Issued id={id} issued={issued} />
      ) : findings !== undefined && findings.block.length > 0 ? (
        <Blocked id={id} findings={findings} />
      ) : findings === undefined || working || error !== null ? null : (
        <Ready findings={findings} />
      )}
    </section>
  );
}

/** No answer is never shown as if nothing had been found. */
function NotChecked({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  return (
    <div role="alert">
      <EmptyState level="h3" title={exporting.notChecked} action={<Button onPress={onAgain}>{exporting.checkAgain}</Button>}>
        {sentenceOf(error)}
      </EmptyState>
    </div>
  );
}

function Ready({ findings }: { readonly findings: Findings }) {
  return (
    <>
      <table className={styles.facts}>
        <tbody>
          <tr>
            <th scope="row">{exporting.human}</th>
            <td className={text.num}>{findings.human}</td>
          </tr>
        </tbody>
      </table>
      {findings.warn.length === 0 ? null : <p className={styles.note}>{exporting.warns(findings.warn.length)}</p>}
      <p className={styles.note}>{exporting.before}</p>
    </>
  );
}

const shownFindings = 4;

function Blocked({ id, findings }: { readonly id: string; readonly findings: Findings }) {
  const { block } = findings;
  return (
    <>
      <EmptyState
        level="h3"
        title={exporting.blockedTitle}
        action={
          <ButtonLink variant="primary" href={hrefOf({ place: 'draft', id, at: block[0]?.at.block ?? undefined })}>
            {exporting.toCheck}
          </ButtonLink>
        }
      >
        {exporting.blockedSay(block.length)}
      </EmptyState>
      <ol className={cx(text.ruled, styles.blockers)}>
        {block.slice(0, shownFindings).map((finding) => (
          <li key={finding.id}>
            <a className={styles.blocker} href={hrefOf({ place: 'draft', id, at: finding.at.block ?? undefined })}>
              <span className={text.quiet}>{finding.at.label}</span>
              <span className={text.doc}>{finding.quote}</span>
            </a>
            <p className={text.listSub}>{finding.reason}</p>
          </li>
        ))}
      </ol>
      {block.length > shownFindings ? <p className={text.listSub}>{exporting.moreFindings(block.length - shownFindings)}</p> : null}
    </>
  );
}

function Working({ progress, onCancel }: { readonly progress: JobProgress | null; readonly onCancel: () => void }) {
  return (
    <div className={styles.working} role="status">
      <p>
        {exporting.steps[progress?.step ?? ''] ?? exporting.working}{' '}
        {progress === null || progress.total === 0 ? null : (
          <span className={text.quiet}>
            {progress.done} of {progress.total}
          </span>
        )}
      </p>
      <Progress label={exporting.working} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      <Button variant="bare" onPress={onCancel}>
        {exporting.cancel}
      </Button>
    </div>
  );
}

function Refused({ id, error }: { readonly id: string; readonly error: Error }) {
  const leak = error instanceof CallError && error.code === 'verify/leak';
  return (
    <div role="alert">
      <EmptyState
        level="h3"
        title={exporting.refusedTitle}
        action={
          <ButtonLink variant="plain" href={hrefOf({ place: 'draft', id })}>
            {exporting.back}
          </ButtonLink>
        }
      >
        {leak ? (
          <>
            <Severity level="block">{exporting.leakShort}.</Severity>{' '}
          </>
        ) : null}
        {sentenceOf(error).replace(/^No file was written: /, '')}
      </EmptyState>
    </div>
  );
}
