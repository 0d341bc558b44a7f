import { classNames } from '../../components/class-names.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import styles from './control.module.css';

/** From this share of the most characters on, their count is shown. */
const NEARLY_FULL = 0.8;

/** A box for sentences. It counts characters once few are left, and lets go on: a long paste is for its writer to cut. */
function LinesControl({ id, schema, value, required, wrong, disabled, naming, tight, onChange }: ControlProps) {
  const { form } = useTexts();
  const format = useFormat();
  const text = typeof value === 'string' ? value : '';
  const most = schema.maxLength;
  return (
    <>
      <textarea
        {...naming}
        id={id}
        rows={tight ? 1 : 4}
        className={classNames(styles.input, styles.lines, wrong && styles.wrong, tight && styles.tight)}
        value={text}
        required={required}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      {most !== undefined && text.length >= most * NEARLY_FULL && (
        <span className={classNames(styles.count, text.length > most && styles.full)}>
          {form.characters(format.number(text.length), format.number(most))}
        </span>
      )}
    </>
  );
}

/** Text of several lines. It grows with what is typed. */
export const linesField: FieldKind = {
  kind: 'lines',
  recognises: (schema) => schema.type === 'string' && schema['x-multiline'] === true,
  Control: LinesControl,
  shape: 'one',
  columnWidth: 180,
};
