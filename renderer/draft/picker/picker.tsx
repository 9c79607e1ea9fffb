/** A list at the caret with a field to narrow it: arrows choose, Enter takes, Escape goes back to the text. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { ReactEditor } from 'slate-react';
import { cx } from '../../ui/class-names.ts';
import { useDraft } from '../model/session.ts';
import { picker as words } from '../strings.ts';
import styles from './picker.module.css';

export interface Option {
  readonly id: string;
  readonly label: ReactNode;
  /** Words that typing is matched against. */
  readonly text: string;
  readonly aside?: ReactNode;
  readonly hint?: string | undefined;
  /** A sign that takes this option at once while nothing is typed. */
  readonly key?: string | undefined;
  readonly run: () => void;
}

export interface PickerProps {
  readonly title: string;
  readonly hint: string;
  readonly options: readonly Option[];
  readonly empty?: string;
  readonly foot?: ReactNode;
  /** The sign that opened the list: typed again with nothing else, it goes into the text. */
  readonly sign?: string;
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** For options that are sentences. */
  readonly wide?: boolean;
}

/** Letters as typed in a hurry: no capitals, no accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What fits the typed words: the same text first, then what begins so, then what holds them in a row, then in any order. */
function matches(options: readonly Option[], query: string): readonly Option[] {
  const wanted = folded(query.trim());
  if (wanted === '') return options;
  const parts = wanted.split(/\s+/);
  const rank = ({ text }: Option): number => {
    const own = folded(text);
    if (own === wanted) return 0;
    if (own.startsWith(wanted)) return 1;
    if (own.includes(wanted)) return 2;
    return parts.every((part) => own.includes(part)) ? 3 : 4;
  };
  const ranked = options.map((option) => ({ option, rank: rank(option) })).filter((each) => each.rank < 4);
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

export function Picker({ title, hint, options, empty = words.nothing, foot, sign, onKey, wide = false }: PickerProps) {
  const draft = useDraft();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const found = matches(options, query);
  const place = useCaretPlace(box);
  const close = (): void => {
    draft.pick(null);
    draft.focusPage();
  };
  const take = (option: Option | undefined): void => {
    if (!option) return;
    close();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const quick = query === '' ? options.find((option) => option.key === event.key) : undefined;
    const act = onKey?.(event)
      ? () => undefined
      : quick
        ? () => take(quick)
        : keyAction(event.key, { close, take: () => take(found[at]), move: (by) => setAt((now) => (now + by + found.length) % Math.max(1, found.length)) });
    const typedAgain = sign !== undefined && event.key === sign && query === '';
    if (!act && !typedAgain) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) {
      act();
      return;
    }
    close();
    draft.editor.insertText(sign ?? '');
  };
  return (
    <div
      ref={box}
      className={cx(styles.picker, wide && styles.isWide)}
      style={place}
      role="dialog"
      aria-label={title}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || draft.pick(null)}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the list was asked for at the caret, typing goes on in it
        autoFocus
        className={styles.query}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? list : undefined}
        aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
        aria-label={title}
        placeholder={hint}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoComplete="off"
      />
      <Options {...{ list, found, at, take, empty }} />
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </div>
  );
}

function keyAction(key: string, act: { close: () => void; take: () => void; move: (by: number) => void }): (() => void) | null {
  switch (key) {
    case 'Escape':
      return act.close;
    case 'Enter':
    case 'Tab':
      return act.take;
    case 'ArrowDown':
      return () => act.move(1);
    case 'ArrowUp':
      return () => act.move(-1);
    default:
      return null;
  }
}

interface OptionsProps {
  readonly list: string;
  readonly found: readonly Option[];
  readonly at: number;
  readonly take: (option: Option) => void;
  readonly empty: string;
}

function Options({ list, found, at, take, empty }: OptionsProps) {
  const current = useRef<HTMLDivElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  });
  if (found.length === 0)
    return (
      <p role="status" className={styles.empty}>
        {empty}
      </p>
    );
  return (
    <div id={list} role="listbox" className={styles.list} tabIndex={-1}>
      {found.map((option, index) => (
        <div
          key={option.id}
          ref={index === at ? current : undefined}
          id={`${list}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={cx(styles.option, index === at && styles.isCurrent)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
          onKeyDown={() => undefined}
        >
          <span className={styles.optionLabel}>{option.label}</span>
          {option.aside ? <span className={styles.aside}>{option.aside}</span> : null}
          {option.hint ? <kbd>{option.hint}</kbd> : null}
        </div>
      ))}
    </div>
  );
}

/** Under the caret, or above it where there is no room; in the middle of the window where there is no caret. */
function useCaretPlace(box: React.RefObject<HTMLDivElement | null>): { left: number; top: number } {
  const { editor } = useDraft();
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const size = box.current?.getBoundingClientRect() ?? new DOMRect();
    const caret = caretRect(editor);
    const below = caret.bottom + 6 + size.height < innerHeight ? caret.bottom + 6 : Math.max(8, caret.top - size.height - 6);
    setPlace({ left: Math.max(8, Math.min(caret.left, innerWidth - size.width - 8)), top: below });
  }, [editor, box]);
  return place;
}

function caretRect(editor: ReturnType<typeof useDraft>['editor']): DOMRect {
  try {
    if (editor.selection) {
      const range = ReactEditor.toDOMRange(editor, editor.selection);
      const rect = range.getClientRects()[0] ?? range.startContainer.parentElement?.getBoundingClientRect();
      if (rect && rect.bottom > 0 && rect.top < innerHeight) return rect;
    }
  } catch {
    // The caret's place is not on the page (just removed): the middle of the window serves.
  }
  return new DOMRect(innerWidth / 3, innerHeight / 4, 0, 0);
}
