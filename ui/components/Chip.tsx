import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classNames } from './class-names.ts';

/** The colours that mean something. `plain` means nothing. */
export type Tone = 'blue' | 'green' | 'amber' | 'red' | 'grey' | 'plain';

/** A chip has a word, a sign and a colour, never one of them alone. */
export interface ChipProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** A word beside it that is not part of the state: a time, a number. */
  readonly detail?: ReactNode;
  /** Not real yet. */
  readonly dashed?: boolean;
  readonly large?: boolean;
}

/** A state in word, icon and colour: always the three. */
export function Chip({ tone, icon, children, detail, dashed = false, large = false }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone], dashed && styles.dashed, large && styles.large)}>
      {icon}
      <span className={styles.word}>{children}</span>
      {detail !== undefined && detail !== null && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}
