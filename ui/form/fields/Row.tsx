import { IconTrash } from '@tabler/icons-react';
import { pointer } from '../../../engine/model/problem.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { FieldProblem, idOf } from '../Field.tsx';
import { useForm } from '../FormContext.tsx';
import { answerAt, type AnswerPath } from '../put-answer.ts';
import type { ShownField } from '../resolve-fields.ts';
import type { Column } from '../table-columns.ts';
import styles from './RowsField.module.css';

/** A row of a table, with the fields it has: conditions may hide some. */
export interface RowProps {
  readonly path: AnswerPath;
  readonly number: number;
  readonly fields: ReadonlyMap<string, ShownField>;
  readonly columns: readonly Column[];
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** One row of answers. */
export function Row({ path, number, fields, columns, disabled, onRemove }: RowProps) {
  const { form } = useTexts();
  return (
    <tr role="row" className={styles.row}>
      {columns.map((column) => {
        const field = fields.get(column.name);
        return (
          <td key={column.name} role="cell" className={styles.cell}>
            {field === undefined ? (
              <span className={styles.absent} title={form.notAskedHere} />
            ) : (
              <Cell path={[...path, column.name]} {...{ field, number }} />
            )}
          </td>
        );
      })}
      <td role="cell" className={styles.act}>
        <span className={styles.number} aria-hidden>
          {form.row(number)}
        </span>
        {!disabled && (
          <IconButton label={form.removeRow(number)} icon={<IconTrash size={18} aria-hidden />} onClick={onRemove} />
        )}
      </td>
    </tr>
  );
}

/** One field of one row. */
interface CellProps {
  readonly path: AnswerPath;
  readonly field: ShownField;
  readonly number: number;
}

/** One field in a row. It is named by its column and the number of its row. */
function Cell({ path, field, number }: CellProps) {
  const form = useForm();
  const texts = useTexts();
  const at = pointer(...path);
  const id = idOf(form.id, path);
  const { Control } = form.kindOf(field.schema, false);
  const problem = form.problemAt(at);
  const label = field.schema.title ?? field.name;
  return (
    <div data-field={at} className={styles.content}>
      <span className={styles.label} aria-hidden>
        {label}
        {field.required && <span className={styles.star}> *</span>}
      </span>
      <Control
        id={id}
        schema={field.schema}
        path={path}
        value={answerAt(form.answers, path)}
        required={field.required}
        wrong={problem !== null}
        disabled={form.disabled}
        label={label}
        naming={{
          'aria-label': texts.form.cell(label, number),
          'aria-describedby': problem === null ? undefined : `${id}-problem`,
        }}
        tight
        onChange={(value) => form.put(path, value)}
      />
      {problem !== null && <FieldProblem id={`${id}-problem`} text={problem.message} />}
    </div>
  );
}
