/** A dialog that asks for a few words: Enter in a line saves (Ctrl Enter where Enter makes a line), Escape leaves all as it was. */
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dialogs } from '../strings.ts';
import styles from './dialogs.module.css';

export interface AskDialogProps {
  readonly title: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Why it cannot be saved yet is said at the field. */
  readonly isDisabled?: boolean;
  readonly save?: string;
  /** One more button, between the two. */
  readonly also?: ReactNode;
  readonly children: ReactNode;
}

export function AskDialog({ title, onSave, onClose, isDisabled = false, save = dialogs.keep, also, children }: AskDialogProps) {
  const form = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" type="submit" form={form} isDisabled={isDisabled}>
            {save}
          </Button>
          {also}
          <Button onPress={onClose}>{dialogs.cancel}</Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.fields}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDisabled) onSave();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
