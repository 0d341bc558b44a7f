import type { FieldSchema } from '../../../engine/model/form-file.ts';
import type { ControlProps, FieldKind } from '../control.ts';
import { Choose } from './Choose.tsx';
import { choiceOf, choiceOptions } from './choice-options.ts';
import { Tiles } from './Tiles.tsx';

/** More than these are no longer seen at a glance. */
const MOST_TILES = 6;

/** Tiles, or the browser's list where a row of a table has no room for them. */
function ChoiceControl(props: ControlProps) {
  const { schema, value, onChange } = props;
  const options = choiceOptions(schema);
  const picked = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  const handlePick = (key: string | null) => onChange(choiceOf(schema, key));
  return props.tight ? (
    <Choose {...props} {...{ options }} value={picked} onPick={handlePick} />
  ) : (
    <Tiles {...props} {...{ options }} value={picked} onPick={handlePick} />
  );
}

/** One choice of up to six: tiles. */
export const choiceField: FieldKind = {
  kind: 'choice',
  recognises: (schema) => isChoice(schema) && (schema.enum?.length ?? 0) <= MOST_TILES,
  Control: ChoiceControl,
  shape: 'group',
  isWide: (schema) => choiceOptions(schema).reduce((letters, option) => letters + option.label.length + 6, 0) > 48,
  columnWidth: 92,
};

/** The browser's list, which can be searched by typing. */
function ManyChoiceControl(props: ControlProps) {
  const { schema, value, onChange } = props;
  const picked = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  return (
    <Choose
      {...props}
      options={choiceOptions(schema)}
      value={picked}
      onPick={(key) => onChange(choiceOf(schema, key))}
    />
  );
}

/** One choice of many: a list. */
export const manyChoiceField: FieldKind = {
  kind: 'many-choice',
  recognises: isChoice,
  Control: ManyChoiceControl,
  shape: 'one',
  columnWidth: 104,
};

/** True for one of a few fixed values. Yes and no have a field of their own. */
function isChoice(schema: FieldSchema): boolean {
  return schema.enum !== undefined && schema.type !== 'array' && schema.type !== 'boolean';
}
