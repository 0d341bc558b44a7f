import { Link } from 'wouter';
import type { PersonRowView } from '../../../server/services/views/plant-view.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import styles from './PeopleTable.module.css';
import { StandInChips } from './StandInChips.tsx';

/** People in a table; below 640 px of room each becomes a card. The whole row is the link. */
export function PeopleTable({ rows }: { readonly rows: readonly PersonRowView[] }) {
  const { people } = useLateTexts();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{people.columnPerson}</th>
            <th scope="col">{people.columnDepartment}</th>
            <th scope="col">{people.columnRoles}</th>
            <th scope="col">{people.columnStandIn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PersonRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One person. The whole row is the link. */
function PersonRow({ row }: { readonly row: PersonRowView }) {
  const { people } = useLateTexts();
  const format = useFormat();
  return (
    <tr className={styles.row}>
      <td className={styles.person}>
        <Link href={`/people/${encodeURIComponent(row.id)}`} className={styles.link}>
          {row.name}
        </Link>
      </td>
      <td className={styles.department}>
        {row.department.title}
        {row.head && <span className={styles.head}>{people.leads}</span>}
      </td>
      <td className={styles.roles}>{format.list(row.roles.map(({ title }) => title))}</td>
      <td className={styles.standIn}>
        <StandInChips standIns={row.standIns} />
      </td>
    </tr>
  );
}
