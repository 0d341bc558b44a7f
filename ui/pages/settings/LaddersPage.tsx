import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { LadderView } from '../../../server/services/views/plant-view.ts';
import { useLadders } from '../../api/plant-parts.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './card.module.css';
import { ChangeList } from './ChangeList.tsx';
import { EditLadder } from './EditLadder.tsx';
import { LevelList } from './LevelList.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

/** The ladders of the plant: who is told after how long. */
export function LaddersPage() {
  const { settings } = useLateTexts();
  const query = useLadders();
  return (
    <SettingsFrame place="ladders" lead={settings.laddersLead}>
      <Loaded query={query} skeleton={<CardSkeleton />} title={settings.laddersFailed} page={false}>
        {({ items }) => (
          <>
            {items.some(({ mayChange }) => !mayChange) && <p className={styles.note}>{settings.onlyRead}</p>}
            <div className={styles.cards}>
              {items.map((ladder) => (
                <LadderCard key={ladder.id} ladder={ladder} />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </SettingsFrame>
  );
}

/** One ladder: read, or being changed. */
function LadderCard({ ladder }: { readonly ladder: LadderView }) {
  const { settings } = useLateTexts();
  const [stand, setStand] = useState<'read' | 'edit' | 'saved'>('read');
  if (stand === 'edit')
    return <EditLadder ladder={ladder} onDone={() => setStand('saved')} onCancel={() => setStand('read')} />;
  return (
    <section className={styles.card} aria-labelledby={`ladder-${ladder.id}`}>
      <div className={styles.head}>
        <h2 id={`ladder-${ladder.id}`} className={styles.title}>
          {ladder.title}
        </h2>
        {ladder.mayChange && (
          <Button
            kind="soft"
            icon={<IconPencil size={16} aria-hidden />}
            aria-label={`${settings.change}: ${ladder.title}`}
            onClick={() => setStand('edit')}
          >
            {settings.change}
          </Button>
        )}
      </div>
      <span className={`gf-code ${styles.code}`}>{ladder.id}</span>
      {stand === 'saved' && (
        <Message tone="ok" live>
          {settings.saved}
        </Message>
      )}
      <LevelList levels={ladder.levels} />
      <ChangeList part={`ladder:${ladder.id}`} />
    </section>
  );
}
