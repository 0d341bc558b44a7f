import { IconSearch } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './SearchField.module.css';

/** A field of HTML that knows what is looked for. */
export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'aria-label'> {
  /** What is looked for; it is also the placeholder unless one is given. */
  readonly label: string;
  readonly hotkey?: string;
  readonly small?: boolean;
}

/** A field to look for something. */
export function SearchField({ label, hotkey, small = false, className, placeholder, ...input }: SearchFieldProps) {
  return (
    <span className={classNames(styles.search, small && styles.small, className)}>
      <IconSearch size={small ? 16 : 18} aria-hidden />
      <input {...input} type="search" aria-label={label} placeholder={placeholder ?? label} className={styles.input} />
      {hotkey && (
        <kbd className={styles.hotkey} aria-hidden>
          {hotkey}
        </kbd>
      )}
    </span>
  );
}
