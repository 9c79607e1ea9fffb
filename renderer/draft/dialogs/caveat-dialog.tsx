/** A caveat of the template is left out only with a reason, which stays in the archive. */
import { useState } from 'react';
import { caveatOverride } from '../../../shared/template/fixed-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { fixedTextOf, removeFixedText } from '../editor/fixed-text-commands.ts';
import { useDraft } from '../model/session.ts';
import { caveats, dialogs } from '../strings.ts';

/** Shortest reason that the draft file takes, characters. */
const shortest = 8;

export function CaveatDialog({ block }: { readonly block: string }) {
  const draft = useDraft();
  const say = useSay();
  const [reason, setReason] = useState('');
  const found = fixedTextOf(draft.editor, block);
  const close = (): void => {
    draft.ask(null);
    draft.focusPage();
  };
  const remove = (): void => {
    if (found === null || reason.trim().length < shortest) return;
    const before = draft.parts.get().overrides;
    const id = caveatOverride(found.text);
    // The reason first: a check between the two finds nothing that is not so.
    draft.change({ overrides: [...before.filter((each) => each.id !== id), { id, reason: reason.trim() }] });
    removeFixedText(draft.editor, block);
    say({
      text: caveats.removed(found.title),
      undo: () => {
        draft.editor.undo();
        draft.change({ overrides: draft.parts.get().overrides.filter((each) => each.id !== id) });
      },
    });
    close();
  };
  return (
    <Dialog
      title={caveats.title(found?.title ?? '')}
      isOpen
      onClose={close}
      actions={
        <>
          <Button variant="primary" isDisabled={reason.trim().length < shortest} onPress={remove}>
            {caveats.remove}
          </Button>
          <Button onPress={close}>{dialogs.cancel}</Button>
        </>
      }
    >
      <Field label={caveats.reason} help={caveats.reasonHelp} lines={2} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  );
}
