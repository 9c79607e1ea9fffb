/** Ticking and choosing: a checkbox, and a group of radio buttons. A count or a remark may stand at the right. */
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps, Label, Radio, RadioGroup, type RadioGroupProps } from 'react-aria-components';
import styles from './choice.module.css';
import { cx } from './class-names.ts';

export interface TickProps extends Omit<CheckboxProps, 'className' | 'children' | 'style'> {
  readonly children?: ReactNode;
  readonly aside?: ReactNode;
  readonly dense?: boolean;
}

/** A checkbox with its words. Without `children` it needs `aria-label`. */
export function Tick({ children, aside, dense = false, ...rest }: TickProps) {
  return (
    <Checkbox {...rest} className={cx(styles.choice, dense && styles.dense, children === undefined && styles.alone)}>
      <span className={styles.box} aria-hidden="true" />
      {children === undefined ? null : <span className={styles.words}>{children}</span>}
      {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
    </Checkbox>
  );
}

export interface ChoiceOption<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly aside?: ReactNode;
}

export interface ChoiceProps<V extends string> extends Omit<RadioGroupProps, 'className' | 'children' | 'style' | 'value' | 'onChange'> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}

/** One of several, all in sight. */
export function Choice<V extends string>({ label, labelHidden = false, options, value, onChoose, ...rest }: ChoiceProps<V>) {
  return (
    <RadioGroup {...rest} value={value} onChange={(next) => onChoose(next as V)} className={styles.group}>
      <Label className={cx(styles.groupLabel, labelHidden && styles.hidden)}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.choice}>
          <span className={cx(styles.box, styles.round)} aria-hidden="true" />
          <span className={styles.words}>{option.label}</span>
          {option.aside === undefined ? null : <span className={styles.aside}>{option.aside}</span>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
