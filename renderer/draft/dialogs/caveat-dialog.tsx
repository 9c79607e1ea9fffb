/** A caveat of the template is left out only with a reason, which stays in the archive. */
import { useState } from 'react';
import { caveatOverride } from '../../../shared/template/fixed-text.ts';
import { Field } from '../../ui/field.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { fixedTextOf, removeFixedText } from '../editor/fixed-text-commands.ts';
import { useDraft } from '../model/session.ts';
import { caveats } from '../strings.ts';
import { AskDialog } from './ask-dialog.tsx';

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
    <AskDialog title={caveats.title(found?.title ?? '')} save={caveats.remove} onSave={remove} onClose={close} isDisabled={reason.trim().length < shortest}>
      <Field label={caveats.reason} help={caveats.reasonHelp} lines={2} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  );
}
