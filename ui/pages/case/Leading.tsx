import { useState } from 'react';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import type { TaskRowView } from '../../../server/services/views/task-view.ts';
import { Button } from '../../components/Button.tsx';
import { HandOnDialog } from '../../components/HandOnDialog.tsx';
import { MoveDueDialog } from '../../components/MoveDueDialog.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { titleWithItem } from '../../components/title-with-item.ts';
import styles from './Leading.module.css';
import section from './Section.module.css';

type Open = { readonly kind: 'hand-on' | 'move-due'; readonly task: TaskRowView };

/** What who leads the case may do with its open tasks. Others do not see it. */
export function Leading({ instance }: { readonly instance: InstanceView }) {
  const { oversight } = useLateTexts();
  const [open, setOpen] = useState<Open | null>(null);
  const led = instance.tasks.filter(({ id }) => instance.leads.includes(id));
  if (led.length === 0) return null;
  return (
    <section aria-labelledby="leading" className="gf-screen-only">
      <h2 id="leading" className={section.title}>
        {oversight.leading}
      </h2>
      <ul className={section.rows}>
        {led.map((task) => (
          <li key={task.id} className={styles.row}>
            <span className={styles.words}>
              <b className={styles.name}>{titleWithItem(task)}</b>
              <span className={styles.about}>{task.assignee?.name ?? oversight.nobodyHolds}</span>
            </span>
            <span className={styles.acts}>
              <Button size="toolbar" onClick={() => setOpen({ kind: 'hand-on', task })}>
                {oversight.handOn}
              </Button>
              <Button size="toolbar" onClick={() => setOpen({ kind: 'move-due', task })}>
                {oversight.moveDue}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open?.kind === 'hand-on' && (
        <HandOnDialog
          task={open.task.id}
          title={titleWithItem(open.task)}
          holder={open.task.assignee?.id ?? null}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'move-due' && (
        <MoveDueDialog
          task={open.task.id}
          title={titleWithItem(open.task)}
          due={open.task}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
