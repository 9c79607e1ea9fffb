/** Dialogs over the draft: a picture's words, an entry's addressees and themes, a link, a caption. */
import { useState } from 'react';
import { Transforms } from 'slate';
import { Field } from '../../ui/field.tsx';
import { patchEntry } from '../editor/entry-commands.ts';
import { setLink } from '../editor/inline-commands.ts';
import { currentBlock, findById } from '../editor/nodes.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { dialogs, page } from '../strings.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CaveatDialog } from './caveat-dialog.tsx';
import { HeadingDialog } from './heading-dialog.tsx';

export function Dialogs() {
  const asked = useStorePart(useDraft().ui, (ui) => ui.asked);
  if (asked?.kind === 'picture') return <PictureDialog key={asked.asset} id={asked.asset} />;
  if (asked?.kind === 'caption') return <CaptionDialog key={asked.table} table={asked.table} />;
  if (asked?.kind === 'caveat') return <CaveatDialog key={asked.block} block={asked.block} />;
  if (asked?.kind === 'heading') return <HeadingDialog key={asked.block} block={asked.block} />;
  if (asked?.kind === 'link') return <LinkDialog />;
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
    <AskDialog title={dialogs.picture} onSave={save} onClose={close}>
      <Field label={dialogs.alt} help={dialogs.altHelp} lines={3} value={alt} onChange={setAlt} autoFocus />
      <Field label={dialogs.credit} value={credit} onChange={setCredit} />
    </AskDialog>
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
    <AskDialog title={dialogs.entry} onSave={save} onClose={close}>
      <Field label={dialogs.addressees} help={dialogs.addresseesHelp} value={addressees} onChange={setAddressees} autoFocus />
      <Field label={dialogs.themes} value={themes} onChange={setThemes} />
    </AskDialog>
  );
}

function CaptionDialog({ table }: { readonly table: string }) {
  const draft = useDraft();
  const found = findById(draft.editor, table);
  const [caption, setCaption] = useState(found?.[0].type === 'table' ? (found[0].caption ?? '') : '');
  const close = (): void => {
    draft.ask(null);
    draft.focusPage();
  };
  const save = (): void => {
    if (found) Transforms.setNodes(draft.editor, { caption: caption.trim() }, { at: found[1] });
    close();
  };
  return (
    <AskDialog title={dialogs.caption} onSave={save} onClose={close}>
      <Field label={page.caption} value={caption} onChange={setCaption} maxLength={500} autoFocus />
    </AskDialog>
  );
}

/** A link on the selected words; the schema's list of schemes decides what may be linked to. */
function LinkDialog() {
  const draft = useDraft();
  const [url, setUrl] = useState('https://');
  const [refused, setRefused] = useState(false);
  const close = (): void => {
    draft.ask(null);
    draft.focusPage();
  };
  const save = (): void => {
    if (setLink(draft.editor, url.trim())) close();
    else setRefused(true);
  };
  return (
    <AskDialog title={dialogs.link} onSave={save} onClose={close}>
      <Field label={dialogs.address} help={dialogs.addressHelp} error={refused ? dialogs.noAddress : undefined} value={url} onChange={setUrl} autoFocus />
    </AskDialog>
  );
}
