import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ScheduleView } from '../../../server/services/views/schedule-view.ts';
import { usePause } from '../../api/schedules.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { FiringLine, FiringList } from './FiringList.tsx';
import styles from './ScheduleCard.module.css';

/** One schedule: when it comes next, how it is written, how the last time went. */
export function ScheduleCard({ schedule }: { readonly schedule: ScheduleView }) {
  const { schedules } = useLateTexts();
  const [open, setOpen] = useState(false);
  const list = useId();
  const { workflow, name, paused, last, comingAt } = schedule;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {workflow.title} <span className="gf-code">{name}</span>
        </h2>
        {paused !== null ? (
          <Chip tone="amber" icon={<IconPlayerPause size={16} aria-hidden />}>
            {schedules.paused}
          </Chip>
        ) : (
          <Chip tone="green" icon={<IconPlayerPlay size={16} aria-hidden />}>
            {schedules.running}
          </Chip>
        )}
      </div>
      <Facts schedule={schedule} />
      {paused !== null && (
        <p className={styles.about}>
          {schedules.pausedBy(paused.by.name)} <Moment at={paused.at} />
        </p>
      )}
      {comingAt.length > 0 && (
        <p>
          <span className={styles.label}>{schedules.next}</span>{' '}
          {comingAt.map((at) => (
            <span key={at} className={styles.coming}>
              <Moment at={at} />
            </span>
          ))}
        </p>
      )}
      {last !== null && !open && (
        <div>
          <span className={styles.label}>{schedules.last}</span>
          <FiringLine firing={last} />
        </div>
      )}
      <div className={styles.acts}>
        {last !== null && (
          <Button kind="soft" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
            {open ? schedules.hideFirings : schedules.showFirings}
          </Button>
        )}
        <PauseButton schedule={schedule} />
      </div>
      <div id={list}>{open && <FiringList id={schedule.id} />}</div>
    </li>
  );
}

/** How it is written: the expression, where its clock hangs, when it may fire, who starts, what becomes of missed times. */
function Facts({ schedule }: { readonly schedule: ScheduleView }) {
  const { schedules } = useLateTexts();
  const { cron, zone, when, by, catchUp } = schedule;
  return (
    <p className={styles.about}>
      <span className="gf-code">{cron}</span> · {zone}
      {when !== null && ` · ${when}`} · {schedules.by(by)} · {schedules.catchUp[catchUp]}
    </p>
  );
}

/** Pauses and resumes, for those who may. */
function PauseButton({ schedule: { id, paused, mayPause } }: { readonly schedule: ScheduleView }) {
  const { schedules } = useLateTexts();
  const pause = usePause();
  if (!mayPause) return null;
  return (
    <>
      <Button working={pause.isPending} onClick={() => pause.mutate({ id, act: paused === null ? 'pause' : 'resume' })}>
        {paused === null ? schedules.pause : schedules.resume}
      </Button>
      {pause.error && (
        <Message tone="error" live>
          {pause.error.message}
        </Message>
      )}
    </>
  );
}
