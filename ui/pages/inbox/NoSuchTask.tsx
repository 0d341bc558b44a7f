import { IconSearchOff } from '@tabler/icons-react';
import type { Box } from '../../../server/services/views/task-view.ts';
import { query } from '../../api/path.ts';
import type { TaskOrder } from '../../api/task-order.ts';
import { WHOLE_BOX, wishInAddress } from '../../api/task-wish.ts';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { BOXES } from './boxes.ts';

/** Nothing in the box is like that: says so, and shows all of it again. */
export function NoSuchTask({ box, order }: { readonly box: Box; readonly order: TaskOrder }) {
  const { inbox } = useTexts();
  const href = BOXES.find((one) => one.box === box)?.href ?? '/inbox';
  return (
    <div role="status">
      <EmptyState
        icon={<IconSearchOff size={28} aria-hidden />}
        title={inbox.noMatchTitle}
        acts={<LinkButton href={query(href, wishInAddress({ ...WHOLE_BOX, order }))}>{inbox.showAll}</LinkButton>}
      >
        {inbox.noMatchText}
      </EmptyState>
    </div>
  );
}
