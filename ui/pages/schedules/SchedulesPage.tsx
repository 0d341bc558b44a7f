import { IconCalendarClock } from '@tabler/icons-react';
import { useSchedules } from '../../api/schedules.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { ScheduleCard } from './ScheduleCard.tsx';
import styles from './SchedulesPage.module.css';

/** When procedures start by themselves: the next times, and whether the last ones were kept. */
export function SchedulesPage() {
  const { schedules } = useLateTexts();
  const query = useSchedules();
  return (
    <div className={styles.page}>
      <PageHeader title={schedules.title} lead={schedules.lead} />
      <Loaded query={query} skeleton={<CardSkeleton />} title={schedules.failed} page={false}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconCalendarClock size={28} aria-hidden />} title={schedules.noneTitle}>
              {schedules.noneText}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {items.map((schedule) => (
                <ScheduleCard key={schedule.id} schedule={schedule} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
