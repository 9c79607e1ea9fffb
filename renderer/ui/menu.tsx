/** A menu of commands behind a button, and a chooser of one value. Both float; both close with Escape. */
import type { ReactNode } from 'react';
import { Menu as AriaMenu, Button, Label, ListBox, ListBoxItem, MenuItem, MenuTrigger, Popover, Select, SelectValue, Text } from 'react-aria-components';
import buttons from './button.module.css';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './menu.module.css';

export interface Command {
  readonly id: string;
  readonly label: ReactNode;
  /** Plain words of the label, where it is not a string: for type-ahead. */
  readonly text?: string | undefined;
  readonly aside?: ReactNode;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** In force now: one of several, told by weight and to screen readers. */
  readonly current?: boolean | undefined;
  readonly run: () => void;
}

export interface MenuProps {
  /** What the button says. */
  readonly label: ReactNode;
  readonly name?: string | undefined;
  readonly commands: readonly Command[];
  readonly variant?: 'plain' | 'bare' | 'quiet';
  readonly className?: string | undefined;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start';
}

export function Menu({ label, name, commands, variant = 'quiet', className, placement = 'bottom start' }: MenuProps) {
  const current = commands.filter((command) => command.current).map(({ id }) => id);
  const chooses = commands.some((command) => command.current !== undefined);
  return (
    <MenuTrigger>
      <Button className={cx(buttons.button, variant !== 'plain' && buttons[variant], className)} {...(name === undefined ? {} : { 'aria-label': name })}>
        {label} <Icon name="down" />
      </Button>
      <Popover className={styles.float} placement={placement} offset={4}>
        <AriaMenu
          className={styles.list}
          {...(chooses ? { selectionMode: 'single' as const, selectedKeys: current } : {})}
          onAction={(id) => commands.find((command) => command.id === id)?.run()}
        >
          {commands.map((command) => (
            <MenuItem
              key={command.id}
              id={command.id}
              className={styles.item}
              textValue={command.text ?? (typeof command.label === 'string' ? command.label : command.id)}
              isDisabled={command.disabled ?? false}
            >
              <span>{command.label}</span>
              {command.aside === undefined ? null : <Text slot="description">{command.aside}</Text>}
              {command.hint === undefined ? null : <kbd>{command.hint}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface PickOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly sub?: string | undefined;
}

export interface PickProps<V extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly PickOption<V>[];
  readonly value: V;
  readonly onPick: (value: V) => void;
  /** field: edged like a field · quiet: a word with an arrow · title: the title of a thing */
  readonly look?: 'field' | 'quiet' | 'title';
  readonly isDisabled?: boolean;
}

/** One of several, folded: the chosen value and an arrow. */
export function Pick<V extends string>({ label, labelHidden = false, options, value, onPick, look = 'field', isDisabled = false }: PickProps<V>) {
  return (
    <Select className={styles.pick} value={value} onChange={(key) => onPick(key as V)} isDisabled={isDisabled}>
      <Label className={cx(styles.label, labelHidden && styles.hidden)}>{label}</Label>
      <Button className={cx(styles.face, styles[look])}>
        <SelectValue className={styles.value} />
        <Icon name="down" />
      </Button>
      <Popover className={styles.float} offset={4}>
        <ListBox className={styles.list}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.item}>
              <span className={look === 'title' ? styles.titleText : undefined}>{option.label}</span>
              {option.sub === undefined ? null : (
                <Text slot="description" className={styles.sub}>
                  {option.sub}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
