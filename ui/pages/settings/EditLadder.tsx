import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LadderLevel } from '../../../engine/model/person.ts';
import type { LadderView } from '../../../server/services/views/plant-view.ts';
import { ApiError } from '../../api/api-error.ts';
import { useChangeLadder } from '../../api/plant-parts.ts';
import { Button } from '../../components/Button.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './card.module.css';
import { EditLevel } from './EditLevel.tsx';
import { SaveChange } from './SaveChange.tsx';

/** A ladder to be changed, and the ways out. */
export interface EditLadderProps {
  readonly ladder: LadderView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Changes the levels of a ladder. The server finds what is wrong; each problem stands at its field. */
export function EditLadder({ ladder, onDone, onCancel }: EditLadderProps) {
  const { settings } = useLateTexts();
  const [levels, setLevels] = useState<readonly LadderLevel[]>(ladder.levels);
  const change = useChangeLadder();
  const problems = change.error instanceof ApiError ? change.error.problems : [];
  const put = (index: number, level: LadderLevel | null) =>
    setLevels(levels.flatMap((known, at) => (at !== index ? [known] : level === null ? [] : [level])));
  const save = (reason: string) => {
    const { id, titles, version } = ladder;
    change.mutate({ id, titles, version, reason, levels }, { onSuccess: onDone });
  };
  return (
    <SaveChange label={ladder.title} working={change.isPending} error={change.error} onSave={save} onCancel={onCancel}>
      <h2 className={styles.title}>{ladder.title}</h2>
      <p className={styles.note}>{settings.ladderCounts}</p>
      <p className={styles.note}>{settings.afterHelp('PT30M, P1D@office')}</p>
      {levels.map((level, index) => (
        <EditLevel
          key={level.id}
          number={index + 1}
          level={level}
          problems={problems.filter(({ path }) => path.startsWith(`/levels/${index}/`))}
          onChange={(next) => put(index, next)}
        />
      ))}
      <div>
        <Button
          kind="soft"
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => setLevels([...levels, newLevel(levels)])}
        >
          {settings.addLevel}
        </Button>
      </div>
    </SaveChange>
  );
}

/** A level with an id that no other has. */
function newLevel(levels: readonly LadderLevel[]): LadderLevel {
  let number = levels.length + 1;
  while (levels.some(({ id }) => id === `level-${number}`)) number += 1;
  return { id: `level-${number}`, after: '', to: [], say: 'escalated' };
}
