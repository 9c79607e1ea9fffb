/** Renaming a heading that the form fixes: a step of its own, so that nobody takes it by accident. */
import { useState } from 'react';
import { plain } from '../../../shared/document/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { fixedHeadingAt, renameHeading } from '../editor/fixed-headings.ts';
import { findById } from '../editor/nodes.ts';
import { useDraft } from '../model/session.ts';
import { headings } from '../strings.ts';
import { AskDialog } from './ask-dialog.tsx';

export function HeadingDialog({ block }: { readonly block: string }) {
  const draft = useDraft();
  const say = useSay();
  const found = findById(draft.editor, block);
  const heading = found && fixedHeadingAt(draft.editor, found[1]);
  const now = heading ? plain(heading.block) : '';
  const [words, setWords] = useState(now);
  const close = (): void => {
    draft.ask(null);
    draft.focusPage();
  };
  const rename = (to: string): void => {
    if (renameHeading(draft.editor, block, to)) say({ text: headings.renamed, undo: () => draft.editor.undo() });
    close();
  };
  if (!heading) return null;
  const { form } = heading;
  const also = now === form ? null : <Button onPress={() => rename(form)}>{headings.asForm(form)}</Button>;
  return (
    <AskDialog title={headings.title} save={headings.rename} onSave={() => rename(words)} onClose={close} isDisabled={words.trim() === ''} also={also}>
      <Field
        label={headings.label}
        help={headings.help(form)}
        value={words}
        onChange={setWords}
        maxLength={200}
        doc
        autoFocus
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
    </AskDialog>
  );
}
