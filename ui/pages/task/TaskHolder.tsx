import { IconArrowBackUp, IconUserPlus } from '@tabler/icons-react';
import type { TaskView } from '../../../server/services/views/task-view.ts';
import { useClaim, useRelease } from '../../api/tasks.ts';
import { Button } from '../../components/Button.tsx';
import { Holder } from '../../components/Holder.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './TaskHolder.module.css';

/** Who holds the task; the reader may take it or give it back here. */
export function TaskHolder({ task, me }: { readonly task: TaskView; readonly me: string }) {
  const texts = useTexts();
  const claim = useClaim();
  const release = useRelease();
  const mine = task.assignee?.id === me;
  const failure = claim.error ?? release.error;
  return (
    <>
      <Holder assignee={task.assignee} me={me} role={task.roles[0]?.title} claimable={task.claimable} />
      {task.claimable && !mine && (
        <Button
          size="toolbar"
          icon={<IconUserPlus size={16} aria-hidden />}
          working={claim.isPending}
          onClick={() => claim.mutate(task.id)}
        >
          {texts.task.take}
        </Button>
      )}
      {mine && (
        <Button
          size="toolbar"
          kind="quiet"
          icon={<IconArrowBackUp size={16} aria-hidden />}
          working={release.isPending}
          onClick={() => release.mutate(task.id)}
        >
          {texts.task.giveBack}
        </Button>
      )}
      {failure !== null && (
        <span role="alert" className={styles.failure}>
          {failure.message}
        </span>
      )}
    </>
  );
}
