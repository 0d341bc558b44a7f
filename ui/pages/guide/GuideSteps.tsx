import { IconSignature, IconUsers } from '@tabler/icons-react';
import type { GuideStepView } from '../../../server/services/views/guide-view.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './GuideSteps.module.css';

/** Who does what, by when, how it can end, and what holds there; on a phone one card a step. */
export function GuideSteps({ steps }: { readonly steps: readonly GuideStepView[] }) {
  const { guide } = useLateTexts();
  return (
    <section aria-labelledby="steps" className={styles.frame}>
      <h2 id="steps" className={styles.title}>
        {guide.steps}
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{guide.step}</th>
            <th scope="col">{guide.who}</th>
            <th scope="col">{guide.due}</th>
            <th scope="col">{guide.outcomes}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Step key={step.state} step={step} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Step({ step }: { readonly step: GuideStepView }) {
  const { guide } = useLateTexts();
  return (
    <tr>
      <td data-column={guide.step} className={styles.step}>
        <b>{step.title}</b>
        {step.many && (
          <span className={styles.mark}>
            <IconUsers size={14} aria-hidden /> {guide.many}
          </span>
        )}
        {step.signed.map((meaning) => (
          <span key={meaning} className={styles.mark}>
            <IconSignature size={14} aria-hidden /> {guide.signs(meaning)}
          </span>
        ))}
        {step.separation.map((rule) => (
          <span key={rule} className={styles.mark}>
            {rule}
          </span>
        ))}
      </td>
      <td data-column={guide.who}>{step.who ?? guide.byCase}</td>
      <td data-column={guide.due}>{step.due ?? guide.byCase}</td>
      <td data-column={guide.outcomes}>{step.outcomes.join(' · ')}</td>
    </tr>
  );
}
