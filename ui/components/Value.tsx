import { Link } from 'wouter';
import type { ValueView } from '../../server/services/views/shared-views.ts';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import { FileLink } from './FileLink.tsx';
import { LocalDate } from './LocalDate.tsx';
import { Moment } from './Moment.tsx';
import styles from './Value.module.css';

/** One answer, shown: a number as the reader writes numbers, a date as the reader writes dates, a table as a table. */
export function Value({ value }: { readonly value: ValueView }) {
  const format = useFormat();
  const { parts } = useTexts();
  switch (value.kind) {
    case 'text':
      return <span className={styles.text}>{value.text}</span>;
    case 'choice':
      return <>{value.text}</>;
    case 'record':
      // A lot is traced from wherever it is named.
      return value.register === 'lots' ? (
        <Link href={`/lots/${encodeURIComponent(value.id)}`} className="gf-code">
          {value.text}
        </Link>
      ) : (
        value.text
      );
    case 'choices':
      return <>{format.list(value.texts)}</>;
    case 'yes-no':
      return <>{value.yes ? parts.yes : parts.no}</>;
    case 'number':
      return (
        <span className="gf-nowrap">
          {format.number(value.number, value.decimals)}
          {value.unit !== null && ` ${value.unit}`}
        </span>
      );
    case 'date':
      return <LocalDate date={value.date} />;
    case 'moment':
      return <Moment at={value.at} />;
    case 'files':
      return (
        <ul>
          {value.files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <ValueTable value={value} />;
    case 'none':
      return <span className={styles.none}>{parts.noAnswer}</span>;
  }
}

/** Rows of an answer. Where there is no room for a table, its columns stand below each other. */
function ValueTable({ value }: { readonly value: Extract<ValueView, { kind: 'table' }> }) {
  return (
    // Whoever has only the keyboard must be able to move it sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div className={styles.scroll} tabIndex={0} role="group">
      <table className={styles.table}>
        <thead>
          <tr>
            {value.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row, index) => (
            // Rows of answers have no id of their own, and this table never changes while it is shown.
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={value.columns[column] ?? column} data-column={value.columns[column]}>
                  <Value value={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
