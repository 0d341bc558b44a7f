import { IconAlarm, IconClock, IconHourglass, IconInfinity } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import { Chip, type Tone } from './Chip.tsx';
import styles from './Clock.module.css';
import { classNames } from './class-names.ts';
import { type ClockWords, describeClock, type Due } from './describe-clock.ts';
import { useNow } from './NowProvider.tsx';

/** When a task is due, and how that is to be shown. */
export interface ClockProps extends Due {
  /** `row`: word above detail; `line`: both in one line; `chip`: framed, for the head of a page; `brief`: a chip that leaves out the time of day where the word says enough. */
  readonly look?: 'row' | 'line' | 'chip' | 'brief';
  /** Said after the detail of a row: since when it is open. */
  readonly more?: string | null;
}

/** The clock of a task: word, icon and colour. It goes on by itself. */
export function Clock({ dueAt, soonAt, look = 'row', more = null }: ClockProps) {
  const format = useFormat();
  const { parts } = useTexts();
  const now = useNow();
  const words = describeClock({ dueAt, soonAt }, now, { format, parts });
  const full = dueAt === null ? undefined : format.fullMoment(Date.parse(dueAt));
  const body =
    look === 'chip' || look === 'brief' ? (
      <Chip
        tone={TONES[words.kind]}
        icon={ICONS[words.kind]}
        detail={look === 'brief' && words.kind === 'soon' ? null : words.detail}
        large
      >
        {words.word}
      </Chip>
    ) : (
      <span className={classNames(styles.clock, styles[words.kind], look === 'line' && styles.line)}>
        {ICONS[words.kind]}
        <span className={styles.words}>
          <span className={styles.word}>{words.word}</span>
          <span className={styles.detail}> {[words.detail, more].filter(Boolean).join(' · ')}</span>
        </span>
      </span>
    );
  return dueAt === null ? (
    body
  ) : (
    <time dateTime={dueAt} title={full} className={styles.time}>
      {body}
    </time>
  );
}

/** How a task stands with its time. */
type Kind = ClockWords['kind'];

/** Only what calls a person has a colour. */
const TONES: Record<Kind, Tone> = { overdue: 'red', soon: 'amber', plain: 'plain', none: 'plain' };

/** Each kind has a sign of its own, for those who do not see colours. */
const ICONS: Record<Kind, ReactNode> = {
  overdue: <IconAlarm size={16} aria-hidden />,
  soon: <IconHourglass size={16} aria-hidden />,
  plain: <IconClock size={16} aria-hidden />,
  none: <IconInfinity size={16} aria-hidden />,
};
