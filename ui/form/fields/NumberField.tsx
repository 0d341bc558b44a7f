import { useState } from 'react';
import type { Json } from '../../../engine/model/json.ts';
import { classNames } from '../../components/class-names.ts';
import type { Format } from '../../texts/format.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { decimalSign, readNumber } from '../read-number.ts';
import styles from './control.module.css';
import numbers from './NumberField.module.css';

/**
 * A number as the reader writes numbers.
 *
 * While it is typed it stays as it was typed; when it is left, it is written out, so that a thousand and a bit more
 * than one cannot be mixed up. What is no number is kept as text, so that the check can say so.
 */
function NumberControl({ id, schema, value, required, wrong, disabled, naming, tight, onChange }: ControlProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const unit = schema['x-unit'];
  const places = schema.type === 'integer' ? 0 : (schema['x-decimals'] ?? 0);
  return (
    <div className={styles.box}>
      <input
        {...naming}
        id={id}
        inputMode={schema.type === 'integer' ? (mayBeNegative(schema) ? 'text' : 'numeric') : 'decimal'}
        className={classNames(styles.input, numbers.number, wrong && styles.wrong, tight && styles.tight)}
        style={unit === undefined ? undefined : { paddingInlineEnd: `calc(${unit.length}ch + ${tight ? 14 : 22}px)` }}
        value={typed ?? written(value, places, format)}
        required={required}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        autoComplete="off"
        onFocus={() => setTyped(plain(value, format))}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readNumber(event.target.value, format.language) ?? event.target.value.trim());
        }}
      />
      {unit !== undefined && <span className={styles.end}>{unit}</span>}
    </div>
  );
}

/** Whether the keyboard of a phone needs a minus sign. */
function mayBeNegative(schema: ControlProps['schema']): boolean {
  return (schema.minimum ?? schema.exclusiveMinimum ?? -1) < 0;
}

/** Decimals that were typed are never rounded away: too many are the check's business. Of those that are missing, two are added. */
function written(value: Json | undefined, places: number, format: Format): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  return new Intl.NumberFormat(format.language, {
    minimumFractionDigits: Math.min(places, 2),
    maximumFractionDigits: 12,
    useGrouping: 'always',
  }).format(value);
}

/** The number as it is easiest to change: no thousands signs. */
function plain(value: Json | undefined, format: Format): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value).replace('.', decimalSign(format.language)) : '';
}

/** A number, with its unit. */
export const numberField: FieldKind = {
  kind: 'number',
  recognises: (schema) => schema.type === 'number' || schema.type === 'integer',
  Control: NumberControl,
  shape: 'one',
  columnWidth: 80,
};
