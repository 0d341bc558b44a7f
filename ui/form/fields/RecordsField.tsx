import type { Json } from '../../../engine/model/json.ts';
import type { ControlProps, FieldKind } from '../control.ts';
import { useRecord } from '../use-records.ts';
import { RecordSearch } from './RecordSearch.tsx';
import { Pill } from './Pill.tsx';

/** Several records of a register. */
function RecordsControl(props: ControlProps) {
  const { schema, value, disabled, onChange } = props;
  const register = schema.items?.['x-ref'] ?? schema['x-ref'] ?? '';
  const ids = Array.isArray(value) ? value.map((entry: Json) => String(entry)) : [];
  return (
    <RecordSearch
      {...props}
      register={register}
      shown=""
      without={ids}
      onPick={(choice) => onChange([...ids, choice.id])}
      onBackspace={() => onChange(ids.slice(0, -1))}
      before={
        ids.length === 0
          ? undefined
          : ids.map((id) => (
              <RecordPill
                key={id}
                {...{ register, id, disabled }}
                onRemove={() => onChange(ids.filter((other) => other !== id))}
              />
            ))
      }
    />
  );
}

/** A record that was picked, by its id. */
interface RecordPillProps {
  readonly register: string;
  readonly id: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** A record that was picked. Its name is asked for, since the answer holds its id alone. */
function RecordPill({ register, id, disabled, onRemove }: RecordPillProps) {
  const { data } = useRecord(register, id);
  return (
    <Pill name={data?.name ?? id} disabled={disabled} onRemove={onRemove}>
      {data?.name ?? <span className="gf-code">{id}</span>}
    </Pill>
  );
}

/** Several records of the plant. */
export const recordsField: FieldKind = {
  kind: 'records',
  recognises: (schema) => schema.type === 'array' && (schema.items?.['x-ref'] ?? schema['x-ref']) !== undefined,
  Control: RecordsControl,
  shape: 'one',
  columnWidth: 220,
};
