import { useRetryMessage, useVainMessages } from '../../api/stuck.ts';
import { useWorkflows } from '../../api/workflows.ts';
import { Button } from '../../components/Button.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './IncidentsPage.module.css';
import { StuckSection } from './StuckSection.tsx';

/** Messages that no case took in their time; each may wait once more. */
export function VainMessages() {
  const { oversight } = useLateTexts();
  const query = useVainMessages();
  const workflows = useWorkflows();
  const retry = useRetryMessage();
  const titleOf = (workflow: string) => workflows.data?.items.find(({ id }) => id === workflow)?.title ?? workflow;
  return (
    <StuckSection
      title={oversight.messages}
      lead={oversight.messagesLead}
      query={query}
      retried={retry}
      done={oversight.messageWaits}
    >
      {({ id, type, workflow, key, createdAt, untilAt }) => (
        <li key={id} className={styles.card}>
          <h3 className={styles.title}>
            <span className="gf-code">{type}</span>
          </h3>
          <p className={styles.about}>
            {titleOf(workflow)} · {key === null ? oversight.toEveryCase : oversight.forKey(key)}
          </p>
          <p className={styles.about}>
            {oversight.came} <Moment at={createdAt} /> · {oversight.waitedUntil} <Moment at={untilAt} />
          </p>
          <div className={styles.acts}>
            <Button kind="soft" working={retry.isPending && retry.variables === id} onClick={() => retry.mutate(id)}>
              {oversight.waitAgain}
            </Button>
          </div>
        </li>
      )}
    </StuckSection>
  );
}
