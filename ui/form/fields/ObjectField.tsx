import { isJsonObject } from '../../../engine/model/json.ts';
import type { ControlProps, FieldKind } from '../control.ts';
import { FieldGrid } from '../LayoutBlocks.tsx';
import { resolveFields } from '../resolve-fields.ts';
import styles from './ObjectField.module.css';

/** Fields that belong together, under one name. */
function ObjectControl({ schema, path, value, naming }: ControlProps) {
  const fields = resolveFields(schema, isJsonObject(value) ? value : {}, [null]);
  return (
    <div {...naming} role="group" className={styles.inner}>
      <FieldGrid fields={fields} within={path} />
    </div>
  );
}

/** An object inside the answers. */
export const objectField: FieldKind = {
  kind: 'object',
  recognises: (schema) => schema.type === 'object' || schema.properties !== undefined,
  Control: ObjectControl,
  shape: 'group',
  isWide: () => true,
  columnWidth: 240,
};
