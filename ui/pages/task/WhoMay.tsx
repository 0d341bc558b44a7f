import { useState } from 'react';
import type { TaskView, WhoView } from '../../../server/services/views/task-view.ts';
import { Button } from '../../components/Button.tsx';
import { HandOnDialog } from '../../components/HandOnDialog.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { LiftSeparation } from './LiftSeparation.tsx';
import styles from './WhoMay.module.css';

/** Who may do the task and why, and who may not and why. */
export function WhoMay({ task: id, who, me }: { readonly task: string; readonly who: WhoView; readonly me: string }) {
  const { task } = useTexts();
  const amIn = who.people.some((person) => person.id === me);
  const amOut = who.excluded.find((person) => person.id === me);
  const others = who.excluded.filter((person) => person.id !== me);
  return (
    <section className={styles.who} aria-labelledby="who-title">
      <h2 id="who-title" className={styles.title}>
        {task.whoMay}
      </h2>
      <p className={styles.sentence}>{who.sentence}</p>
      {amOut && <p className={styles.out}>{amOut.why}</p>}
      {(who.people.length > 0 || others.length > 0) && (
        <details className={styles.why}>
          <summary>{amIn ? task.whyMe : task.whyThem}</summary>
          <People people={who.people} />
          {others.length > 0 && <p className={styles.part}>{task.mayNot}</p>}
          <ul>
            {others.map((person) => (
              <li key={person.id} className={styles.person}>
                <span className={styles.name}>{person.name}</span> {person.why}
                {person.liftable && <LiftSeparation task={id} person={person} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Who holds the task may hand it on. */
export function HandOn({ task }: { readonly task: TaskView }) {
  const { oversight } = useLateTexts();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.handOn}>
      <Button size="toolbar" onClick={() => setOpen(true)}>
        {oversight.handOn}
      </Button>
      {open && (
        <HandOnDialog
          task={task.id}
          title={task.title}
          holder={task.assignee?.id ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** People, each with why. */
function People({ people }: { readonly people: WhoView['people'] }) {
  return (
    <ul>
      {people.map((person) => (
        <li key={person.id} className={styles.person}>
          <span className={styles.name}>{person.name}</span> {person.why}
        </li>
      ))}
    </ul>
  );
}
