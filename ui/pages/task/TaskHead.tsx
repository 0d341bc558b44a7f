import { IconArrowLeft, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TaskView } from '../../../server/services/views/task-view.ts';
import { Clock } from '../../components/Clock.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { TaskHolder } from './TaskHolder.tsx';
import { titleWithItem } from '../../components/title-with-item.ts';
import styles from './TaskHead.module.css';
import { useNeighbours } from './use-neighbours.ts';

/** What the task is, until when, and whose. */
export function TaskHead({ task, me }: { readonly task: TaskView; readonly me: string }) {
  const texts = useTexts();
  const { instance } = task;
  const isOver = task.closed != null;
  return (
    <header className={styles.head}>
      <nav className={styles.crumbs} aria-label={texts.task.breadcrumb}>
        <Link href="/inbox" className={styles.crumb}>
          <IconArrowLeft size={16} aria-hidden />
          {texts.inbox.title}
        </Link>
        <span aria-hidden>/</span>
        <Link href={`/cases/${encodeURIComponent(instance.id)}`} className={styles.crumb}>
          <span className="gf-code">{instance.number}</span>
        </Link>
        <span aria-hidden>·</span>
        <span>
          {instance.workflow.title} <span className="gf-nowrap">{texts.task.version(instance.workflow.version)}</span>
        </span>
      </nav>
      <div className={styles.line}>
        <PageTitle windowTitle={`${titleWithItem(task)} · ${instance.number}`} className={styles.title}>
          {titleWithItem(task)} <span className={styles.subject}>{instance.subject}</span>
        </PageTitle>
        <div className={styles.marks}>
          {!isOver && <Clock dueAt={task.dueAt} soonAt={task.soonAt} look="chip" />}
          {!isOver && <TaskHolder task={task} me={me} />}
          <Neighbours id={task.id} />
        </div>
      </div>
    </header>
  );
}

/** The task before and the one after in the reader's inbox. */
function Neighbours({ id }: { readonly id: string }) {
  const { task } = useTexts();
  const format = useFormat();
  const { place, count, previous, next } = useNeighbours(id);
  if (place === null || count.count < 2) return null;
  const [here, all] = [format.number(place), format.count(count)];
  return (
    <nav className={styles.neighbours} aria-label={task.positionLabel(here, all)}>
      <Step to={previous} label={task.previous} icon={<IconChevronUp size={18} aria-hidden />} />
      <span aria-hidden>{task.position(here, all)}</span>
      <Step to={next} label={task.next} icon={<IconChevronDown size={18} aria-hidden />} />
    </nav>
  );
}

/** Where a step leads; null at an end of the list. */
interface StepProps {
  readonly to: string | null;
  readonly label: string;
  readonly icon: ReactNode;
}

/** To the task before or after. At an end it stays, so that the other one does not move under a finger. */
function Step({ to, label, icon }: StepProps) {
  if (to === null) return <span className={styles.end}>{icon}</span>;
  return (
    <Link href={`/tasks/${encodeURIComponent(to)}`} className={styles.step} aria-label={label} title={label}>
      {icon}
    </Link>
  );
}
