import { IconCheck, IconClock, IconClockExclamation, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FiringView } from '../../../server/services/views/schedule-view.ts';
import { useFirings } from '../../api/schedules.ts';
import { Bone } from '../../components/Bone.tsx';
import { Button } from '../../components/Button.tsx';
import { Chip, type Tone } from '../../components/Chip.tsx';
import { classNames } from '../../components/class-names.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './FiringList.module.css';

/** The times of a schedule, newest first. */
export function FiringList({ id }: { readonly id: string }) {
  const { parts } = useTexts();
  const { schedules } = useLateTexts();
  const query = useFirings(id);
  return (
    <Loaded query={query} skeleton={<Bone width="60%" />} title={schedules.firingsFailed} page={false}>
      {({ pages }) => (
        <>
          <ul className={styles.rows} aria-label={schedules.firings}>
            {pages
              .flatMap(({ items }) => items)
              .map((firing) => (
                <li key={firing.nominalAt}>
                  <FiringLine firing={firing} />
                </li>
              ))}
          </ul>
          {query.hasNextPage && (
            <Button kind="soft" working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {parts.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** When it should have been, what became of it, when, and why late or not at all. */
export function FiringLine({ firing }: { readonly firing: FiringView }) {
  const { schedules } = useLateTexts();
  const { nominalAt, actualAt, state, reason, why, instance } = firing;
  const late = state === 'started' && reason !== null;
  const { tone, icon } = LOOKS[late ? 'late' : state];
  return (
    <div className={styles.row}>
      <span className={styles.nominal}>
        <Moment at={nominalAt} />
      </span>
      <Chip tone={tone} icon={icon}>
        {late ? schedules.startedLate : schedules.states[state]}
      </Chip>
      {instance !== null && (
        <Link href={`/cases/${encodeURIComponent(instance.id)}`} className={classNames('gf-code', styles.link)}>
          {instance.number}
        </Link>
      )}
      {late && actualAt !== null && (
        <span className={styles.about}>
          {schedules.actually} <Moment at={actualAt} />
        </span>
      )}
      {why !== null && <span className={styles.why}>{why}</span>}
    </div>
  );
}

/** The colour and sign of each state. */
const LOOKS: Record<FiringView['state'] | 'late', { readonly tone: Tone; readonly icon: ReactNode }> = {
  open: { tone: 'blue', icon: <IconClock size={16} aria-hidden /> },
  started: { tone: 'green', icon: <IconCheck size={16} aria-hidden /> },
  late: { tone: 'amber', icon: <IconClockExclamation size={16} aria-hidden /> },
  skipped: { tone: 'grey', icon: <IconMinus size={16} aria-hidden /> },
  refused: { tone: 'red', icon: <IconX size={16} aria-hidden /> },
};
