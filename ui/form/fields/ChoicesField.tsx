import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { Json } from '../../../engine/model/json.ts';
import { classNames } from '../../components/class-names.ts';
import type { ControlProps, FieldKind } from '../control.ts';
import { choiceOf, choiceOptions } from './choice-options.ts';
import styles from './ChoicesField.module.css';

/** Any number of choices. The answer keeps the order of the file, however they were pressed. */
function ChoicesControl({ id, schema, value, wrong, disabled, naming, onChange }: ControlProps) {
  const items = schema.items ?? {};
  const picked = new Set(Array.isArray(value) ? value.map((entry: Json) => String(entry)) : []);
  const handlePress = (key: string) => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    onChange(
      choiceOptions(items).flatMap((option) => (next.has(option.value) ? (choiceOf(items, option.value) ?? []) : [])),
    );
  };
  return (
    <div {...naming} role="group" className={styles.choices}>
      {choiceOptions(items).map((option, index) => (
        <label
          key={option.value}
          className={classNames(styles.choice, picked.has(option.value) && styles.picked, wrong && styles.wrong)}
        >
          <input
            id={index === 0 ? id : undefined}
            type="checkbox"
            className={styles.box}
            checked={picked.has(option.value)}
            disabled={disabled}
            onChange={() => handlePress(option.value)}
          />
          {picked.has(option.value) ? (
            <IconCheck size={15} stroke={2.5} aria-hidden />
          ) : (
            <IconPlus size={15} aria-hidden />
          )}
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

/** Several choices. */
export const choicesField: FieldKind = {
  kind: 'choices',
  recognises: (schema) => schema.type === 'array' && schema.items?.enum !== undefined,
  Control: ChoicesControl,
  shape: 'group',
  isWide: (schema) => (schema.items?.enum?.length ?? 0) > 4,
  columnWidth: 200,
};
