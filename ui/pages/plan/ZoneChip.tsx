import { IconLock, IconLockOpen, IconLockQuestion } from '@tabler/icons-react';
import type { ZoneView } from '../../../server/services/views/make-view.ts';
import { Chip } from '../../components/Chip.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';

const ICONS = { frozen: IconLock, slushy: IconLockQuestion, liquid: IconLockOpen };

/** How protected a day of the plan is. */
export function ZoneChip({ zone }: { readonly zone: ZoneView }) {
  const { zones } = useLateTexts().make.plan;
  const Icon = ICONS[zone];
  return (
    <Chip tone={zone === 'frozen' ? 'blue' : 'grey'} icon={<Icon size={16} aria-hidden />} dashed={zone === 'liquid'}>
      {zones[zone]}
    </Chip>
  );
}
