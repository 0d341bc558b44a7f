import { IconAlertTriangle, IconArrowForwardUp, IconCalendarEvent, IconUserOff } from '@tabler/icons-react';
import type { StandInView } from '../../../server/services/views/plant-view.ts';
import { Chip } from '../../components/Chip.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import styles from './StandInChips.module.css';

/** Who is away or has delegated now, and until when; what is coming is dashed. */
export function StandInChips({ standIns }: { readonly standIns: readonly StandInView[] }) {
  return (
    <span className={styles.chips}>
      {standIns.map((entry) => (
        <StandInChip key={entry.id} entry={entry} />
      ))}
    </span>
  );
}

/** One absence or delegation in a word, with who acts below it. */
function StandInChip({ entry }: { readonly entry: StandInView }) {
  const { people } = useLateTexts();
  const format = useFormat();
  const now = useNow();
  const until = people.until(format.moment(Date.parse(entry.untilAt), now));
  const from = people.from(format.moment(Date.parse(entry.fromAt), now));
  const running = entry.state === 'running';
  return (
    <span className={styles.entry}>
      <Chip
        tone={running && entry.kind === 'absence' ? 'amber' : running ? 'blue' : 'grey'}
        icon={icon(entry)}
        dashed={!running}
        detail={running ? until : from}
      >
        {entry.kind === 'absence' ? people.away : people.delegated}
      </Chip>
      <span className={styles.who}>{people.actsInstead(entry.standIn.name)}</span>
      {entry.standInAway && (
        <span className={styles.gap}>
          <IconAlertTriangle size={14} aria-hidden /> {people.standInAwayShort}
        </span>
      )}
    </span>
  );
}

function icon({ kind, state }: StandInView) {
  if (state === 'coming') return <IconCalendarEvent size={16} aria-hidden />;
  return kind === 'absence' ? <IconUserOff size={16} aria-hidden /> : <IconArrowForwardUp size={16} aria-hidden />;
}
