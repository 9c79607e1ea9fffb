/** A dialog over the page: a title, its words, its buttons. Escape closes it unless `modal` asks for an answer. */
import { type ReactNode, useEffect, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly answerNeeded?: boolean;
}

/** What had the focus when the dialog was asked for; of a menu that closes behind it, the button that the menu hangs on. */
function whoAsked(): HTMLElement | null {
  const now = document.activeElement;
  const [button] = now?.closest('[role="menu"]')?.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const asked = button === undefined ? now : document.getElementById(button);
  return asked instanceof HTMLElement ? asked : null;
}

/** The focus goes back to who asked, also where that was a menu's item that is gone by then. */
function useFocusBack(): void {
  const [asked] = useState(whoAsked);
  useEffect(() => () => void setTimeout(() => document.activeElement === document.body && asked?.focus()), [asked]);
}

export function Dialog({ title, isOpen, onClose, children, actions, wide = false, answerNeeded = false }: DialogProps) {
  useFocusBack();
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      isDismissable={!answerNeeded}
      isKeyboardDismissDisabled={answerNeeded}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={cx(styles.modal, wide && styles.wide)}>
        <AriaDialog className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
