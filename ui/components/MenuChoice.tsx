import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useCloseMenu } from './Menu.tsx';
import styles from './Menu.module.css';

/** One of a few, chosen within a menu. */
export interface MenuChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: V) => void;
  /** True where nobody wants to choose twice. */
  readonly closes?: boolean;
}

/** A few values inside a menu, one of them taken, under a heading that names them. */
export function MenuChoice<V extends string>({ label, value, options, onChange, closes = false }: MenuChoiceProps<V>) {
  const id = useId();
  const close = useCloseMenu();
  const handlePress = (chosen: V) => {
    onChange(chosen);
    if (closes) close();
  };
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className={styles.label}>
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          lang={option.lang}
          className={styles.item}
          onClick={() => handlePress(option.value)}
        >
          <IconCheck size={16} aria-hidden className={option.value === value ? undefined : styles.unseen} />
          {option.label}
        </button>
      ))}
    </div>
  );
}
