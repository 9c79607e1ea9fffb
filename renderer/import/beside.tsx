/** One file: its title and what it was read as, the source beside what was recognised, and what can be done with it. */
import { sentenceOf, useCall, useChange } from '../client.ts';
import { hrefOf, navigate } from '../route.ts';
import { importing } from '../strings/import.ts';
import { dateWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Key } from '../ui/key.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './import.module.css';
import { addToArchive, type ImportFile, leaveOut } from './import-store.ts';
import { PairList } from './pair-list.tsx';
import { pairsOf, tally } from './pairs.ts';

export function Beside({ file, onChooseAgain }: { readonly file: ImportFile; readonly onChooseAgain: () => void }) {
  const { imported, key } = file;
  const source = useCall('import.source', { key: key ?? '' }, { enabled: key !== null, staleTime: Number.POSITIVE_INFINITY });
  if (file.state === 'failed' || file.state === 'stopped')
    return (
      <section className={styles.empty} data-region="">
        <EmptyState
          level="h2"
          title={file.state === 'failed' ? importing.failedTitle : importing.state.stopped}
          action={
            <>
              <Button onPress={onChooseAgain}>{importing.again}</Button>
              <Button variant="bare" onPress={() => leaveOut(file.token)}>
                {importing.leaveOut}
              </Button>
            </>
          }
        >
          {file.trouble}
        </EmptyState>
      </section>
    );
  if (imported === null) return <section className={styles.empty} />;
  const pairs = pairsOf(imported, source.data?.lines ?? [], file.kinds);
  return (
    <section className={styles.beside} aria-label={importing.beside}>
      <Head file={file} />
      <PairList token={file.token} imported={imported} pairs={pairs} kinds={file.kinds} fixed={file.state !== 'review'} />
      <Foot file={file} />
    </section>
  );
}

function Head({ file }: { readonly file: ImportFile }) {
  const templates = useCall('template.list', {}, { staleTime: Number.POSITIVE_INFINITY }).data ?? [];
  const { imported } = file;
  if (imported === null) return null;
  const form = templates.find((one) => one.id === imported.template)?.title ?? null;
  const { start, end } = imported.dates;
  const dates = [start, end === start ? null : end].flatMap((day) => (day === null ? [] : [dateWords(day)])).join(' – ');
  return (
    <div className={styles.besideHead} data-region="">
      <div>
        <h2 className={text.placeTitle}>{imported.title || importing.untitled}</h2>
        <p className={text.quiet}>{importing.readAs(form, dates, importing.inLanguage[imported.language.slice(0, 2)] ?? '')}.</p>
        {file.trouble === null ? null : <p role="alert">{file.trouble}</p>}
      </div>
      <Actions file={file} />
    </div>
  );
}

function Actions({ file }: { readonly file: ImportFile }) {
  const say = useSay();
  const draft = useChange('import.draft', ['draft.list']);
  const openAsDraft = () => {
    if (file.key !== null)
      draft.mutate({ key: file.key }, { onSuccess: ({ id }) => navigate({ place: 'draft', id }), onError: (error) => say(sentenceOf(error)) });
  };
  if (file.state === 'added')
    return (
      <div className={styles.actions}>
        <Button onPress={openAsDraft} isPending={draft.isPending}>
          {importing.asDraft}
        </Button>
        <ButtonLink variant="primary" href={hrefOf({ place: 'archive' })}>
          {importing.seeArchive}
        </ButtonLink>
      </div>
    );
  return (
    <div className={styles.actions}>
      <Button variant="quiet" onPress={() => leaveOut(file.token)}>
        {importing.leaveOut}
      </Button>
      <Button onPress={openAsDraft} isPending={draft.isPending}>
        {importing.asDraft}
      </Button>
      <Button variant="primary" onPress={() => void addToArchive(file.token)} isDisabled={file.state === 'adding'}>
        {importing.addEntries(file.imported?.entries.length ?? 0)}
      </Button>
    </div>
  );
}

function Foot({ file }: { readonly file: ImportFile }) {
  if (file.imported === null) return null;
  const { lost, repairs } = tally(file.imported);
  const changed = Object.keys(file.kinds).length;
  const facts = [
    ...(repairs > 0 ? [importing.repairs(repairs)] : []),
    ...(lost > 0 ? [importing.noPlace(lost)] : []),
    ...(changed > 0 ? [importing.changed(changed)] : []),
  ];
  return (
    <div className={styles.foot}>
      <p>
        <b>{importing.entries(file.imported.entries.length)}</b> <span className={text.quiet}>{facts.join(', ')}</span>
      </p>
      <p className={styles.keys}>
        <span>
          <Key>J</Key> <Key>K</Key> {importing.next}
        </span>
        <span>
          <Key>1</Key>–<Key>8</Key> {importing.changeKind}
        </span>
      </p>
    </div>
  );
}
