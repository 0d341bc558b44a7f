import { useSearchParams } from 'wouter';
import type { Box } from '../../../server/services/views/task-view.ts';
import { useLive } from '../../api/LiveProvider.tsx';
import type { TaskOrder } from '../../api/task-order.ts';
import { LiveDot } from '../../components/LiveDot.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { BoxTabs } from './BoxTabs.tsx';
import styles from './InboxPage.module.css';
import { OrderMenu } from './OrderMenu.tsx';
import { TaskBox } from './TaskBox.tsx';

/** The inbox: four boxes of tasks, what is most urgent first. */
export function InboxPage({ box }: { readonly box: Box }) {
  const { inbox } = useTexts();
  const live = useLive();
  const [search, setSearch] = useSearchParams();
  const order: TaskOrder = search.get('sort') === 'newest' ? 'newest' : 'due';
  return (
    <TaskBox box={box} order={order}>
      <header className={styles.head}>
        <div className={styles.line}>
          <PageTitle windowTitle={inbox.title}>{inbox.title}</PageTitle>
          <LiveDot live={live} />
          <OrderMenu
            order={order}
            onChange={(chosen) => setSearch(chosen === 'due' ? {} : { sort: chosen }, { replace: true })}
          />
        </div>
        <BoxTabs box={box} order={order} />
      </header>
    </TaskBox>
  );
}
