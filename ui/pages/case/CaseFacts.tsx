import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { Fact, Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { CaseClock } from './CaseClock.tsx';
import styles from './Section.module.css';

/** What is known of a case in a few lines. */
export function CaseFacts({ instance }: { readonly instance: InstanceView }) {
  const { cases } = useTexts();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className={styles.title}>
        {cases.facts}
      </h2>
      <div className={styles.card}>
        <Facts facts={instance.facts}>
          <Fact label={cases.startedByLabel}>
            {instance.initiator.name}, <Moment at={instance.startedAt} />
          </Fact>
          <CaseClock instance={instance} />
        </Facts>
      </div>
    </section>
  );
}
