import { IconCalendarClock } from '@tabler/icons-react';
import { classNames } from '../../components/class-names.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { localTimeOf, momentOf } from '../zone-time.ts';
import styles from './control.module.css';

/** A day and a time on the clocks of the plant, wherever the reader sits. The answer is the moment in UTC. */
function MomentControl({ id, value, required, wrong, disabled, naming, tight, onChange }: ControlProps) {
  const { form } = useTexts();
  const format = useFormat();
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const known = !Number.isNaN(at);
  return (
    <div className={styles.box}>
      <input
        {...naming}
        id={id}
        type="datetime-local"
        max="9999-12-31T23:59"
        className={classNames(styles.input, styles.covered, wrong && styles.wrong, tight && styles.tight)}
        value={known ? localTimeOf(at, format.zone) : ''}
        required={required}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        onChange={(event) => {
          const moment = momentOf(event.target.value, format.zone);
          onChange(moment === null ? undefined : new Date(moment).toISOString());
        }}
      />
      <span className={classNames(styles.cover, !known && styles.coverHint)} aria-hidden>
        {known ? format.fullMoment(at) : form.pickMoment}
      </span>
      <span className={styles.end} aria-hidden>
        <IconCalendarClock size={tight ? 16 : 18} />
      </span>
    </div>
  );
}

/** A moment. */
export const momentField: FieldKind = {
  kind: 'moment',
  recognises: (schema) => schema.type === 'string' && schema.format === 'date-time',
  Control: MomentControl,
  shape: 'one',
  columnWidth: 180,
};
