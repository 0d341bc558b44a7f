import { IconChevronDown } from '@tabler/icons-react';
import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldProblem } from './FieldProblem.tsx';
import styles from './SelectField.module.css';
import field from './TextField.module.css';

/** A list of choices with its label. */
export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What stands there while nothing is chosen; without it one is always chosen. */
  readonly empty?: string;
  /** What is wrong and what to do; null where nothing is. */
  readonly problem?: string | null;
  readonly onPick: (value: string) => void;
}

/** The browser's own list of choices, with its label above and its problem below. */
export function SelectField(props: SelectFieldProps) {
  const { label, value, options, empty, problem = null, onPick, className, ...select } = props;
  const id = useId();
  return (
    <div className={classNames(field.field, className)}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <div className={field.box}>
        <select
          {...select}
          id={id}
          value={value}
          className={classNames(
            field.input,
            styles.select,
            value === '' && styles.empty,
            problem !== null && field.wrong,
          )}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => onPick(event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className={styles.arrow} aria-hidden>
          <IconChevronDown size={16} />
        </span>
      </div>
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
