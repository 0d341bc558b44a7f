import { IconTrash } from '@tabler/icons-react';
import type { StandInView } from '../../../server/services/views/plant-view.ts';
import { useRemoveStandIn, useStandIns } from '../../api/people.ts';
import { Bone } from '../../components/Bone.tsx';
import { Button } from '../../components/Button.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { StandInChips } from './StandInChips.tsx';
import styles from './StandInList.module.css';

/** The absences and delegations of a person: what runs and comes, then what is over. */
export function StandInList({ person }: { readonly person: string }) {
  const { people } = useLateTexts();
  const query = useStandIns(person);
  const remove = useRemoveStandIn();
  return (
    <Loaded query={query} skeleton={<Bone width="60%" />} title={people.standInsFailed} page={false}>
      {({ items }) => {
        const open = items.filter(({ state }) => state !== 'ended');
        const ended = items.filter(({ state }) => state === 'ended').reverse();
        return (
          <>
            {remove.error && (
              <Message tone="error" live>
                {remove.error.message}
              </Message>
            )}
            {open.length === 0 && <p className={styles.none}>{people.noStandIns}</p>}
            <Entries
              entries={open}
              working={remove.isPending ? remove.variables : undefined}
              onRemove={(id) => remove.mutate(id)}
            />
            {ended.length > 0 && (
              <details className={styles.ended}>
                <summary>{people.ended(ended.length)}</summary>
                <Entries entries={ended} working={undefined} onRemove={() => undefined} />
              </details>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** Rows, and what to do when one is to go. */
interface EntriesProps {
  readonly entries: readonly StandInView[];
  readonly working: string | undefined;
  readonly onRemove: (id: string) => void;
}

/** Rows of absences and delegations; those that may be removed have a button. */
function Entries({ entries, working, onRemove }: EntriesProps) {
  const { people } = useLateTexts();
  if (entries.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.row}>
          <div className={styles.words}>
            <StandInChips standIns={[entry]} />
            <span className={styles.range}>
              <Moment at={entry.fromAt} /> – <Moment at={entry.untilAt} />
            </span>
            {entry.note && <span className={styles.range}>{entry.note}</span>}
          </div>
          {entry.mayChange && (
            <Button
              kind="soft"
              icon={<IconTrash size={16} aria-hidden />}
              working={working === entry.id}
              onClick={() => onRemove(entry.id)}
            >
              {entry.state === 'running' ? people.endNow : people.remove}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
