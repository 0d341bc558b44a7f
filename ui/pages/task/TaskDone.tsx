import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { InstanceView, WaitView } from '../../../server/services/views/instance-view.ts';
import { useTasks } from '../../api/tasks.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Clock } from '../../components/Clock.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './TaskDone.module.css';
import type { Done } from './TaskPage.tsx';

/** What a task shows once it is done: what the case waits for now, and what to do next. */
export function TaskDone({ id, done }: { readonly id: string; readonly done: Done }) {
  const { task } = useTexts();
  const { instance } = done;
  const mine = useTasks('mine');
  const next = mine.data?.pages[0]?.items.find((row) => row.id !== id);
  // The button that was pressed is gone, and the focus with it.
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.querySelector('h1')?.focus(), []);
  return (
    <div ref={page} className={styles.done}>
      <span className={styles.icon} aria-hidden>
        <IconCircleCheck size={30} />
      </span>
      <PageTitle windowTitle={done.title} className={styles.title}>
        {task.doneWith(done.title, done.outcome)}
      </PageTitle>
      <p className={styles.subject}>{instance.subject}</p>
      <Waits instance={instance} />
      <div className={styles.acts}>
        {next && (
          <LinkButton kind="main" size="main" href={`/tasks/${encodeURIComponent(next.id)}`}>
            {task.nextTask}
          </LinkButton>
        )}
        <LinkButton kind={next ? 'line' : 'main'} size="main" href="/inbox">
          {task.backToInbox}
        </LinkButton>
        <LinkButton size="main" href={`/cases/${encodeURIComponent(instance.id)}`}>
          {task.openCase}
        </LinkButton>
      </div>
      {next ? (
        <p className={styles.next}>
          <b>{next.title}</b> {next.instance.subject} <Clock dueAt={next.dueAt} soonAt={next.soonAt} look="line" />
        </p>
      ) : (
        mine.data && <p className={styles.next}>{task.noNextTask}</p>
      )}
    </div>
  );
}

/** Those who can act by name; where there are none, what is said instead. */
function whoOf(wait: WaitView): string | null {
  return wait.people.length === 0 ? wait.who : wait.people.map((person) => person.name).join(' · ');
}

/** What the case waits for now, or that it has ended. */
function Waits({ instance }: { readonly instance: InstanceView }) {
  const { task } = useTexts();
  const waits = instance.waits.filter((wait) => wait.kind === 'task' || wait.kind === 'incident');
  if (instance.status !== 'active')
    return <p className={styles.text}>{task.hasEnded(instance.number, instance.light.text)}</p>;
  if (waits.length === 0) return <p className={styles.text}>{task.goesOn(instance.number)}</p>;
  return (
    <div className={styles.text}>
      <p>{task.nowWaits(instance.number)}</p>
      <ul className={styles.waits}>
        {waits.map((wait) => (
          <li key={`${wait.kind} ${wait.task ?? wait.title}`} className={styles.wait}>
            <b>{wait.title}</b>
            {whoOf(wait) !== null && <span>{whoOf(wait)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
