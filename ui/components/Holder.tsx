import { IconPlus } from '@tabler/icons-react';
import { useTexts } from '../texts/TextsProvider.tsx';
import { Avatar } from './Avatar.tsx';
import styles from './Holder.module.css';

/** Who holds a task, seen by one reader. */
export interface HolderProps {
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** The reader's own id, so that they are addressed and not named. */
  readonly me: string;
  /** Said where nobody holds it and the reader may not take it: whose it is. */
  readonly role?: string | undefined;
  readonly claimable: boolean;
}

/** Who holds a task: you, somebody, or nobody yet. */
export function Holder({ assignee, me, role, claimable }: HolderProps) {
  const { parts } = useTexts();
  if (assignee) {
    return (
      <span className={styles.holder}>
        <Avatar name={assignee.name} size="s" />
        <span className={styles.name}>{assignee.id === me ? parts.you : assignee.name}</span>
      </span>
    );
  }
  return (
    <span className={styles.holder}>
      <span className={styles.free} aria-hidden>
        <IconPlus size={12} />
      </span>
      <span className={styles.quiet}>{claimable ? parts.free : role}</span>
    </span>
  );
}
