import type { Ref } from 'react';
import type { TaskRowView } from '../../../server/services/views/task-view.ts';
import type { TaskOrder } from '../../api/task-order.ts';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { type GroupName, groupTasks } from './group-tasks.ts';
import styles from './TaskList.module.css';
import { TaskRow } from './TaskRow.tsx';

/** The rows as they stand, and which of them is looked at. */
export interface TaskListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly { readonly task: TaskRowView; readonly gone: boolean }[];
  readonly order: TaskOrder;
  readonly takenAt: number;
  readonly selected: string | null;
  /** True where a preview stands beside the list: a press then selects, and opens what is selected. */
  readonly wide: boolean;
  readonly onSelect: (id: string) => void;
  readonly more: { readonly load: () => void; readonly loading: boolean } | null;
}

/** Tasks in their groups. */
export function TaskList({ ref, rows, order, takenAt, selected, wide, onSelect, more }: TaskListProps) {
  const { inbox, parts } = useTexts();
  const format = useFormat();
  const gone = new Set(rows.filter((row) => row.gone).map(({ task }) => task.id));
  const groups = groupTasks(
    rows.map(({ task }) => task),
    { order, takenAt, dates: format, more: more !== null },
  );
  const names: Record<GroupName, string> = {
    overdue: inbox.groupOverdue,
    today: inbox.groupToday,
    later: inbox.groupLater,
    newest: inbox.groupNewest,
  };
  return (
    <div ref={ref} className={styles.list}>
      {groups.map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`}>
          <h2
            id={`group-${group.name}`}
            className={classNames(styles.group, group.name === 'overdue' && styles.overdue)}
          >
            {names[group.name]}{' '}
            <span className={styles.count}>{format.count({ count: group.tasks.length, more: group.open })}</span>
          </h2>
          <ul>
            {group.tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                gone={gone.has(task.id)}
                selected={task.id === selected}
                selectFirst={wide}
                onSelect={() => onSelect(task.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <div className={styles.more}>
          <Button kind="soft" working={more.loading} onClick={more.load}>
            {parts.more}
          </Button>
        </div>
      )}
    </div>
  );
}
