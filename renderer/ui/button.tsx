/** A button. One `primary` a screen; `bare` is a word in the accent, `quiet` a word in ink. */
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './class-names.ts';
import { Key } from './key.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: 'plain' | 'primary' | 'bare' | 'quiet' | 'link';
  /** The key that does the same, shown on the button: "↵". */
  readonly hint?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Button({ variant = 'plain', hint, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(variant === 'link' ? styles.link : styles.button, variant !== 'plain' && styles[variant], className)}>
      {children}
      {hint === undefined ? null : <Key>{hint}</Key>}
    </AriaButton>
  );
}

/** A link that looks like a button; `href` is a place of the app (`hrefOf`). */
export function ButtonLink({
  variant = 'plain',
  href,
  className,
  children,
}: Pick<ButtonProps, 'variant' | 'className' | 'children'> & { readonly href: string }) {
  return (
    <a href={href} className={cx(styles.button, variant !== 'plain' && styles[variant], className)}>
      {children}
    </a>
  );
}
