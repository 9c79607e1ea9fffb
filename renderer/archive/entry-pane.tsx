/** One entry: its words, its paragraph with neighbours, its follow-up; a citation to copy. */
import type { Output } from '../../shared/contract/api.ts';
import { sentenceOf, useCall } from '../client.ts';
import { archive, headOf, whereOf } from '../strings/archive.ts';
import { entryKindWords } from '../strings/entry.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/status-line.tsx';
import { SupportScale } from '../ui/support-scale.tsx';
import { copyText } from './clipboard.ts';
import styles from './entry.module.css';
import { FollowUp } from './follow-up.tsx';

export interface EntryPaneProps {
  readonly id: string | null;
  readonly onOpenReport: (hit: Output<'entry.get'>['hit']) => void;
  /** Another entry, which this one stands against. */
  readonly onEntry: (id: string) => void;
  readonly onBack: () => void;
}

export function EntryPane({ id, ...does }: EntryPaneProps) {
  const entry = useCall('entry.get', { id: id ?? '' }, { enabled: id !== null, placeholderData: (before) => before });
  return (
    <aside className={styles.entry} aria-label={archive.entry} data-region="">
      {id === null || entry.data === undefined ? (
        <div className={styles.body}>
          {entry.error === null ? <p className={cx(text.quiet, styles.none)}>{archive.entryNone}</p> : <EmptyState title={sentenceOf(entry.error)} />}
        </div>
      ) : (
        <Entry entry={entry.data} {...does} />
      )}
    </aside>
  );
}

interface EntryProps extends Omit<EntryPaneProps, 'id'> {
  readonly entry: Output<'entry.get'>;
}

function Entry({ entry, onOpenReport, onEntry, onBack }: EntryProps) {
  const { hit, context, history, opposite, citation } = entry;
  const numbered = context.some((paragraph) => paragraph.number !== null);
  const say = useSay();
  const copy = async () => say((await copyText(citation)) ? archive.citationCopied : archive.copyFailed);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div className={cx(styles.body, text.scroll)} tabIndex={0}>
        <Button variant="quiet" className={styles.back} onPress={onBack}>
          {archive.backToResults}
        </Button>
        <p className={text.label}>{headOf(hit)}</p>
        <h2 className={cx(styles.title, text.doc)}>{hit.text}</h2>
        {hit.kind === 'text' ? null : (
          <p className={styles.support}>
            <SupportScale support={hit.support} contested={hit.contested} />
          </p>
        )}
        <section className={styles.part} aria-labelledby="context">
          <h3 id="context" className={text.label}>
            {archive.inParagraph}
          </h3>
          {nearest(context).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name here
            <div className={cx(numbered && styles.numbered, styles.context, text.doc, !paragraph.current && styles.around)} key={index}>
              {numbered ? <span>{paragraph.number === null ? '' : `${paragraph.number}.`}</span> : null}
              <p>{paragraph.current ? <Marked text={paragraph.text} words={hit.text} /> : paragraph.text}</p>
            </div>
          ))}
          <p className={text.small}>
            <Button variant="link" onPress={() => onOpenReport(hit)}>
              {hit.report.title}
            </Button>
            , {whereOf(hit)}
          </p>
        </section>
        {opposite === null ? null : <Opposite opposite={opposite} onEntry={onEntry} />}
        <FollowUp id={hit.id} history={history} />
      </div>
      <div className={styles.foot}>
        <Button onPress={() => onOpenReport(hit)}>{archive.openReport}</Button>
        <Button onPress={() => void copy()}>{archive.copyCitation}</Button>
      </div>
    </>
  );
}

/** What was held against it in the room: the whole of it is a link, as both are read together. */
function Opposite({ opposite, onEntry }: { readonly opposite: NonNullable<Output<'entry.get'>['opposite']>; readonly onEntry: EntryPaneProps['onEntry'] }) {
  return (
    <section className={styles.part} aria-labelledby="opposite">
      <h3 id="opposite" className={cx(text.label, styles.against)}>
        <Icon name="opposite" /> {archive.standsAgainst}
      </h3>
      <button type="button" className={styles.opposite} onClick={() => onEntry(opposite.id)}>
        <span className={styles.oppositeKind}>
          {[entryKindWords[opposite.kind], opposite.number === null ? '' : archive.para(opposite.number)].filter((part) => part !== '').join(', ')}
        </span>
        <span className={text.doc}>{opposite.text}</span>
      </button>
    </section>
  );
}

/** Neighbours are shown while they are together no longer than this; the report shows the rest. */
const neighbourLetters = 420;

/** The paragraph and its neighbours, the nearest first, as many as there is room for; at least one on each side. */
function nearest(context: Output<'entry.get'>['context']): Output<'entry.get'>['context'] {
  const at = context.findIndex((paragraph) => paragraph.current);
  if (at < 0) return context;
  let [from, to, room] = [Math.max(0, at - 1), Math.min(context.length, at + 2), neighbourLetters];
  for (const paragraph of context.slice(from, to)) room -= paragraph.current ? 0 : paragraph.text.length;
  while (to < context.length && (context[to]?.text.length ?? 0) <= room) room -= context[to++]?.text.length ?? 0;
  while (from > 0 && (context[from - 1]?.text.length ?? 0) <= room) room -= context[--from]?.text.length ?? 0;
  return context.slice(from, to);
}

/** The paragraph with the entry's words on a straw ground; where they are all of it, or not found, the whole of it. */
function Marked({ text: whole, words }: { readonly text: string; readonly words: string }) {
  const at = whole.indexOf(words);
  if (at < 0) return <mark>{whole}</mark>;
  return (
    <>
      {whole.slice(0, at)}
      <mark>{words}</mark>
      {whole.slice(at + words.length)}
    </>
  );
}
