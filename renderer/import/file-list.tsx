/** The files, each with one word of state. */
import { useCall } from '../client.ts';
import { importing } from '../strings/import.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Progress } from '../ui/progress.tsx';
import styles from './import.module.css';
import { addToArchive, chooseFile, type ImportFile, stopReading } from './import-store.ts';
import { tally } from './pairs.ts';

export interface FileListProps {
  readonly files: readonly ImportFile[];
  readonly current: string | null;
  readonly onAdd: () => void;
}

export function FileList({ files, current, onAdd }: FileListProps) {
  const busy = files.some((file) => file.state === 'reading' || file.state === 'waiting');
  const ready = files.filter((file) => file.state === 'review');
  return (
    <aside className={styles.files} aria-label={importing.files} data-region="">
      <div className={styles.filesHead}>
        <h2 className={text.sectionTitle}>{importing.files}</h2>
        <Button variant="bare" onPress={onAdd}>
          {importing.add}
        </Button>
      </div>
      <ul className={cx(text.ruled, text.scroll)}>
        {files.map((file) => (
          <li key={file.token} className={cx(styles.file, file.token === current && styles.isCurrent)}>
            <button
              type="button"
              className={styles.fileName}
              aria-current={file.token === current || undefined}
              onClick={() => chooseFile(file.token)}
              title={file.name}
            >
              {file.name}
            </button>
            <span className={cx(styles.state, file.state === 'failed' && styles.isBad)}>{importing.state[file.state]}</span>
            <FileSays file={file} />
          </li>
        ))}
      </ul>
      <div className={styles.filesFoot}>
        {ready.length > 1 ? (
          <Button onPress={() => void addAll(ready)} className={styles.addAll}>
            {importing.addAll(ready.length)}
          </Button>
        ) : null}
        <p>
          {importing.promise}{' '}
          {busy ? (
            <Button variant="link" onPress={stopReading}>
              {importing.stop}
            </Button>
          ) : null}
        </p>
      </div>
    </aside>
  );
}

/** One after the other: each makes its own verified backup first. */
async function addAll(files: readonly ImportFile[]): Promise<void> {
  for (const file of files) await addToArchive(file.token);
}

function FileSays({ file }: { readonly file: ImportFile }) {
  const templates = useCall('template.list', {}, { staleTime: Number.POSITIVE_INFINITY }).data ?? [];
  if (file.state === 'reading')
    return <Progress label={`${importing.state.reading}: ${file.name}`} done={file.progress?.done ?? 0} total={file.progress?.total ?? 0} />;
  if (file.trouble !== null) return <p className={text.listSub}>{file.trouble}</p>;
  if (file.filed !== null) return <p className={text.listSub}>{importing.addedSays(file.filed.entries, file.filed.added)}</p>;
  if (file.imported === null) return null;
  const form = templates.find((one) => one.id === file.imported?.template)?.title ?? importing.readAs(null, '', '');
  return <p className={text.listSub}>{importing.fileSays(form, file.imported.entries.length, tally(file.imported).lost)}</p>;
}
