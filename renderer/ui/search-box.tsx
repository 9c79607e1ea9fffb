/** The large search field of the Desk and the Archive. Enter submits; the value is the caller's. */
import type { KeyboardEventHandler, Ref } from 'react';
import { Icon } from './icon.tsx';
import { Key } from './key.tsx';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly onSubmit: () => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}

export function SearchBox({ label, placeholder, value, onType, onSubmit, onKeyDown, inputRef, hint = 'Ctrl K', autoFocus = false }: SearchBoxProps) {
  return (
    <search>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Icon name="search" />
        <input
          ref={inputRef}
          // biome-ignore lint/a11y/noAutofocus: a place whose purpose is the search begins in it
          autoFocus={autoFocus}
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={value}
          spellCheck={false}
          autoComplete="off"
          maxLength={1000}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Key>{hint}</Key>
      </form>
    </search>
  );
}
