import type { TaskView } from '../../../server/services/views/task-view.ts';
import { useNow } from '../../components/NowProvider.tsx';
import { Message } from '../../components/Message.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';

/** True where somebody else is in the way, or was first. */
export function isBlocked(task: TaskView, me: string): boolean {
  return task.closed != null || (!task.completable && task.assignee !== null && task.assignee.id !== me);
}

/** The task, and the reader with what they have typed. */
export interface TaskStateProps {
  readonly task: TaskView;
  readonly me: string;
  /** True where the reader has typed something that was not sent. */
  readonly typed: boolean;
}

/** What stands in the way of working on the task: it is over, or somebody else has it. */
export function TaskState({ task, me, typed }: TaskStateProps) {
  const texts = useTexts();
  const format = useFormat();
  const now = useNow();
  const openCase = { label: texts.task.openCase, href: `/cases/${encodeURIComponent(task.instance.id)}` };
  if (task.closed != null) {
    const { kind, by, at, outcomeTitle } = task.closed;
    const moment = format.moment(Date.parse(at), now);
    const said =
      kind === 'withdrawn' || by === null ? texts.task.withdrawn(moment) : texts.task.completedBy(by.name, moment);
    return (
      <Message tone={typed ? 'warn' : 'info'} live={typed} act={openCase}>
        {said}
        {outcomeTitle !== null && ` ${texts.task.completedWith(outcomeTitle)}`}
        {typed && ` ${texts.task.keptHere}`}
      </Message>
    );
  }
  if (task.assignee !== null && isBlocked(task, me)) {
    return (
      <Message tone={typed ? 'warn' : 'info'} live={typed}>
        {texts.task.heldBy(task.assignee.name)}
        {typed && ` ${texts.task.keptHere}`}
      </Message>
    );
  }
  return null;
}
