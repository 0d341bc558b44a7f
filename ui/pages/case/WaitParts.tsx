import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { WaitView } from '../../../server/services/views/instance-view.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './Waits.module.css';

/** What is waited for; for those who can do it, the way to the task. */
export function WaitTitle({ wait, className }: { readonly wait: WaitView; readonly className: string | undefined }) {
  const me = usePerson().id;
  const mine = wait.task !== null && wait.people.some(({ id }) => id === me);
  return (
    <p className={className}>
      {wait.kind === 'incident' && <IconAlertOctagon size={18} aria-hidden className={styles.red} />}
      {mine ? <Link href={`/tasks/${encodeURIComponent(wait.task ?? '')}`}>{wait.title}</Link> : wait.title}
    </p>
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
