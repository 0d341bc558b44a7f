import { IconChevronDown } from '@tabler/icons-react';
import { classNames } from '../../components/class-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps } from '../control.ts';
import styles from './control.module.css';

/** A control that knows its choices by key. */
export interface ChooseProps extends Omit<ControlProps, 'value' | 'onChange'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onPick: (value: string | null) => void;
}

/** The browser's own list of choices, for many of them or where there is little room. */
export function Choose({ id, options, value, required, wrong, disabled, naming, tight, onPick }: ChooseProps) {
  const { form } = useTexts();
  return (
    <div className={styles.box}>
      <select
        {...naming}
        id={id}
        className={classNames(
          styles.input,
          styles.select,
          value === null && styles.empty,
          wrong && styles.wrong,
          tight && styles.tight,
        )}
        value={value ?? ''}
        required={required}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        onChange={(event) => onPick(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{tight ? '–' : form.pickOne}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={styles.end} aria-hidden>
        <IconChevronDown size={16} />
      </span>
    </div>
  );
}
