import { classNames } from '../../components/class-names.ts';
import type { ControlProps, FieldKind } from '../control.ts';
import styles from './control.module.css';

/** One line of text. More than its field takes cannot be typed. */
function TextControl({ id, schema, value, required, wrong, disabled, naming, tight, onChange }: ControlProps) {
  return (
    <input
      {...naming}
      id={id}
      type={TYPES[schema.format ?? ''] ?? 'text'}
      className={classNames(styles.input, wrong && styles.wrong, tight && styles.tight)}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      required={required}
      aria-invalid={wrong || undefined}
      disabled={disabled}
      maxLength={schema.maxLength}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The keyboard that a phone shows. */
const TYPES: { readonly [format: string]: string } = { email: 'email', uri: 'url' };

/** One line of text. */
export const textField: FieldKind = {
  kind: 'text',
  recognises: (schema) => schema.type === 'string',
  Control: TextControl,
  shape: 'one',
  columnWidth: 100,
};
