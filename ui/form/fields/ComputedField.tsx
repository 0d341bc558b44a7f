import { Value } from '../../components/Value.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { canAskHere } from '../live-form.ts';
import { viewOfAnswer } from '../view-of-answer.ts';
import styles from './ComputedField.module.css';

/** A value that is worked out: here as it is typed, or by the server where it needs the case. */
function ComputedControl({ id, schema, value, naming, tight }: ControlProps) {
  const { form } = useTexts();
  const isLater = value === undefined && !canAskHere(schema['x-computed'] ?? '');
  return (
    <output {...naming} id={id} tabIndex={-1} className={tight ? styles.tight : styles.computed}>
      {isLater ? (
        <span className={styles.later}>{form.workedOutLater}</span>
      ) : (
        <Value value={viewOfAnswer(schema, value)} />
      )}
    </output>
  );
}

/** What follows from other answers. */
export const computedField: FieldKind = {
  kind: 'computed',
  recognises: (schema) => schema['x-computed'] !== undefined,
  Control: ComputedControl,
  shape: 'shown',
  columnWidth: 96,
};
