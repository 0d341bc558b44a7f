import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './IconButton.module.css';

/** A button whose word is only heard, or seen when the pointer rests. */
export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children'> {
  /** What it does; read aloud, and shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly framed?: boolean;
}

/** A button that is only an icon, for acts that everybody knows by their sign. */
export function IconButton({ label, icon, framed = false, className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      className={classNames(styles.button, framed && styles.framed, className)}
    >
      {icon}
    </button>
  );
}
