/** What became of an entry, in order of days, and a form that records the next step. */
import { type SubmitEvent, useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { type FollowUpId, followUpIds } from '../../shared/entry/entry.ts';
import { sentenceOf, useChange } from '../client.ts';
import { archive } from '../strings/archive.ts';
import { followUpWords } from '../strings/entry.ts';
import { frame } from '../strings/frame.ts';
import { dateWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Field } from '../ui/field.tsx';
import { Pick } from '../ui/menu.tsx';
import styles from './entry.module.css';

export function FollowUp({ id, history }: { readonly id: string; readonly history: Output<'entry.get'>['history'] }) {
  const [recording, setRecording] = useState(false);
  const last = history.length - 1;
  return (
    <section className={styles.part} aria-labelledby="follow-up">
      <h3 id="follow-up" className={text.label}>
        {archive.followUp}
      </h3>
      {history.length === 0 ? <p className={text.quiet}>{archive.noHistory}</p> : null}
      <ol className={styles.lineage}>
        {history.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={index} className={cx(index === last && styles.isHere)}>
            <span className={styles.when}>{dateWords(step.on.slice(0, 7))}</span>
            <span>
              <b>{followUpWords[step.status]}</b>
              {step.source === '' ? '' : `: ${step.source}`}
            </span>
          </li>
        ))}
      </ol>
      {recording ? (
        <Record key={id} id={id} onDone={() => setRecording(false)} />
      ) : (
        <Button variant="bare" onPress={() => setRecording(true)}>
          {archive.record}
        </Button>
      )}
    </section>
  );
}

function Record({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const [status, setStatus] = useState<FollowUpId>('taken-up');
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [source, setSource] = useState('');
  const record = useChange('entry.followUp', ['entry.get', 'search.query']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    record.mutate({ id, status, on, source }, { onSuccess: onDone });
  };
  return (
    <form className={styles.record} onSubmit={submit}>
      <Pick label={archive.status} value={status} onPick={setStatus} options={followUpIds.map((value) => ({ value, label: followUpWords[value] }))} />
      <Field label={archive.on} value={on} onChange={setOn} maxLength={10} placeholder="2026-11-20" />
      <Field
        className={styles.wide}
        label={archive.source}
        value={source}
        onChange={setSource}
        maxLength={500}
        help={archive.sourceHint}
        autoFocus
        error={record.error === null ? undefined : sentenceOf(record.error)}
      />
      <div className={styles.recordDo}>
        <Button type="submit" isPending={record.isPending}>
          {archive.recordDo}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {frame.cancel}
        </Button>
      </div>
    </form>
  );
}
