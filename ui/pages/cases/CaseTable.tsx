import { IconPlugX } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { InstanceRowView } from '../../../server/services/views/instance-view.ts';
import { Chip } from '../../components/Chip.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './CaseTable.module.css';

/** Cases in a table; below 640 px of room each becomes a card. The whole row is the link. */
export function CaseTable({ rows }: { readonly rows: readonly InstanceRowView[] }) {
  const { cases } = useTexts();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{cases.columnCase}</th>
            <th scope="col">{cases.columnStep}</th>
            <th scope="col">{cases.columnStatus}</th>
            <th scope="col">{cases.columnStarted}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CaseRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One case. The whole row is the link. */
function CaseRow({ row }: { readonly row: InstanceRowView }) {
  const { cases } = useTexts();
  return (
    <tr className={styles.row}>
      <td className={styles.case}>
        <Link href={`/cases/${encodeURIComponent(row.id)}`} className={styles.link}>
          {row.subject}
        </Link>
        <span className={styles.meta}>
          <span className="gf-code">{row.number}</span>
          <span>{row.workflow.title}</span>
        </span>
      </td>
      <td>{row.steps.join(' · ')}</td>
      <td>
        <span className={styles.chips}>
          <LightChip light={row.light} status={row.status} />
          {row.incidents > 0 && (
            <Chip tone="red" icon={<IconPlugX size={16} aria-hidden />}>
              {cases.incidents(row.incidents)}
            </Chip>
          )}
        </span>
      </td>
      <td className={styles.started}>
        <Moment at={row.startedAt} />
        <span className={styles.by}>{cases.startedBy(row.initiator.name)}</span>
      </td>
    </tr>
  );
}
