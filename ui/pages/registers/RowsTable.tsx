import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { RegisterSchemaView, RowView } from '../../../server/services/views/register-view.ts';
import { Value } from '../../components/Value.tsx';
import { type RecordNames, viewOfAnswer } from '../../form/view-of-answer.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './RowsTable.module.css';

/** Rows of a register in the columns of its list view, and the order they are in. */
export interface RowsTableProps {
  readonly schema: RegisterSchemaView;
  readonly rows: readonly RowView[];
  readonly refs: RecordNames;
  /** A field, `-field`, or empty for the register's own order. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** The table; below 640 px of room each row becomes a card. The whole row is the link. */
export function RowsTable({ schema, rows, refs, sort, onSort }: RowsTableProps) {
  const { columns } = schema.views.list;
  const order = sort === '' ? schema.views.list.sort : sort;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column} schema={schema} column={column} order={order} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} schema={schema} row={row} refs={refs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps extends Pick<RowsTableProps, 'schema' | 'onSort'> {
  readonly column: string;
  readonly order: string;
}

/** A column's title. Pressing it orders by the column, pressing again turns the order round. */
function Head({ schema, column, order, onSort }: HeadProps) {
  const { registers } = useLateTexts();
  const up = order === column;
  const down = order === `-${column}`;
  const title = schema.schema.properties?.[column]?.title ?? column;
  return (
    <th scope="col" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button
        type="button"
        className={styles.sort}
        title={registers.sortBy(title)}
        onClick={() => onSort(up ? `-${column}` : column)}
      >
        {title}
        {up && <IconArrowUp size={14} aria-hidden />}
        {down && <IconArrowDown size={14} aria-hidden />}
      </button>
    </th>
  );
}

function Row({ schema, row, refs }: { readonly row: RowView } & Pick<RowsTableProps, 'schema' | 'refs'>) {
  const href = `/registers/${encodeURIComponent(schema.id)}/${encodeURIComponent(row.id)}`;
  return (
    <tr className={styles.row}>
      {schema.views.list.columns.map((column, index) => {
        const field = schema.schema.properties?.[column] ?? {};
        const shown =
          column === schema.label && column !== schema.key ? (
            row.name
          ) : (
            <Value value={viewOfAnswer(field, row.values[column], refs)} />
          );
        return (
          <td
            key={column}
            data-column={field.title ?? column}
            data-number={field.type === 'number' || field.type === 'integer' || undefined}
          >
            {index === 0 ? (
              <Link href={href} className={styles.link}>
                {shown}
              </Link>
            ) : (
              shown
            )}
          </td>
        );
      })}
    </tr>
  );
}
