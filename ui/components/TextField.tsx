import { IconAlertCircle } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './TextField.module.css';

/** A field of HTML with its words around it. */
export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  /** What is wrong and what to do; null where nothing is. */
  readonly problem?: string | null;
  /** A button inside the field, at its end. */
  readonly end?: ReactNode;
}

/** One line of text with its label above and its problem below. */
export function TextField({ label, problem = null, end, className, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          {...input}
          id={id}
          className={classNames(styles.input, end !== undefined && styles.withEnd, problem !== null && styles.wrong)}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
        />
        {end && <span className={styles.end}>{end}</span>}
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem}>
          <IconAlertCircle size={15} aria-hidden />
          {problem}
        </p>
      )}
    </div>
  );
}
