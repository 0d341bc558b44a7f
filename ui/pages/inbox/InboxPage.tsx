import { useSearchParams } from 'wouter';
import type { Box } from '../../../server/services/views/task-view.ts';
import { useLive } from '../../api/LiveProvider.tsx';
import type { TaskWish } from '../../api/task-wish.ts';
import { LiveDot } from '../../components/LiveDot.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { BoxTabs } from './BoxTabs.tsx';
import styles from './InboxPage.module.css';
import { OrderMenu } from './OrderMenu.tsx';
import { TaskBox } from './TaskBox.tsx';
import { WishBar } from './WishBar.tsx';

/** The inbox: four boxes of tasks, what is most urgent first. The address holds what of a box is wanted. */
export function InboxPage({ box }: { readonly box: Box }) {
  const { inbox } = useTexts();
  const live = useLive();
  const [search, setSearch] = useSearchParams();
  const wish: TaskWish = {
    order: search.get('sort') === 'newest' ? 'newest' : 'due',
    workflow: search.get('workflow') || null,
    q: search.get('q')?.trim() ?? '',
  };
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return (
    <TaskBox box={box} wish={wish}>
      <header className={styles.head}>
        <div className={styles.line}>
          <PageTitle windowTitle={inbox.title}>{inbox.title}</PageTitle>
          <LiveDot live={live} />
          <OrderMenu order={wish.order} onChange={(chosen) => set('sort', chosen === 'due' ? null : chosen)} />
        </div>
        <BoxTabs box={box} wish={wish} />
      </header>
      <WishBar workflow={wish.workflow} onWorkflow={(workflow) => set('workflow', workflow)} />
    </TaskBox>
  );
}
