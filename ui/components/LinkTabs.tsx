import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import styles from './LinkTabs.module.css';

/** Places beside each other, and the one that is open. */
export interface LinkTabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly here: boolean }[];
  /** True where going from one to the other is no step of its own for the way back. */
  readonly replace?: boolean;
}

/** A row of links of which one is open; on a narrow page it moves sideways. */
export function LinkTabs({ label, tabs, replace = false }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          replace={replace}
          className={classNames(styles.tab, tab.here && styles.here)}
          aria-current={tab.here ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
