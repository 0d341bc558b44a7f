import { IconArrowRight, IconHourglass, IconUsers } from '@tabler/icons-react';
import type { InstanceView, WaitView } from '../../../server/services/views/instance-view.ts';
import { Clock } from '../../components/Clock.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { ManyWaits } from './ManyWaits.tsx';
import { Question, ToldNext, useKindWords, WaitNotes, WaitPerson, WaitTitle } from './WaitParts.tsx';
import styles from './Waits.module.css';

/** The three questions on top of a case: what it waits for, who can act, and what comes then. */
export function Waits({ instance }: { readonly instance: InstanceView }) {
  if (instance.end !== null || instance.endedAt !== null) return <Ended instance={instance} />;
  const [wait, ...others] = instance.waits;
  if (wait === undefined) return null;
  if (others.length > 0) return <ManyWaits waits={instance.waits} />;
  return (
    <div className={styles.card}>
      <WaitsFor wait={wait} />
      <WhoCanAct wait={wait} />
      <Then wait={wait} />
    </div>
  );
}

/** What, until when, and since when. */
function WaitsFor({ wait }: { readonly wait: WaitView }) {
  const { cases, parts } = useTexts();
  const format = useFormat();
  const now = useNow();
  const since = wait.since === null ? null : parts.openSince(format.moment(Date.parse(wait.since), now));
  const kind = useKindWords(wait);
  return (
    <Question icon={<IconHourglass size={16} aria-hidden />} label={cases.waitsFor}>
      <WaitTitle wait={wait} className={styles.title} />
      {kind !== null && <p className={styles.sentence}>{kind}</p>}
      {wait.dueAt !== null || wait.kind === 'task' ? (
        <Clock dueAt={wait.dueAt} soonAt={wait.soonAt} more={since} />
      ) : (
        since !== null && <p className={styles.sentence}>{since}</p>
      )}
      <WaitNotes wait={wait} />
    </Question>
  );
}

/** Who can act by name, with who stands in; or why it is nobody. */
function WhoCanAct({ wait }: { readonly wait: WaitView }) {
  const { cases } = useTexts();
  const nobody = wait.kind === 'task' || wait.kind === 'incident' ? cases.nobodyAtAll : cases.nobodyNow;
  const sentence = wait.who ?? (wait.people.length === 0 ? nobody : null);
  return (
    <Question icon={<IconUsers size={16} aria-hidden />} label={cases.whoCanAct}>
      {wait.people.map((person) => (
        <WaitPerson key={person.id} person={person} />
      ))}
      {sentence !== null && <p className={styles.sentence}>{sentence}</p>}
      <ToldNext ladder={wait.ladder} />
    </Question>
  );
}

/** What comes then, and who does it. Empty where nothing is known. */
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

/** How the case ended, in place of what it waits for. */
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
