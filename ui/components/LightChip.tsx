import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { InstanceRowView } from '../../server/services/views/instance-view.ts';
import { Chip } from './Chip.tsx';

/** The state of a case in its own word, with the icon that its colour has. */
export function LightChip({ light, status }: Pick<InstanceRowView, 'light' | 'status'>) {
  return (
    <Chip tone={light.color} icon={icon(light.color, status)}>
      {light.text}
    </Chip>
  );
}

/** The sign of a status. The colour alone would not tell rejected from void. */
function icon(color: InstanceRowView['light']['color'], status: InstanceRowView['status']): ReactNode {
  switch (color) {
    case 'blue':
      return <IconPlayerPlay size={16} aria-hidden />;
    case 'green':
      return <IconCircleCheck size={16} aria-hidden />;
    case 'amber':
      return <IconAlertTriangle size={16} aria-hidden />;
    case 'red':
      return <IconCircleX size={16} aria-hidden />;
    case 'grey':
      return status === 'active' ? <IconPlayerPause size={16} aria-hidden /> : <IconBan size={16} aria-hidden />;
  }
}
