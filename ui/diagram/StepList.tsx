import { IconCheck } from '@tabler/icons-react';
import type { DiagramView } from '../../server/services/views/instance-view.ts';
import { classNames } from '../components/class-names.ts';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './StepList.module.css';

type Step = DiagramView['steps'][number];

/** The way through as a list: the same as the picture, for small screens, screen readers and paper. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <StepLine key={step.id} step={step} />
      ))}
    </ol>
  );
}

function StepLine({ step }: { readonly step: Step }) {
  const { cases } = useTexts();
  const states: Record<Step['status'], string> = {
    done: cases.stepDone,
    now: cases.stepNow,
    'to-come': cases.stepToCome,
    'not-needed': cases.stepNotNeeded,
  };
  const about = [states[step.status], step.times > 1 ? `${step.times}×` : null, step.detail].filter((part) => part !== null);
  return (
    <li className={classNames(styles.step, styles[step.status])} aria-current={step.status === 'now' ? 'step' : undefined}>
      <span className={styles.dot} aria-hidden>
        {step.status === 'done' && <IconCheck size={14} stroke={2.5} />}
      </span>
      <span className={styles.title}>{step.title}</span>
      <span className={styles.about}>{about.join(' · ')}</span>
    </li>
  );
}
