/** A labelled text field. What is wrong stands under it, in words, and is read with it. */
import type { KeyboardEventHandler, ReactNode, Ref } from 'react';
import { Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import { Severity } from './severity.tsx';

export interface FieldProps extends Omit<TextFieldProps, 'className' | 'children' | 'style' | 'isInvalid'> {
  readonly label: string;
  /** Where the label stands: above the field, beside it in the hanging column, or only for screen readers. */
  readonly labelled?: 'above' | 'beside' | 'hidden';
  readonly help?: ReactNode;
  /** Sentence of what is wrong; it makes the field invalid. */
  readonly error?: ReactNode;
  readonly lines?: number;
  readonly placeholder?: string;
  readonly doc?: boolean;
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onInputKey?: KeyboardEventHandler;
}

export function Field({ label, labelled = 'above', help, error, lines = 1, placeholder, doc = false, className, inputRef, onInputKey, ...rest }: FieldProps) {
  const look = cx(styles.input, doc && styles.doc);
  return (
    // “aria”: what is wrong is said under the field; the browser must not hold the form back on its account.
    <TextField validationBehavior="aria" {...rest} isInvalid={error !== undefined && error !== null} className={cx(styles.field, styles[labelled], className)}>
      <Label className={styles.label}>{label}</Label>
      <div>
        {lines > 1 ? (
          <TextArea className={cx(look, styles.lines)} rows={lines} placeholder={placeholder} onKeyUp={onInputKey} />
        ) : (
          <Input className={look} placeholder={placeholder} ref={inputRef} onKeyUp={onInputKey} />
        )}
        {error === undefined || error === null ? null : (
          <Text slot="errorMessage" className={styles.say} role="alert">
            {error}
          </Text>
        )}
        {help === undefined || help === null ? null : (
          <Text slot="description" className={styles.help}>
            {help}
          </Text>
        )}
      </div>
    </TextField>
  );
}

/** The usual error under a field: a short strong word, then the sentence. */
export function FieldError({ short, children }: { readonly short: string; readonly children: ReactNode }) {
  return (
    <>
      <Severity level="block">{short}</Severity> {children}
    </>
  );
}
