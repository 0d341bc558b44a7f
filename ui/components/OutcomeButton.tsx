import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { classNames } from './class-names.ts';
import styles from './OutcomeButton.module.css';
import { Spinner } from './Spinner.tsx';

/** An outcome with what comes of it, or with why it cannot be. */
export interface OutcomeButtonProps {
  readonly title: string;
  /** Who acts then, in words. */
  readonly next: string | null;
  /** Why it is not offered, in a few words; null where it is offered. */
  readonly notOffered: string | null;
  /** The first one offered is the main one. */
  readonly main?: boolean;
  readonly working?: boolean;
  /** Another outcome is being sent: this one waits. */
  readonly idle?: boolean;
  /** The id of the sentence that says why it is not offered. */
  readonly describedBy?: string | undefined;
  readonly onPress: () => void;
}

/** An outcome of a task: its word, then who is next. Never red or green, since the word decides. */
export function OutcomeButton(props: OutcomeButtonProps) {
  const { title, next, notOffered, main = false, working = false, idle = false, describedBy, onPress } = props;
  const refused = notOffered !== null;
  const still = refused || working || idle;
  return (
    <button
      type="button"
      className={classNames(styles.outcome, main && !refused && styles.main, refused && styles.refused)}
      aria-disabled={still || undefined}
      aria-busy={working || undefined}
      aria-describedby={describedBy}
      onClick={still ? undefined : onPress}
    >
      <span className={styles.title}>
        {working && <Spinner />}
        {refused && <IconLock size={16} aria-hidden />}
        {title}
      </span>
      {refused && notOffered !== '' && <span className={styles.line}>{notOffered}</span>}
      {!refused && next !== null && (
        <span className={styles.line}>
          <IconArrowRight size={13} aria-hidden />
          <span>{next}</span>
        </span>
      )}
    </button>
  );
}
