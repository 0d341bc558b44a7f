import type { ControlProps, FieldKind } from '../control.ts';
import { Value } from '../../components/Value.tsx';
import { viewOfAnswer } from '../view-of-answer.ts';
import styles from './GivenField.module.css';
import { RecordName } from './RecordName.tsx';

/** An answer that comes from the case: shown, never asked. */
function GivenControl({ id, schema, value, naming }: ControlProps) {
  const register = schema['x-ref'];
  const registerOfItems = schema.items?.['x-ref'];
  return (
    <div {...naming} id={id} role="group" tabIndex={-1} className={styles.given}>
      {register !== undefined && typeof value === 'string' ? (
        <RecordName register={register} id={value} />
      ) : registerOfItems !== undefined && Array.isArray(value) ? (
        value.map((entry) => (
          <div key={String(entry)}>
            <RecordName register={registerOfItems} id={String(entry)} />
          </div>
        ))
      ) : (
        <Value value={viewOfAnswer(schema, value)} />
      )}
    </div>
  );
}

/** What nobody can change here. */
export const givenField: FieldKind = {
  kind: 'given',
  recognises: (schema) => schema.readOnly === true,
  Control: GivenControl,
  shape: 'shown',
  isWide: (schema) => schema.items?.properties !== undefined,
  columnWidth: 110,
};
