import { useState } from 'react';
import { usePlantChanges } from '../../api/plant-parts.ts';
import { Bone } from '../../components/Bone.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './ChangeList.module.css';

/** Who changed a part, when and why. It is asked for when it is opened. */
export function ChangeList({ part }: { readonly part: string }) {
  const { settings } = useLateTexts();
  const [open, setOpen] = useState(false);
  const query = usePlantChanges(part, open);
  return (
    <details className={styles.changes} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{settings.changes}</summary>
      {open && (
        <Loaded query={query} skeleton={<Bone width="60%" />} title={settings.changesFailed} page={false}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={styles.meta}>{settings.noChanges}</p>
            ) : (
              <ol className={styles.rows}>
                {items.map((change) => (
                  <li key={change.version}>
                    {change.reason}
                    <span className={styles.meta}>
                      {settings.version(change.version)} · <Moment at={change.at} /> ·{' '}
                      {settings.changedBy(change.by.name)}
                    </span>
                  </li>
                ))}
              </ol>
            )
          }
        </Loaded>
      )}
    </details>
  );
}
