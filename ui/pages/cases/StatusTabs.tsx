import { Link } from 'wouter';
import type { InstanceRowView } from '../../../server/services/views/instance-view.ts';
import { query } from '../../api/path.ts';
import { classNames } from '../../components/class-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './StatusTabs.module.css';

/** How a case stands. */
type Status = InstanceRowView['status'];

/** All, then as they come one after another. */
const STATUSES: readonly (Status | null)[] = [null, 'active', 'done', 'cancelled', 'void'];

/** The status an address asks for; anything else is all. */
export function readStatus(text: string | null): Status | null {
  return STATUSES.find((status) => status === text) ?? null;
}

/** Which cases are listed: all, or those of one status. */
export function StatusTabs({ status, q }: { readonly status: Status | null; readonly q: string }) {
  const { cases } = useTexts();
  const words: Record<Status, string> = {
    active: cases.active,
    done: cases.done,
    cancelled: cases.cancelled,
    void: cases.voided,
  };
  return (
    <nav aria-label={cases.status} className={styles.tabs}>
      {STATUSES.map((offered) => (
        <Link
          key={offered ?? 'all'}
          href={query('/cases', { status: offered, q })}
          replace
          className={classNames(styles.tab, offered === status && styles.here)}
          aria-current={offered === status ? 'page' : undefined}
        >
          {offered === null ? cases.all : words[offered]}
        </Link>
      ))}
    </nav>
  );
}
