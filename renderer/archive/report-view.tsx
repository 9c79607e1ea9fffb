/** A report as the archive holds it: its paragraphs in order, numbers hanging left, the entry one came from in sight. */
import { useEffect, useRef } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { ask, queries, sentenceOf, useCall } from '../client.ts';
import { archive } from '../strings/archive.ts';
import { entryKindWords } from '../strings/entry.ts';
import { dateWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './report.module.css';
import { changeSearch, startSearch } from './search-state.ts';

export interface ReportViewProps {
  readonly id: string;
  readonly entry: string | null;
  readonly onEntry: (id: string) => void;
  readonly onBack: () => void;
}

export function ReportView({ id, entry, onEntry, onBack }: ReportViewProps) {
  const report = useCall('report.get', { id });
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (report.data !== undefined && entry !== null) here.current?.scrollIntoView({ block: 'center' });
  }, [report.data, entry]);
  if (report.data === undefined)
    return (
      <section className={styles.report}>
        <div className={styles.head}>{report.error === null ? null : <EmptyState title={sentenceOf(report.error)} />}</div>
      </section>
    );
  const { title, paragraphs } = report.data;
  return (
    <section className={styles.report} aria-label={title}>
      <Head report={report.data} onBack={onBack} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div className={cx(styles.body, text.scroll)} tabIndex={0}>
        <ol>
          {paragraphs.map((paragraph, index) => (
            <li key={paragraph.id} ref={paragraph.id === entry ? here : undefined} className={cx(paragraph.id === entry && styles.isHere)}>
              <Paragraph paragraph={paragraph} before={paragraphs[index - 1]} onEntry={onEntry} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

type Report = Output<'report.get'>;

function Head({ report: { id, title, date, fields }, onBack }: { readonly report: Report; readonly onBack: () => void }) {
  const say = useSay();
  const inThisReport = () => {
    startSearch('');
    changeSearch({ report: { id, title } });
    onBack();
  };
  const toTrash = async () => {
    try {
      await ask('report.trash', { id });
      onBack();
      say(archive.reportTrashed(title));
      await queries.invalidateQueries();
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  const facts = [dateWords(date), ...new Set(Object.values(fields).flat())].filter((line) => line !== title).slice(0, 3);
  return (
    <header className={styles.head} data-region="">
      <Button variant="bare" onPress={onBack} autoFocus>
        {archive.backToResults}
      </Button>
      <h2 className={text.placeTitle}>{title}</h2>
      <p className={text.quiet}>{facts.join(', ')}</p>
      <div className={styles.tools}>
        <Button variant="quiet" onPress={inThisReport}>
          {archive.onlyReport}
        </Button>
        <Button variant="quiet" onPress={() => void toTrash()}>
          {archive.trashReport}
        </Button>
      </div>
    </header>
  );
}

interface ParagraphProps {
  readonly paragraph: Report['paragraphs'][number];
  /** Its section's title is said where it is another one. */
  readonly before: Report['paragraphs'][number] | undefined;
  readonly onEntry: (id: string) => void;
}

function Paragraph({ paragraph, before, onEntry }: ParagraphProps) {
  const section = paragraph.section.at(-1);
  return (
    <>
      {section === undefined || section === before?.section.at(-1) ? null : <h3 className={styles.section}>{section}</h3>}
      <div className={styles.paragraph}>
        <span className={styles.number}>{paragraph.number === null ? '' : `${paragraph.number}.`}</span>
        <p className={text.doc}>{paragraph.text}</p>
        {paragraph.kind === 'text' ? (
          <span />
        ) : (
          <Button variant="quiet" className={styles.kind} onPress={() => onEntry(paragraph.id)}>
            {entryKindWords[paragraph.kind]}
          </Button>
        )}
      </div>
    </>
  );
}
