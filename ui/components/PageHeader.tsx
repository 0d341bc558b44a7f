import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';
import { PageTitle } from './PageTitle.tsx';

/** What the head of a page says. */
export interface PageHeaderProps {
  readonly title: string;
  /** Where the page stands: above the title. */
  readonly above?: ReactNode;
  /** One sentence below the title. */
  readonly lead?: ReactNode;
  readonly acts?: ReactNode;
}

/** The head of a page: where it stands, its title, a sentence, and what can be done with the whole page. */
export function PageHeader({ title, above, lead, acts }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <PageTitle windowTitle={title}>{title}</PageTitle>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </header>
  );
}
