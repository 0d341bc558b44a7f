import type { PlanView } from '../../../server/services/views/make-view.ts';
import { Chip } from '../../components/Chip.tsx';
import { LocalDate } from '../../components/LocalDate.tsx';
import { RAG_LOOKS } from '../../components/RagChip.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './PastDays.module.css';

/** What was reached of the plan on the last working days. */
export function PastDays({ days }: { readonly days: PlanView['past'] }) {
  const { plan } = useLateTexts().make;
  return (
    <section className={styles.past} aria-labelledby="past-days">
      <h2 id="past-days" className={styles.title}>
        {plan.past}
      </h2>
      <ol className={styles.days}>
        {days.map((day) => (
          <li key={day.date} className={styles.day}>
            <LocalDate date={day.date} />
            <Reached attainment={day.attainment} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reached({ attainment }: Pick<PlanView['past'][number], 'attainment'>) {
  const { plan } = useLateTexts().make;
  const format = useFormat();
  if (attainment === null) return <span className={styles.none}>{plan.noPlan}</span>;
  const { Icon, tone } = RAG_LOOKS[attainment.band];
  return (
    <>
      <Chip tone={tone} icon={<Icon size={16} aria-hidden />}>
        {`${format.number(attainment.pct, 1)} %`}
      </Chip>
      <span className={styles.none}>
        {plan.reached(format.number(attainment.good), format.number(attainment.planned))}
      </span>
    </>
  );
}
