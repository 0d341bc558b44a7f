import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { WaitView } from '../../../server/services/views/instance-view.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { Moment } from '../../components/Moment.tsx';
import { titleWithItem } from '../../components/title-with-item.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './Waits.module.css';

/** What is waited for; for those who can do it, the way to the task. */
export function WaitTitle({ wait, className }: { readonly wait: WaitView; readonly className: string | undefined }) {
  const me = usePerson().id;
  const title = titleWithItem(wait);
  const mine = wait.task !== null && wait.people.some(({ id }) => id === me);
  return (
    <p className={className}>
      {wait.kind === 'incident' && <IconAlertOctagon size={18} aria-hidden className={styles.red} />}
      {mine ? <Link href={`/tasks/${encodeURIComponent(wait.task ?? '')}`}>{title}</Link> : title}
    </p>
  );
}

/** More links than this stand below, with the other cases around. */
const MOST_LINKS = 6;

/** How far it is and what it hangs on, with the way to the cases that it waits for. */
export function WaitNotes({ wait }: { readonly wait: WaitView }) {
  const apart = wait.cases.filter(({ number }) => !wait.notes.some((note) => note.includes(number)));
  return (
    <>
      {wait.notes.map((note) => (
        <p key={note} className={styles.sentence}>
          <NoteWords note={note} cases={wait.cases} />
        </p>
      ))}
      {apart.length > 0 && (
        <ul className={styles.cases}>
          {apart.slice(0, MOST_LINKS).map(({ id, number }) => (
            <li key={id}>
              <Link href={`/cases/${encodeURIComponent(id)}`}>{number}</Link>
            </li>
          ))}
          {apart.length > MOST_LINKS && <li>+{apart.length - MOST_LINKS}</li>}
        </ul>
      )}
    </>
  );
}

/** A sentence, in which the number of a case is the way to it. */
function NoteWords({ note, cases }: { readonly note: string; readonly cases: WaitView['cases'] }) {
  const named = cases.find(({ number }) => note.includes(number));
  if (named === undefined) return note;
  const at = note.indexOf(named.number);
  return (
    <>
      {note.slice(0, at)}
      <Link href={`/cases/${encodeURIComponent(named.id)}`}>{named.number}</Link>
      {note.slice(at + named.number.length)}
    </>
  );
}

/** Who is told next that it takes long, and when. */
export function ToldNext({ ladder }: Pick<WaitView, 'ladder'>) {
  const { oversight } = useLateTexts();
  return (
    ladder !== null && (
      <p className={styles.sentence}>
        {oversight.toldNext(ladder.people)} <Moment at={ladder.at} />
      </p>
    )
  );
}

/** What kind of thing is waited for, where it is no task. */
export function useKindWords({ kind }: Pick<WaitView, 'kind'>): string | null {
  const { cases } = useTexts();
  const kinds: Partial<Record<WaitView['kind'], string>> = {
    timer: cases.waitTimer,
    effect: cases.waitEffect,
    incident: cases.waitIncident,
  };
  return kinds[kind] ?? null;
}

/** Somebody who can act, with why. */
export function WaitPerson({ person }: { readonly person: WaitView['people'][number] }) {
  const { cases } = useTexts();
  return (
    <p className={styles.person}>
      <Avatar name={person.name} size="m" />
      <span className={styles.personWords}>
        <b className={styles.name}>{person.name}</b>
        <span className={styles.role}>
          {person.role}
          {person.holds && ` · ${cases.holdsIt}`}
        </span>
      </span>
    </p>
  );
}

/** A question, its sign, and its answer. */
interface QuestionProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

/** One of the three questions with its answer. */
export function Question({ icon, label, children }: QuestionProps) {
  return (
    <div className={styles.question}>
      <QuestionLabel icon={icon} label={label} />
      {children}
    </div>
  );
}

/** One of the three questions, with its sign. */
export function QuestionLabel({ icon, label }: Omit<QuestionProps, 'children'>) {
  return (
    <h2 className={styles.label}>
      {icon}
      {label}
    </h2>
  );
}
