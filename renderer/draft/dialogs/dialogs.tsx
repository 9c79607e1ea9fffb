/** Dialogs over the draft: a picture's words, an entry's addressees and themes. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { patchEntry } from '../editor/entry-commands.ts';
import { currentBlock } from '../editor/nodes.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { dialogs } from '../strings.ts';

export function Dialogs() {
  const asked = useStorePart(useDraft().ui, (ui) => ui.asked);
  if (asked?.kind === 'picture') return <PictureDialog key={asked.asset} id={asked.asset} />;
  return asked?.kind === 'entry' ? <EntryDialog /> : null;
}

/** Alternative text and credit: without the first no tagged PDF can be made. */
function PictureDialog({ id }: { readonly id: string }) {
  const draft = useDraft();
  const asset = draft.parts.get().assets[id];
  const [alt, setAlt] = useState(asset?.alt ?? '');
  const [credit, setCredit] = useState(asset?.credit ?? '');
  const close = (): void => {
    draft.ask(null);
    draft.focusPage();
  };
  const save = (): void => {
    const { assets } = draft.parts.get();
    if (asset) draft.change({ assets: { ...assets, [id]: { ...asset, alt: alt.trim(), credit: credit.trim() } } });
    close();
  };
  return (
    <Dialog title={dialogs.picture} isOpen onClose={close} actions={<DialogActions save={save} close={close} />}>
      <Field label={dialogs.alt} help={dialogs.altHelp} lines={3} value={alt} onChange={setAlt} autoFocus />
      <Field label={dialogs.credit} value={credit} onChange={setCredit} />
    </Dialog>
  );
}

const list = (text: string): string[] | undefined => {
  const items = text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length > 0 ? items : undefined;
};

function EntryDialog() {
  const draft = useDraft();
  const entry = currentBlock(draft.editor)?.[0].entry;
  const [addressees, setAddressees] = useState(entry?.addressees?.join(', ') ?? '');
  const [themes, setThemes] = useState(entry?.themes?.join(', ') ?? '');
  const close = (): void => {
    draft.ask(null);
    draft.focusPage();
  };
  const save = (): void => {
    patchEntry(draft.editor, { addressees: list(addressees), themes: list(themes) });
    close();
  };
  return (
    <Dialog title={dialogs.entry} isOpen onClose={close} actions={<DialogActions save={save} close={close} />}>
      <Field label={dialogs.addressees} help={dialogs.addresseesHelp} value={addressees} onChange={setAddressees} autoFocus />
      <Field label={dialogs.themes} value={themes} onChange={setThemes} />
    </Dialog>
  );
}

function DialogActions({ save, close }: { readonly save: () => void; readonly close: () => void }) {
  return (
    <>
      <Button variant="primary" onPress={save}>
        {dialogs.keep}
      </Button>
      <Button onPress={close}>{dialogs.cancel}</Button>
    </>
  );
}
