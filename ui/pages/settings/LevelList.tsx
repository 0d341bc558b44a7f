import { IconAlarm, IconBell, IconStairsUp } from '@tabler/icons-react';
import type { Ladder, LadderLevel } from '../../../engine/model/person.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { Chip, type Tone } from '../../components/Chip.tsx';
import styles from './LevelList.module.css';
import { useLadderWords } from './use-ladder-words.ts';

/** The levels of a ladder, each as a line that can be read: when, what, to whom. */
export function LevelList({ levels }: { readonly levels: Ladder['levels'] }) {
  const words = useLadderWords();
  const format = useFormat();
  return (
    <ol className={styles.levels}>
      {levels.map((level) => (
        <li key={level.id} className={styles.level}>
          <span className={styles.when}>{words.when(level)}</span>
          <Chip tone={TONES[level.say]} icon={ICONS[level.say]}>
            {words.say(level.say)}
          </Chip>
          <span>{format.list(level.to.map(words.receiver))}</span>
          {words.rest(level).map((text) => (
            <span key={text} className={styles.rest}>
              {text}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

const TONES: Record<LadderLevel['say'], Tone> = { reminder: 'grey', overdue: 'red', escalated: 'amber' };
const ICONS = {
  reminder: <IconBell size={16} aria-hidden />,
  overdue: <IconAlarm size={16} aria-hidden />,
  escalated: <IconStairsUp size={16} aria-hidden />,
};
