import { IconCalendar } from '@tabler/icons-react';
import { classNames } from '../../components/class-names.ts';
import { useNow } from '../../components/NowProvider.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import styles from './control.module.css';

/** The browser's own date field, which is the best one under a finger; outside the focus it speaks the reader's language. */
function DateControl({ id, value, required, wrong, disabled, naming, tight, onChange }: ControlProps) {
  const { form } = useTexts();
  const format = useFormat();
  const now = useNow();
  const date = typeof value === 'string' ? value : '';
  const isThisYear = date.slice(0, 4) === format.localDate(now).slice(0, 4);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date);
  return (
    <div className={styles.box}>
      <input
        {...naming}
        id={id}
        type="date"
        max="9999-12-31"
        className={classNames(styles.input, styles.covered, wrong && styles.wrong, tight && styles.tight)}
        value={isDate ? date : ''}
        required={required}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={classNames(styles.cover, !isDate && styles.coverHint)} aria-hidden>
        {isDate ? (tight && isThisYear ? format.shortDate(date) : format.date(date)) : form.pickDate}
      </span>
      <span className={styles.end} aria-hidden>
        <IconCalendar size={tight ? 16 : 18} />
      </span>
    </div>
  );
}

/** A day. */
export const dateField: FieldKind = {
  kind: 'date',
  recognises: (schema) => schema.type === 'string' && schema.format === 'date',
  Control: DateControl,
  shape: 'one',
  columnWidth: 128,
};
