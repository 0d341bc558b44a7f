import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconFlagCheck,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { RagColorView } from '../../server/services/views/make-view.ts';
import { Chip, type Tone } from './Chip.tsx';

/** The sign and the tone of each colour: red is an octagon, amber a triangle, green a circle; not real yet is dashed. */
export const RAG_LOOKS: {
  readonly [color in RagColorView]: {
    readonly tone: Tone;
    readonly Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  };
} = {
  red: { tone: 'red', Icon: IconAlertOctagon },
  amber: { tone: 'amber', Icon: IconAlertTriangle },
  green: { tone: 'green', Icon: IconCircleCheck },
  in_review: { tone: 'grey', Icon: IconCircleDashed },
  done: { tone: 'blue', Icon: IconFlagCheck },
};

/** The colour of an order in word, icon and colour. */
export function RagChip({ color, children }: { readonly color: RagColorView; readonly children: string }) {
  const { tone, Icon } = RAG_LOOKS[color];
  return (
    <Chip tone={tone} icon={<Icon size={16} aria-hidden />} dashed={color === 'in_review'}>
      {children}
    </Chip>
  );
}
