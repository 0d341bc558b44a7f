import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type Json, isJsonObject } from '../../../engine/model/json.ts';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { useForm } from '../FormContext.tsx';
import { type Column, columnsOf, fieldsOfRow } from '../table-columns.ts';
import { useRowKeys } from '../use-row-keys.ts';
import { Row } from './Row.tsx';
import styles from './RowsField.module.css';

/** Rows of fields: a table where there is room for one, cards where there is not. */
function RowsControl({ id, schema, path, value, disabled, naming, onChange }: ControlProps) {
  const { form } = useTexts();
  const { columns: wanted, kindOf } = useForm();
  const body = useRef<HTMLTableSectionElement>(null);
  const [focus, setFocus] = useState<number | null>(null);
  const rows = Array.isArray(value) ? value.map((row: Json) => (isJsonObject(row) ? row : {})) : [];
  const keys = useRowKeys(rows.length);
  const items = schema.items ?? {};
  const columns = columnsOf(items, rows, { wanted: wanted.get(path.join('/')), kindOf });

  // A new row is there to be filled; where a row was taken out, the next one is at hand.
  useEffect(() => {
    if (focus === null) return;
    body.current?.rows[focus]?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    setFocus(null);
  }, [focus]);

  const handleAdd = () => {
    onChange([...rows, {}]);
    setFocus(rows.length);
  };
  const handleRemove = (index: number) => {
    keys.remove(index);
    onChange(rows.filter((_row, other) => other !== index));
    if (rows.length > 1) setFocus(Math.min(index, rows.length - 2));
  };
  return (
    <div {...naming} role="group" className={classNames(styles.rows, styles[sizeOf(columns)])}>
      {rows.length > 0 && (
        <table className={styles.table} role="table">
          <Head columns={columns} />
          <tbody ref={body} role="rowgroup">
            {rows.map((row, index) => (
              <Row
                key={keys.at(index)}
                path={[...path, index]}
                number={index + 1}
                fields={fieldsOfRow(items, row)}
                {...{ columns, disabled }}
                onRemove={() => handleRemove(index)}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && disabled && <p className={styles.none}>{form.noRows}</p>}
      {!disabled && rows.length < (schema.maxItems ?? Number.POSITIVE_INFINITY) && (
        <Button id={id} icon={<IconPlus size={16} aria-hidden />} className={styles.add} onClick={handleAdd}>
          {form.addRow}
        </Button>
      )}
    </div>
  );
}

/** The names of the columns. Their widths are shares, so that a table never bursts its box. */
function Head({ columns }: { readonly columns: readonly Column[] }) {
  const sum = columns.reduce((width, column) => width + column.width, 0);
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column.name} scope="col" role="columnheader" style={{ width: `${(column.width / sum) * 100}%` }}>
            {column.title}
            {column.required && <span className={styles.star}> *</span>}
          </th>
        ))}
        <td role="cell" className={styles.actHead} />
      </tr>
    </thead>
  );
}

/** How much room the columns need before the rows may stand as a table. */
function sizeOf(columns: readonly Column[]): 'narrow' | 'middle' | 'broad' {
  const least = columns.reduce((sum, column) => sum + column.width + 8, 44);
  return least <= 560 ? 'narrow' : least <= 760 ? 'middle' : 'broad';
}

/** Rows of answers. */
export const rowsField: FieldKind = {
  kind: 'rows',
  recognises: (schema) => schema.type === 'array' && schema.items?.properties !== undefined,
  Control: RowsControl,
  shape: 'group',
  isWide: () => true,
  columnWidth: 320,
};
