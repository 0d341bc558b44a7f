import { IconAlertOctagon, IconArrowRight, IconHourglass, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { InstanceView, WaitView } from '../../../server/services/views/instance-view.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { Clock } from '../../components/Clock.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import styles from './Waits.module.css';

/** The three questions on top of a case: what it waits for, who can act, and what comes then. */
export function Waits({ instance }: { readonly instance: InstanceView }) {
  if (instance.end !== null || instance.endedAt !== null) return <Ended instance={instance} />;
  if (instance.waits.length === 0) return null;
  return (
    <ul className={styles.card}>
      {instance.waits.map((wait, index) => (
        // Two waits may be alike in every way but their place.
        <li key={`${wait.task ?? wait.title} ${index}`} className={styles.wait}>
          <WaitsFor wait={wait} />
          <WhoCanAct wait={wait} />
          <Then wait={wait} />
        </li>
      ))}
    </ul>
  );
}

function WaitsFor({ wait }: { readonly wait: WaitView }) {
  const { cases, parts } = useTexts();
  const format = useFormat();
  const now = useNow();
  const me = usePerson().id;
  const mine = wait.task !== null && wait.people.some(({ id }) => id === me);
  const since = wait.since === null ? null : parts.openSince(format.moment(Date.parse(wait.since), now));
  const kinds: Partial<Record<WaitView['kind'], string>> = {
    timer: cases.waitTimer,
    effect: cases.waitEffect,
    incident: cases.waitIncident,
  };
  const kind = kinds[wait.kind];
  return (
    <Question icon={<IconHourglass size={16} aria-hidden />} label={cases.waitsFor}>
      <p className={styles.title}>
        {wait.kind === 'incident' && <IconAlertOctagon size={18} aria-hidden className={styles.red} />}
        {mine ? <Link href={`/tasks/${encodeURIComponent(wait.task ?? '')}`}>{wait.title}</Link> : wait.title}
      </p>
      {kind !== undefined && <p className={styles.sentence}>{kind}</p>}
      {wait.dueAt !== null || wait.kind === 'task' ? (
        <Clock dueAt={wait.dueAt} soonAt={wait.soonAt} more={since} />
      ) : (
        since !== null && <p className={styles.sentence}>{since}</p>
      )}
    </Question>
  );
}

function WhoCanAct({ wait }: { readonly wait: WaitView }) {
  const { cases } = useTexts();
  const nobody = wait.kind === 'task' || wait.kind === 'incident' ? cases.nobodyAtAll : cases.nobodyNow;
  const sentence = wait.who ?? (wait.people.length === 0 ? nobody : null);
  return (
    <Question icon={<IconUsers size={16} aria-hidden />} label={cases.whoCanAct}>
      {wait.people.map((person) => (
        <p key={person.id} className={styles.person}>
          <Avatar name={person.name} size="m" />
          <span className={styles.personWords}>
            <b className={styles.name}>{person.name}</b>
            <span className={styles.role}>
              {person.role}
              {person.holds && ` · ${cases.holdsIt}`}
            </span>
          </span>
        </p>
      ))}
      {sentence !== null && <p className={styles.sentence}>{sentence}</p>}
    </Question>
  );
}

function Then({ wait }: { readonly wait: WaitView }) {
  const { cases } = useTexts();
  if (wait.thenTitle === null && wait.then === null) return <div className={styles.question} />;
  return (
    <Question icon={<IconArrowRight size={16} aria-hidden />} label={cases.comesThen}>
      {wait.thenTitle !== null && <p className={styles.title}>{wait.thenTitle}</p>}
      {wait.then !== null && <p className={styles.sentence}>{wait.then}</p>}
    </Question>
  );
}

interface QuestionProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

function Question({ icon, label, children }: QuestionProps) {
  return (
    <div className={styles.question}>
      <h2 className={styles.label}>
        {icon}
        {label}
      </h2>
      {children}
    </div>
  );
}

function Ended({ instance }: { readonly instance: InstanceView }) {
  const { cases } = useTexts();
  return (
    <div className={styles.ended}>
      <LightChip light={instance.light} status={instance.status} />
      {instance.end && instance.end.title !== instance.light.text && <b>{instance.end.title}</b>}
      {instance.endedAt !== null && (
        <span className={styles.role}>
          {cases.ended} <Moment at={instance.endedAt} />
        </span>
      )}
    </div>
  );
}
