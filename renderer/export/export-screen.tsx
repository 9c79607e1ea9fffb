/** Export: choices, what that audience will see, then the proof and the files. The right column reports, it does not congratulate. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { ruleTitles } from '../../shared/people/rule.ts';
import { ask, CallError, sentenceOf, useCall, useChange } from '../client.ts';
import { DocBar } from '../frame/bar.tsx';
import { useJob } from '../job.ts';
import { hrefOf } from '../route.ts';
import { exporting, type Format } from '../strings/export.ts';
import { frame } from '../strings/frame.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Marking } from '../ui/marking.tsx';
import { SaidLine } from '../ui/status-line.tsx';
import { Choices } from './choices.tsx';
import styles from './export.module.css';
import { Outcome } from './outcome.tsx';
import { See, type SeeAs } from './see.tsx';

/** @param id     of the draft
 *  @param first  what the middle column shows first */
export function ExportScreen({ id, first }: { readonly id: string; readonly first: SeeAs }) {
  const opened = useCall('draft.open', { id }, { staleTime: 0 });
  const templateId = opened.data?.draft.template;
  const template = useCall('template.get', { id: templateId ?? '' }, { enabled: templateId !== undefined }).data;
  if (opened.error !== null)
    return (
      <main className={styles.failed} id="place">
        <EmptyState level="h1" title={sentenceOf(opened.error)} action={<ButtonLink href={hrefOf({ place: 'desk' })}>{frame.desk}</ButtonLink>} />
      </main>
    );
  if (opened.data === undefined || template === undefined) return null;
  return <ExportDraft id={id} first={first} draft={opened.data.draft} template={template} />;
}

interface ExportDraftProps {
  readonly id: string;
  readonly first: SeeAs;
  readonly draft: Output<'draft.open'>['draft'];
  readonly template: Output<'template.get'>;
}

export interface Choice {
  readonly audience: string;
  readonly recipient: string;
  readonly formats: readonly Format[];
}

function ExportDraft({ id, first, draft, template }: ExportDraftProps) {
  const { audiences } = template;
  const [choice, setChoice] = useState<Choice>({ audience: draft.audience, recipient: '', formats: ['pdf', 'docx'] });
  const publication = useCall('draft.publication', { id, audience: choice.audience }, { staleTime: 0, placeholderData: (before) => before });
  const findings = useCall('draft.check', { id, audience: choice.audience }, { staleTime: 0 });
  const schemes = useCall('marking.schemes', {}, { staleTime: Number.POSITIVE_INFINITY }).data;
  const material = useMemo(() => (schemes === undefined ? undefined : { draft, template, schemes }), [draft, template, schemes]);
  const recipient = audiences.find((one) => one.id === choice.audience)?.numbered ? choice.recipient.trim() || undefined : undefined;
  const job = useJob();
  const issue = useChange('draft.export', ['draft.list']);
  const chosen = audiences.find((one) => one.id === choice.audience);
  const change = (next: Partial<Choice>) => {
    setChoice({ ...choice, ...next });
    issue.reset();
  };
  const write = async () => {
    const granted = await ask('host.chooseFolder', { purpose: 'export' });
    if (granted === null) return;
    const recipient = chosen?.numbered && choice.recipient !== '' ? { recipient: choice.recipient } : {};
    issue.mutate({ id, formats: [...choice.formats], audience: choice.audience, to: granted.token, job: job.begin(), ...recipient });
  };
  const wanting = findings.error === null ? missing(choice, chosen?.numbered ?? false, findings.data) : exporting.notChecked;
  const cancelled = issue.error instanceof CallError && issue.error.code === 'host/cancelled';
  const end = (
    <>
      <SaidLine />
      {wanting === null ? null : <span>{wanting}</span>}
      <Button variant={issue.data === undefined ? 'primary' : 'plain'} isDisabled={wanting !== null} isPending={issue.isPending} onPress={() => void write()}>
        {exporting.export}
      </Button>
    </>
  );
  return (
    <div className={styles.app}>
      <Bar id={id} title={publication.data?.title ?? String(draft.fields['title'] ?? '')} publication={publication.data} end={end} />
      <main className={styles.place} id="place">
        <Choices id={id} choice={choice} audiences={audiences} material={material} publication={publication.data} onChange={change} />
        <See id={id} audience={choice.audience} recipient={recipient} title={chosen?.title ?? ''} material={material} first={first} />
        <Outcome
          id={id}
          findings={findings.data}
          checkFailed={findings.error}
          issued={issue.data}
          error={cancelled ? null : issue.error}
          working={issue.isPending}
          progress={job.progress}
          rule={publication.data?.rule}
          onCancel={job.cancel}
          onCheckAgain={() => void findings.refetch()}
        />
      </main>
    </div>
  );
}

interface BarProps {
  readonly id: string;
  readonly title: string;
  readonly publication: Output<'draft.publication'> | undefined;
  readonly end: ReactNode;
}

/** Title, marking and rule as this audience reads them. */
function Bar({ id, title, publication, end }: BarProps) {
  const marking = publication?.marking ?? null;
  const marks = (
    <>
      {marking === null ? null : (
        <span>
          <Marking label={marking.label} tone={marking.tone} />
        </span>
      )}
      {publication === undefined ? null : <span>{ruleTitles[publication.rule]}</span>}
    </>
  );
  return (
    <DocBar back={{ href: hrefOf({ place: 'draft', id }), label: exporting.back }} title={title === '' ? exporting.untitled : title} marks={marks} end={end} />
  );
}

/** Why the button is not ready, in words; null where it is. */
function missing(choice: Choice, numbered: boolean, findings: Output<'draft.check'> | undefined): string | null {
  if (findings === undefined) return exporting.checking;
  if (findings.block.length > 0) return exporting.blocked(findings.block.length);
  if (choice.formats.length === 0) return exporting.noFormat;
  return numbered && choice.recipient.trim() === '' ? exporting.noRecipient : null;
}
