import { useId } from 'react';
import field from '../components/TextField.module.css';
import { momentField } from './fields/MomentField.tsx';

/** A moment with its label, outside of a form that is made from a schema. */
export interface MomentInputProps {
  readonly label: string;
  /** ISO 8601, or null while there is none. */
  readonly value: string | null;
  readonly required?: boolean;
  readonly onChange: (value: string | null) => void;
}

/** A day and a time on the clocks of the plant, with its label above. */
export function MomentInput({ label, value, required = false, onChange }: MomentInputProps) {
  const id = useId();
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <momentField.Control
        id={id}
        schema={{ type: 'string', format: 'date-time' }}
        path={[]}
        value={value ?? undefined}
        required={required}
        wrong={false}
        disabled={false}
        label={label}
        naming={{}}
        tight={false}
        onChange={(next) => onChange(typeof next === 'string' ? next : null)}
      />
    </div>
  );
}
