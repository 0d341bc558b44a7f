import { IconClipboardList, IconLock, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { WorkflowView } from '../../../server/services/views/workflow-view.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './StartCard.module.css';

/** Above this number the server stops counting. */
const MANY = 1_000;

/** A procedure that the reader may start. */
export function StartCard({ workflow }: { readonly workflow: WorkflowView }) {
  const { start } = useTexts();
  return (
    <li className={styles.card}>
      <span className={styles.icon} aria-hidden>
        <IconClipboardList size={22} stroke={1.75} />
      </span>
      <div className={styles.words}>
        <Link href={`/start/${encodeURIComponent(workflow.id)}`} className={styles.title}>
          {workflow.title}
        </Link>
        <p className={styles.about}>{workflow.about}</p>
        <p className={styles.running}>
          <IconPlayerPlay size={14} aria-hidden />
          {[workflow.department?.title, workflow.running >= MANY ? start.runningMany : start.running(workflow.running)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}

/** A procedure that others start, with whom to ask. */
export function OtherRow({ workflow }: { readonly workflow: WorkflowView }) {
  const { start } = useTexts();
  return (
    <li className={styles.row}>
      <IconClipboardList size={20} stroke={1.75} aria-hidden className={styles.rowIcon} />
      <div className={styles.rowTitle}>
        <Link href={`/guides/${encodeURIComponent(workflow.id)}`}>{workflow.title}</Link>
        <p className={styles.rowAbout}>{workflow.about}</p>
      </div>
      <span className={styles.starters}>{workflow.starters.map(({ title }) => title).join(', ')}</span>
      <span className={styles.locked}>
        <IconLock size={16} aria-hidden />
        {start.notYourRole}
      </span>
    </li>
  );
}
