import { useState } from 'react';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { taskDraftPath } from '../../api/drafts.ts';
import { useTask } from '../../api/tasks.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { useOpenedDraft } from '../use-opened-draft.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { TaskDone } from './TaskDone.tsx';
import { TaskSkeleton } from './TaskSkeleton.tsx';
import { TaskWork } from './TaskWork.tsx';

/** What has just been done with the task, and the case as it then stood. */
export interface Done {
  readonly title: string;
  readonly outcome: string;
  readonly instance: InstanceView;
}

/** The page of a task: what it is, what others said, the form, and the outcomes; afterwards, where the case stands. */
export function TaskPage({ id }: { readonly id: string }) {
  const { task } = useTexts();
  const query = useTask(id);
  const draft = useOpenedDraft(taskDraftPath(id));
  const [done, setDone] = useState<Done | null>(null);
  if (done !== null) return <TaskDone id={id} done={done} />;
  return (
    <Loaded
      query={query}
      skeleton={<TaskSkeleton />}
      title={task.failedTitle}
      notFound={{ title: task.notFoundTitle, text: task.notFoundText }}
    >
      {(loaded) =>
        draft === null ? (
          <TaskSkeleton />
        ) : (
          <TaskWork
            key={draft.visit}
            task={loaded}
            opened={draft.opened}
            tabKey={draft.tabKey}
            onLoadDraft={draft.load}
            onReload={() => void query.refetch()}
            onDone={setDone}
          />
        )
      }
    </Loaded>
  );
}
