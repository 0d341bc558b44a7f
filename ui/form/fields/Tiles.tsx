import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { Naming } from '../control.ts';
import styles from './Tiles.module.css';

/** A control that knows its choices by key. */
export interface TilesProps {
  readonly id: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly required: boolean;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly naming: Naming;
  /** Null where the answer is taken back. */
  readonly onPick: (value: string | null) => void;
}

/** A few choices side by side, one of which may be picked. None is picked before a person does it. */
export function Tiles({ id, options, value, required, wrong, disabled, naming, onPick }: TilesProps) {
  const { form } = useTexts();
  const name = useId();
  return (
    <div className={styles.row}>
      <div
        {...naming}
        role="radiogroup"
        aria-required={required || undefined}
        aria-invalid={wrong || undefined}
        className={styles.tiles}
      >
        {options.map((option, index) => (
          <label
            key={option.value}
            className={classNames(styles.tile, option.value === value && styles.picked, wrong && styles.wrong)}
          >
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              className={styles.radio}
              checked={option.value === value}
              disabled={disabled}
              onChange={() => onPick(option.value)}
            />
            {option.value === value && <IconCheck size={16} stroke={2.5} aria-hidden />}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {!required && !disabled && value !== null && (
        <button type="button" className={styles.clear} onClick={() => onPick(null)}>
          {form.clear}
        </button>
      )}
    </div>
  );
}
