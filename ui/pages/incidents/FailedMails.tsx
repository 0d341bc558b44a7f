import { useFailedMails, useRetryMail } from '../../api/stuck.ts';
import { Button } from '../../components/Button.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './IncidentsPage.module.css';
import { StuckSection } from './StuckSection.tsx';

/** Mails that gave up, to whom, why; each may be sent again. */
export function FailedMails() {
  const { oversight } = useLateTexts();
  const query = useFailedMails();
  const retry = useRetryMail();
  return (
    <StuckSection
      title={oversight.mails}
      lead={oversight.mailsLead}
      query={query}
      retried={retry}
      done={oversight.mailGoes}
    >
      {({ id, person, kind, titles, at, attempts, problem }) => (
        <li key={id} className={styles.card}>
          <h3 className={styles.title}>{kind === 'digest' ? oversight.dailyMail : titles[0]}</h3>
          <p className={styles.about}>
            {oversight.mailTo(person.name)} · <Moment at={at} />
            {attempts > 0 && ` · ${oversight.attempts(attempts)}`}
          </p>
          {problem !== null && (
            <p className={styles.message}>
              {problem.message} <span className="gf-code">{problem.code}</span>
            </p>
          )}
          <div className={styles.acts}>
            <Button kind="soft" working={retry.isPending && retry.variables === id} onClick={() => retry.mutate(id)}>
              {oversight.sendAgain}
            </Button>
          </div>
        </li>
      )}
    </StuckSection>
  );
}
