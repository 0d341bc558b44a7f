import { IconArrowBarRight } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import type { TaskRowView } from '../../../server/services/views/task-view.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Clock } from '../../components/Clock.tsx';
import { classNames } from '../../components/class-names.ts';
import { Holder } from '../../components/Holder.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { titleWithItem } from '../../components/title-with-item.ts';
import styles from './TaskRow.module.css';

/** A task as a row, and how a press on it is meant. */
export interface TaskRowProps {
  readonly task: TaskRowView;
  /** The server no longer lists it here. */
  readonly gone: boolean;
  readonly selected: boolean;
  /** True where a press selects first and opens what is selected already. */
  readonly selectFirst: boolean;
  readonly onSelect: () => void;
}

/** A task in a list. The whole row is the link. */
export function TaskRow({ task, gone, selected, selectFirst, onSelect }: TaskRowProps) {
  const { inbox } = useTexts();
  const me = usePerson().id;

  const handleClick = (event: MouseEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    // A press of Enter comes as a click without a count: the keyboard opens at once.
    if (!selectFirst || selected || !plain || event.detail === 0) return;
    event.preventDefault();
    onSelect();
  };

  return (
    <li className={classNames(styles.row, selected && styles.selected, gone && styles.gone)} data-task={task.id}>
      <span className={styles.clock}>
        <span className={styles.tall}>
          <Clock dueAt={task.dueAt} soonAt={task.soonAt} />
        </span>
        <span className={styles.flat}>
          <Clock dueAt={task.dueAt} soonAt={task.soonAt} look="line" />
        </span>
      </span>
      <div className={styles.words}>
        <Link
          href={`/tasks/${encodeURIComponent(task.id)}`}
          className={styles.link}
          onClick={handleClick}
          onFocus={(event) => event.currentTarget.matches(':focus-visible') && onSelect()}
        >
          <b className={styles.title}>{titleWithItem(task)}</b>{' '}
          <span className={styles.subject}>{task.instance.subject}</span>
        </Link>
        <span className={styles.meta}>
          <span className="gf-code">{task.instance.number}</span>
          <span className={styles.workflow}>{task.instance.workflow.title}</span>
          {gone && (
            <span className={styles.left}>
              <IconArrowBarRight size={13} aria-hidden />
              {inbox.gone}
            </span>
          )}
        </span>
      </div>
      <span className={styles.holder}>
        <Holder assignee={task.assignee} me={me} role={task.roles[0]?.title} claimable={task.claimable} />
      </span>
    </li>
  );
}
