import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { DiagramView } from '../../server/services/views/instance-view.ts';
import { Button } from '../components/Button.tsx';
import { classNames } from '../components/class-names.ts';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './StepList.module.css';

/** One step of the way, as the server tells it. */
type Step = DiagramView['steps'][number];

/** The steps in reading order, and how much room there is. */
export interface StepListProps {
  readonly steps: readonly Step[];
  /** True where room is dear: what is not needed, and what is far ahead, then shows on demand. */
  readonly short: boolean;
}

/** The way through as a list: the same as the picture, for small screens, screen readers and paper. */
export function StepList({ steps, short }: StepListProps) {
  const { cases } = useTexts();
  const [all, setAll] = useState(false);
  const near = new Set(short && !all ? nearSteps(steps) : steps);
  return (
    <div className={styles.list}>
      <ol>
        {steps.map((step) => (
          <StepLine key={step.id} step={step} far={!near.has(step)} />
        ))}
      </ol>
      {near.size < steps.length && (
        <Button kind="soft" className="gf-screen-only" onClick={() => setAll(true)}>
          {cases.allSteps(steps.length)}
        </Button>
      )}
    </div>
  );
}

/** What is done, what is open, and the next that may come. */
function nearSteps(steps: readonly Step[]): readonly Step[] {
  const next = steps.find(({ status }) => status === 'to-come');
  return steps.filter((step) => step.status === 'done' || step.status === 'now' || step === next);
}

/** A step, and whether it is far from where the case stands. */
interface StepLineProps {
  readonly step: Step;
  /** Not shown on the screen now; paper shows all. */
  readonly far: boolean;
}

/** One step in a line: its sign, its name, how it stands. */
function StepLine({ step, far }: StepLineProps) {
  const { cases } = useTexts();
  const states: Record<Step['status'], string> = {
    done: cases.stepDone,
    now: cases.stepNow,
    'to-come': cases.stepToCome,
    'not-needed': cases.stepNotNeeded,
  };
  const about = [states[step.status], step.times > 1 ? `${step.times}×` : null, step.detail].filter(
    (part) => part !== null,
  );
  return (
    <li
      className={classNames(styles.step, styles[step.status], far && styles.far)}
      aria-current={step.status === 'now' ? 'step' : undefined}
    >
      <span className={styles.dot} aria-hidden>
        {step.status === 'done' && <IconCheck size={14} stroke={2.5} />}
      </span>
      <span className={styles.title}>{step.title}</span>
      <span className={styles.about}>{about.join(' · ')}</span>
    </li>
  );
}
