import { IconBolt, IconCircleCheck, IconUsers } from '@tabler/icons-react';
import type { Box } from '../../../server/services/views/task-view.ts';
import { useTaskCounts } from '../../api/tasks.ts';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';

/** An empty box: what will come here, and what to do now. */
export function EmptyBox({ box }: { readonly box: Box }) {
  const { inbox } = useTexts();
  const format = useFormat();
  const counts = useTaskCounts();
  const available = format.count(counts.data?.available ?? { count: 0, more: false });
  const words: Record<Box, readonly [title: string, text: string]> = {
    mine: [inbox.emptyMineTitle, inbox.emptyMineText(available)],
    available: [inbox.emptyAvailableTitle, inbox.emptyAvailableText],
    department: [inbox.emptyDepartmentTitle, inbox.emptyDepartmentText],
    overdue: [inbox.emptyOverdueTitle, inbox.emptyOverdueText],
  };
  const [title, text] = words[box];
  return (
    <EmptyState
      tone="ok"
      icon={<IconCircleCheck size={30} aria-hidden />}
      title={title}
      acts={
        <>
          {box === 'mine' && available !== '0' && (
            <LinkButton href="/inbox/available" icon={<IconUsers size={17} aria-hidden />}>
              {inbox.seeAvailable(available)}
            </LinkButton>
          )}
          <LinkButton kind="quiet" href="/start" icon={<IconBolt size={17} aria-hidden />}>
            {inbox.startProcedure}
          </LinkButton>
        </>
      }
    >
      {text}
    </EmptyState>
  );
}
