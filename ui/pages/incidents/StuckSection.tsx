import { type ReactNode, useId } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded, type LoadedProps } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './IncidentsPage.module.css';

/** What is stuck besides cases, and how trying again went. */
export interface StuckSectionProps<T> {
  readonly title: string;
  readonly lead: string;
  readonly query: LoadedProps<{ readonly items: readonly T[] }>['query'];
  readonly retried: { readonly error: Error | null; readonly isSuccess: boolean };
  /** What was done, once it was. */
  readonly done: string;
  readonly children: (item: T) => ReactNode;
}

/** A part of the page for those whom it concerns: for others, who are refused, it is not there. */
export function StuckSection<T>({ title, lead, query, retried, done, children }: StuckSectionProps<T>) {
  const { oversight } = useLateTexts();
  const id = useId();
  if (query.error instanceof ApiError && query.error.status === 403) return null;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <p className={styles.lead}>{lead}</p>
      {retried.error && (
        <Message tone="warn" live>
          {retried.error.message}
        </Message>
      )}
      <p role="status" className={styles.done}>
        {retried.isSuccess && done}
      </p>
      <Loaded query={query} skeleton={<CardSkeleton />} title={title} page={false}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.about}>{oversight.none}</p>
          ) : (
            <ul className={styles.list}>{items.map(children)}</ul>
          )
        }
      </Loaded>
    </section>
  );
}
