import { IconArrowRight, IconBell, IconHourglass, IconUsers } from '@tabler/icons-react';
import type { WaitView } from '../../../server/services/views/instance-view.ts';
import { Clock } from '../../components/Clock.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './ManyWaits.module.css';
import { Question, QuestionLabel, useKindWords, WaitNotes, WaitPerson, WaitTitle } from './WaitParts.tsx';

/**
 * The three questions of a case that waits for several things at once, a line each.
 *
 * What comes then is said once where it is the same for all, as after opinions that are asked side by side.
 */
export function ManyWaits({ waits }: { readonly waits: readonly WaitView[] }) {
  const { cases } = useTexts();
  const { oversight } = useLateTexts();
  const shared = new Set(waits.map(({ thenTitle, then }) => `${thenTitle} ${then}`)).size === 1;
  const [first] = waits;
  return (
    <div className={styles.card}>
      <div className={styles.list}>
        <div className={styles.labels}>
          <QuestionLabel icon={<IconHourglass size={16} aria-hidden />} label={cases.waitsFor} />
          <QuestionLabel icon={<IconUsers size={16} aria-hidden />} label={cases.whoCanAct} />
        </div>
        <ul className={styles.rows}>
          {waits.map((wait, index) => (
            // Two waits may be alike in every way but their place.
            <li key={`${wait.task ?? wait.title} ${index}`} className={styles.row}>
              <div className={styles.what}>
                <WaitTitle wait={wait} className={styles.title} />
                <About wait={wait} />
                {!repeats(wait, waits[index - 1]) && <WaitNotes wait={wait} />}
              </div>
              <div className={styles.who}>
                {wait.people.map((person) => (
                  <WaitPerson key={person.id} person={person} />
                ))}
                {(wait.people.length === 0 || wait.kind === 'incident') && wait.who !== null && (
                  <p className={styles.sentence}>{wait.who}</p>
                )}
              </div>
              {wait.ladder !== null && (
                <p className={styles.next}>
                  <IconBell size={14} aria-hidden />
                  <span>
                    {oversight.toldNext(wait.ladder.people)} <Moment at={wait.ladder.at} />
                  </span>
                </p>
              )}
              {!shared && wait.thenTitle !== null && (
                <p className={styles.next}>
                  <IconArrowRight size={14} aria-hidden />
                  {cases.comesThen}: {wait.thenTitle}
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
      {shared && first !== undefined && first.thenTitle !== null && (
        <Question icon={<IconArrowRight size={16} aria-hidden />} label={cases.thenAll}>
          <p className={styles.after}>{first.thenTitle}</p>
          {first.then !== null && <p className={styles.sentence}>{first.then}</p>}
        </Question>
      )}
    </div>
  );
}

/** Whether a line would say again what the one above it says of the same step. */
function repeats(wait: WaitView, above: WaitView | undefined): boolean {
  return above !== undefined && above.title === wait.title && above.notes.join() === wait.notes.join();
}

/** Until when, or what kind of thing it is. */
function About({ wait }: { readonly wait: WaitView }) {
  const kind = useKindWords(wait);
  if (wait.dueAt === null && wait.kind !== 'task') return kind !== null && <p className={styles.sentence}>{kind}</p>;
  return (
    <span className={styles.clock}>
      {kind !== null && <span className={styles.sentence}>{kind} </span>}
      <Clock dueAt={wait.dueAt} soonAt={wait.soonAt} look="line" />
    </span>
  );
}
