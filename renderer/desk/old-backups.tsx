/** Backups that still hold a destroyed register, and the way to be rid of them: a new copy in their place, after a typed word. */
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { replaceWord } from '../../shared/contract/calls/archive.ts';
import { ask, queries, sentenceOf, useCall } from '../client.ts';
import { adoption } from '../strings/adoption.ts';
import { momentWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import styles from './desk.module.css';

type Replaced = Output<'archive.replaceBackups'>;

/** @param held ids of backups, and names of databases that were set aside as damaged */
export function OldBackups({ draft, held }: { readonly draft: string; readonly held: readonly string[] }) {
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  // As they were when the register went: the list must not lose its words while they are deleted.
  const known = useCall('archive.backups', {}, { staleTime: Number.POSITIVE_INFINITY }).data ?? [];
  const wordsOf = (id: string) => {
    const backup = known.find((one) => one.id === id);
    return backup === undefined ? id : adoption.backupOf(momentWords(backup.madeMs));
  };
  const shown = replaced === null ? held : replaced.kept;
  return (
    <>
      <p className={styles.dialogSay} role="status">
        {replaced === null ? adoption.backups(held.length) : adoption.replaced(replaced.deleted.length, replaced.kept.length)}
      </p>
      <ul className={text.ruled}>
        {shown.map((id) => (
          <li key={id}>{wordsOf(id)}</li>
        ))}
      </ul>
      {replaced === null && held.some((id) => known.some((backup) => backup.id === id)) ? <Replace draft={draft} onReplaced={setReplaced} /> : null}
    </>
  );
}

function Replace({ draft, onReplaced }: { readonly draft: string; readonly onReplaced: (replaced: Replaced) => void }) {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const replace = async () => {
    setBusy(true);
    try {
      const replaced = await ask('archive.replaceBackups', { draft, confirm: replaceWord });
      onReplaced(replaced);
    } catch (error) {
      setTrouble(sentenceOf(error));
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['archive.backups'], refetchType: 'none' });
    }
  };
  if (!asked)
    return (
      <div className={styles.dialogDo}>
        <Button onPress={() => setAsked(true)}>{adoption.replaceAsk}</Button>
      </div>
    );
  return (
    <>
      <p className={styles.dialogSay}>{adoption.replaceSay}</p>
      <Field label={adoption.replaceType(replaceWord)} value={typed} onChange={setTyped} autoFocus error={trouble ?? undefined} />
      <div className={styles.dialogDo}>
        <Button isDisabled={typed.trim().toLowerCase() !== replaceWord} isPending={busy} onPress={() => void replace()}>
          {adoption.replace}
        </Button>
      </div>
    </>
  );
}
