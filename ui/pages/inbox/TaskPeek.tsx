import { IconUserPlus } from '@tabler/icons-react';
import type { ShowView, TaskRowView, TaskView } from '../../../server/services/views/task-view.ts';
import { useTask } from '../../api/tasks.ts';
import { Bone } from '../../components/Bone.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Clock } from '../../components/Clock.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment } from '../../components/Moment.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { titleWithItem } from '../../components/title-with-item.ts';
import styles from './TaskPeek.module.css';

/** The row that is looked at. The rest of the task is loaded here. */
export interface TaskPeekProps {
  readonly row: TaskRowView;
  readonly taking: boolean;
  readonly onTake: () => void;
}

/** The selected task beside the list: enough to know whether to open it. */
export function TaskPeek({ row, taking, onTake }: TaskPeekProps) {
  const { inbox } = useTexts();
  const task = useTask(row.id);
  return (
    <aside className={styles.peek} aria-label={inbox.peek}>
      <div className={styles.inner}>
        <div className={styles.head}>
          <span className="gf-code">{row.instance.number}</span>
          <Clock dueAt={row.dueAt} soonAt={row.soonAt} look="brief" />
        </div>
        <h2 className={styles.title}>{titleWithItem(row)}</h2>
        <p className={styles.subject}>{row.instance.subject}</p>
        <p className={styles.workflow}>{row.instance.workflow.title}</p>
        <Loaded query={task} skeleton={<PeekSkeleton />} page={false}>
          {(loaded) => <Body task={loaded} />}
        </Loaded>
        <div className={styles.acts}>
          <LinkButton kind="main" size="main" href={`/tasks/${encodeURIComponent(row.id)}`} hotkey="Enter">
            {inbox.open}
          </LinkButton>
          {row.claimable && (
            <Button
              size="main"
              icon={<IconUserPlus size={18} aria-hidden />}
              hotkey="A"
              working={taking}
              onClick={onTake}
            >
              {inbox.take}
            </Button>
          )}
        </div>
      </div>
    </aside>
  );
}

/** What helps to decide whether to open it: what it is about, then what others said. */
function Body({ task }: { readonly task: TaskView }) {
  const compared = task.show.filter((shown) => shown.kind === 'opinion' && shown.tone !== null);
  const opinions = compared.some((shown) => shown.tone !== 'not-asked') ? compared : [];
  const answers = task.show.filter((shown) => shown.kind === 'answer' && shown.by !== null);
  return (
    <div className={styles.body}>
      {task.form.help !== null && <p className={styles.help}>{task.form.help}</p>}
      <div className={styles.part}>
        <Facts facts={task.facts} />
      </div>
      {opinions.length > 0 && (
        <ul className={styles.part}>
          {opinions.toSorted(byTrouble).map((shown) => (
            <li key={shown.name} className={styles.line}>
              <span>{shown.department ?? shown.title}</span>
              {shown.tone && <OpinionChip tone={shown.tone} word={shown.outcomeTitle} />}
            </li>
          ))}
        </ul>
      )}
      {opinions.length === 0 && answers.length > 0 && (
        <ul className={styles.part}>
          {answers.map((shown) => (
            <li key={shown.name} className={styles.answer}>
              <span>
                {shown.title}
                {shown.outcomeTitle !== null && `: ${shown.outcomeTitle}`}
              </span>
              <span className={styles.by}>
                {shown.by} {shown.at !== null && <Moment at={shown.at} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {task.assignee === null && <p className={styles.who}>{task.who.sentence}</p>}
    </div>
  );
}

/** Where its lines will stand. */
function PeekSkeleton() {
  return (
    <div className={styles.bones}>
      {['60%', '80%', '70%', '75%'].map((width) => (
        <Bone key={width} width={width} />
      ))}
    </div>
  );
}

/** The worst first. */
const TROUBLE: readonly ShowView['tone'][] = ['no', 'conditional', 'waiting', 'ok', 'not-asked'];

/** Problems first. */
function byTrouble(a: ShowView, b: ShowView): number {
  return TROUBLE.indexOf(a.tone) - TROUBLE.indexOf(b.tone);
}
