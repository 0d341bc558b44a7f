import { IconSelector, IconX } from '@tabler/icons-react';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { useRecord } from '../use-records.ts';
import pills from './pills.module.css';
import { RecordSearch } from './RecordSearch.tsx';

/** One record of a register, found by typing. The answer is its id; its name and its id are shown. */
function RecordControl(props: ControlProps) {
  const { schema, value, disabled, onChange } = props;
  const { form } = useTexts();
  const register = schema['x-ref'] ?? '';
  const id = typeof value === 'string' ? value : null;
  const record = useRecord(register, id);
  const shown =
    record.data == null
      ? (id ?? '')
      : record.data.detail === null
        ? `${record.data.name} · ${record.data.id}`
        : record.data.name;
  return (
    <RecordSearch
      {...props}
      {...{ register, shown }}
      without={[]}
      onPick={(choice) => onChange(choice.id)}
      after={
        id !== null && !disabled ? (
          <button
            type="button"
            className={pills.remove}
            aria-label={form.remove(shown)}
            onClick={() => onChange(undefined)}
          >
            <IconX size={16} aria-hidden />
          </button>
        ) : (
          <span className={pills.sign} aria-hidden>
            <IconSelector size={16} />
          </span>
        )
      }
    />
  );
}

/** A record of the plant: a customer, a product, a person. */
export const recordField: FieldKind = {
  kind: 'record',
  recognises: (schema) => schema['x-ref'] !== undefined && schema.type !== 'array',
  Control: RecordControl,
  shape: 'one',
  columnWidth: 160,
};
