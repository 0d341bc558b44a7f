import type { MakeRowView } from '../../../server/services/views/make-view.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { OrderRow } from './OrderRow.tsx';
import styles from './OrderTable.module.css';

/** Orders in a table; where there is little room each becomes a card. */
export function OrderTable({ rows }: { readonly rows: readonly MakeRowView[] }) {
  const { columns } = useLateTexts().make;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.order}</th>
            <th scope="col">{columns.product}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.deadline}</th>
            <th scope="col">{columns.made}</th>
            <th scope="col">{columns.material}</th>
            <th scope="col">{columns.next}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OrderRow key={row.order} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
