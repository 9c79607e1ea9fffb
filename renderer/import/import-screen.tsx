/** Import: files with one word of state; what was recognised beside its source. Nothing enters the archive unseen. */
import { ask, sentenceOf } from '../client.ts';
import { importing } from '../strings/import.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSay } from '../ui/status-line.tsx';
import { Beside } from './beside.tsx';
import { FileList } from './file-list.tsx';
import styles from './import.module.css';
import { addFiles, useCurrentFile, useImportFiles } from './import-store.ts';

export function ImportScreen() {
  const files = useImportFiles();
  const current = useCurrentFile();
  const say = useSay();
  const choose = async () => {
    try {
      addFiles(await ask('host.chooseFiles', { purpose: 'import' }));
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  return (
    <main className={styles.place} id="place">
      <h1 className={text.hidden}>{importing.title}</h1>
      <FileList files={files} current={current?.token ?? null} onAdd={() => void choose()} />
      {current === null ? (
        <section className={styles.empty} data-region="">
          <EmptyState
            level="h2"
            title={importing.emptyTitle}
            action={
              <Button variant="primary" onPress={() => void choose()}>
                {importing.chooseFirst}
              </Button>
            }
          >
            {importing.empty}
          </EmptyState>
        </section>
      ) : (
        <Beside key={current.token} file={current} onChooseAgain={() => void choose()} />
      )}
    </main>
  );
}
