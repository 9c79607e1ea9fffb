/** Searches kept under a name: the list in the facets, and the dialog that adds one. */
import { type SubmitEvent, useState } from 'react';
import { sentenceOf, useCall, useChange } from '../client.ts';
import { archive } from '../strings/archive.ts';
import { frame } from '../strings/frame.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './archive.module.css';
import { inputOf, type Search, startSearch } from './search-state.ts';

export function SavedSearches() {
  const saved = useCall('search.saved', {}).data ?? [];
  const forget = useChange('search.forget', ['search.saved']);
  if (saved.length === 0) return null;
  return (
    <section className={styles.facet} aria-label={archive.saved}>
      <h2 className={text.label}>{archive.saved}</h2>
      <ul>
        {saved.map((one) => (
          <li key={one.id} className={styles.savedRow}>
            <button type="button" className={styles.savedName} onClick={() => startSearch(one.input.query, { ...one.input })}>
              {one.name}
            </button>
            <Button variant="quiet" aria-label={archive.forget(one.name)} onPress={() => forget.mutate({ id: one.id })}>
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SaveSearch({ search }: { readonly search: Search }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = useChange('search.save', ['search.saved']);
  const say = useSay();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save.mutate(
      { name: name.trim(), input: { ...inputOf(search), facets: false } },
      {
        onSuccess: () => {
          setOpen(false);
          say(archive.wasSaved(name.trim()));
        },
      },
    );
  };
  return (
    <>
      <Button
        variant="quiet"
        onPress={() => {
          setName(search.query);
          setOpen(true);
        }}
      >
        {archive.save}
      </Button>
      <Dialog title={archive.saveTitle} isOpen={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit}>
          <Field
            label={archive.saveName}
            value={name}
            onChange={setName}
            autoFocus
            maxLength={120}
            error={save.error === null ? undefined : sentenceOf(save.error)}
          />
          <p className={styles.dialogDo}>
            <Button onPress={() => setOpen(false)}>{frame.cancel}</Button>
            <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
              {archive.saveDo}
            </Button>
          </p>
        </form>
      </Dialog>
    </>
  );
}
