import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Box } from '../../../server/services/views/task-view.ts';
import { query } from '../../api/path.ts';
import { type TaskWish, wishInAddress } from '../../api/task-wish.ts';
import { useTaskCounts } from '../../api/tasks.ts';
import { classNames } from '../../components/class-names.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import styles from './BoxTabs.module.css';
import { BOXES } from './boxes.ts';

/** The four boxes with how many tasks each holds. What is wished for goes along; the counts are those of the whole boxes. */
export function BoxTabs({ box, wish }: { readonly box: Box; readonly wish: TaskWish }) {
  const { inbox } = useTexts();
  const format = useFormat();
  const counts = useTaskCounts();
  const tabs = useRef<HTMLElement>(null);

  // On a phone the tab one stands on may lie outside the screen.
  useEffect(() => {
    const here = tabs.current?.querySelector<HTMLElement>(`[data-box="${box}"]`);
    if (tabs.current && here)
      tabs.current.scrollLeft = here.offsetLeft - (tabs.current.clientWidth - here.clientWidth) / 2;
  }, [box]);

  return (
    <nav ref={tabs} aria-label={inbox.boxes} className={styles.tabs}>
      {BOXES.map((tab) => {
        const count = counts.data?.[tab.box];
        const here = tab.box === box;
        return (
          <Link
            key={tab.box}
            data-box={tab.box}
            href={query(tab.href, wishInAddress(wish))}
            className={classNames(styles.tab, here && styles.here)}
            aria-current={here ? 'page' : undefined}
          >
            {inbox[tab.box]} {count && <span className={styles.count}>{format.count(count)}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
