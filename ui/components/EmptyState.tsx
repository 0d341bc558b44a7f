import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './EmptyState.module.css';

/** What will be there, why it is not, and what to do now. */
export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly tone?: 'ok' | 'error' | 'grey';
  readonly title: string;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
  /** A line below the acts: an error's code and time. */
  readonly foot?: ReactNode;
  /** True where it stands for the whole page: then its title is the page's. */
  readonly page?: boolean;
}

/** A place without anything in it: what will come here, and what to do now. */
export function EmptyState({ icon, tone = 'grey', title, children, acts, foot, page = false }: EmptyStateProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className={classNames(styles.state, page && styles.page)}>
      <span className={classNames(styles.icon, styles[tone])} aria-hidden>
        {icon}
      </span>
      <Title className={styles.title} tabIndex={page ? -1 : undefined}>
        {title}
      </Title>
      <p className={styles.text}>{children}</p>
      {acts && <div className={styles.acts}>{acts}</div>}
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}
