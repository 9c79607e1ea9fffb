/** After the files were written: what the search of them showed, the files, and the way into the archive. */
import type { Output } from '../../shared/contract/api.ts';
import { ask, bridge, sentenceOf, useChange } from '../client.ts';
import { hrefOf } from '../route.ts';
import { exporting } from '../strings/export.ts';
import { numberWords, sizeWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Severity } from '../ui/severity.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './export.module.css';

export interface IssuedProps {
  readonly id: string;
  readonly issued: Output<'draft.export'>;
}

export function Issued({ id, issued: { files, proof } }: IssuedProps) {
  const facts: readonly (readonly [string, string])[] = [
    [exporting.people, numberWords(proof.people)],
    [exporting.named, namedWords(proof)],
    [exporting.worded, numberWords(proof.attributed)],
    [exporting.kept, numberWords(proof.kept)],
    [exporting.human, numberWords(proof.human)],
  ];
  const searched = proof.people > 0 && proof.streams > 0;
  const steps = [
    exporting.proofReopened,
    ...(proof.people === 0 ? [exporting.proofNothing] : []),
    ...(searched ? [exporting.proofSearched(proof.streams, proof.forms)] : []),
    exporting.proofMetadata,
    ...(proof.markedPages === 0 ? [] : [exporting.proofMarked(proof.markedPages)]),
  ];
  return (
    <>
      <table className={styles.facts}>
        <tbody>
          {facts.map(([what, value]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className={text.num}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className={cx(text.sectionTitle, styles.outTitle)}>{exporting.verified}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Icon name="done" strong />
            <span>{step}</span>
          </li>
        ))}
      </ol>
      {searched ? <p className={styles.note}>{exporting.proofNote(proof.keptNames)}</p> : null}
      {searched || proof.people === 0 ? null : (
        <p className={styles.note}>
          <Severity level="warn">{exporting.proofNotSearched}</Severity>
        </p>
      )}
      <h2 className={cx(text.sectionTitle, styles.outTitle)}>{exporting.writtenFiles}</h2>
      <Files files={files} />
      <File id={id} />
    </>
  );
}

/** Whose names a reader of these files will find, and why they stand there. */
function namedWords({ named, keptNames }: Output<'draft.export'>['proof']): string {
  const words = [...(named === 0 ? [] : [exporting.byConsent(named)]), ...(keptNames === 0 ? [] : [exporting.keptNames(keptNames)])];
  return words.length === 0 ? exporting.none : words.join(', ');
}

function Files({ files }: Pick<Output<'draft.export'>, 'files'>) {
  const say = useSay();
  const desktop = bridge.host === 'desktop';
  const show = (token: string) => ask('host.show', { token }).catch((error) => say(sentenceOf(error)));
  const [first] = files;
  return (
    <>
      <ul className={cx(text.ruled, styles.files)}>
        {files.map((file) => (
          <li key={file.name}>
            <span>
              <span className={text.listTitle}>{file.name}</span>
              <span className={text.listSub}>
                {[file.pages === null ? null : exporting.pages(file.pages), sizeWords(file.bytes), exporting.formatSays[file.format]]
                  .filter((part) => part !== null && part !== undefined)
                  .join(', ')}
              </span>
            </span>
            {desktop ? null : (
              <Button variant="bare" aria-label={`${exporting.download}: ${file.name}`} onPress={() => void show(file.token)}>
                {exporting.download}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {desktop && first !== undefined ? (
        <p className={styles.do}>
          <Button variant="primary" onPress={() => void show(first.token)}>
            {exporting.show}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function File({ id }: { readonly id: string }) {
  const file = useChange('draft.file', ['session.status', 'search.query', 'draft.list']);
  return (
    <p className={styles.do}>
      {file.data === undefined ? (
        <Button isPending={file.isPending} onPress={() => file.mutate({ id })}>
          {exporting.file}
        </Button>
      ) : (
        // The button is gone with its work: the focus goes on to what can be done next.
        <a href={hrefOf({ place: 'archive' })} ref={(link) => link?.focus()}>
          {exporting.seeArchive}
        </a>
      )}
      <span role="status">{file.data === undefined ? null : exporting.filed(file.data.entries)}</span>
      {file.error === null ? null : <span role="alert">{sentenceOf(file.error)}</span>}
    </p>
  );
}
