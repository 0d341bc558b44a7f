import { IconAlertTriangle, IconCircleCheck, IconCircleMinus, IconCircleX, IconHourglass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ShowView } from '../../server/services/views/task-view.ts';
import { useTexts } from '../texts/TextsProvider.tsx';
import { Chip, type Tone } from './Chip.tsx';

/** What a department can think, and that it has not said so yet. */
type Opinion = NonNullable<ShowView['tone']>;

/** What somebody thinks, in the word of the workflow. */
export interface OpinionChipProps {
  readonly tone: Opinion;
  /** The outcome's own word; without one, the plant's usual word is said. */
  readonly word?: string | null;
}

/** What a department thinks: OK, conditional, no, waiting, not asked. */
export function OpinionChip({ tone, word }: OpinionChipProps) {
  const { parts } = useTexts();
  const usual: Record<Opinion, string> = {
    ok: parts.opinionOk,
    conditional: parts.opinionConditional,
    no: parts.opinionNo,
    waiting: parts.opinionWaiting,
    'not-asked': parts.opinionNotAsked,
  };
  return (
    <Chip tone={TONES[tone]} icon={ICONS[tone]}>
      {word ?? usual[tone]}
    </Chip>
  );
}

/** Grey is no opinion: nobody was asked, or nobody has answered. */
const TONES: Record<Opinion, Tone> = {
  ok: 'green',
  conditional: 'amber',
  no: 'red',
  waiting: 'grey',
  'not-asked': 'grey',
};

/** A circle for yes, a triangle for conditions, a cross for no. */
const ICONS: Record<Opinion, ReactNode> = {
  ok: <IconCircleCheck size={16} aria-hidden />,
  conditional: <IconAlertTriangle size={16} aria-hidden />,
  no: <IconCircleX size={16} aria-hidden />,
  waiting: <IconHourglass size={16} aria-hidden />,
  'not-asked': <IconCircleMinus size={16} aria-hidden />,
};
