import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { IncidentRowView } from '../../../server/services/views/instance-view.ts';
import { useIncidents } from '../../api/oversight.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment } from '../../components/Moment.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { FailedMails } from './FailedMails.tsx';
import styles from './IncidentsPage.module.css';
import { VainMessages } from './VainMessages.tsx';

/** Whom the server tells of what. Others do not even ask: a refusal would stand in their console. */
const MESSAGES_CONCERN = ['system_admin', 'plant_manager'];
const MAILS_CONCERN = ['system_admin'];

type Action = IncidentRowView['actions'][number];

/** What gave up and waits for a person, with why and what can be decided. */
export function IncidentsPage() {
  const { oversight } = useLateTexts();
  const query = useIncidents();
  const { roles } = usePerson();
  const concerns = (some: readonly string[]) => roles.some(({ id }) => some.includes(id));
  return (
    <div className={styles.page}>
      <PageHeader title={oversight.incidents} />
      <p className={styles.lead}>{oversight.incidentsLead}</p>
      <Loaded query={query} skeleton={<CardSkeleton />} title={oversight.incidentsFailed} page={false}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconCircleCheck size={28} aria-hidden />} title={oversight.noIncidents}>
              {oversight.noIncidentsText}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {items.map((incident) => (
                <Incident key={`${incident.instance.id}.${incident.id}`} incident={incident} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {concerns(MESSAGES_CONCERN) && <VainMessages />}
      {concerns(MAILS_CONCERN) && <FailedMails />}
    </div>
  );
}

/** One incident: where, what, since when, and the decisions that are the reader's. */
function Incident({ incident }: { readonly incident: IncidentRowView }) {
  const { oversight } = useLateTexts();
  const [action, setAction] = useState<Action | null>(null);
  const { instance, actions } = incident;
  return (
    <li className={styles.card}>
      <h2 className={styles.title}>
        <IconAlertOctagon size={18} aria-hidden className={styles.sign} />
        {incident.step ?? oversight.wholeCase}{' '}
        <Link href={`/cases/${encodeURIComponent(instance.id)}`} className="gf-code">
          {instance.number}
        </Link>
      </h2>
      <p className={styles.about}>
        {instance.subject} · {instance.workflow.title}
      </p>
      <p className={styles.message}>{incident.message}</p>
      <p className={styles.about}>
        <span className="gf-code">{incident.code}</span> · <Moment at={incident.at} />
        {incident.attempts > 0 && ` · ${oversight.attempts(incident.attempts)}`}
      </p>
      {actions.length > 0 ? (
        <div className={styles.acts}>
          {actions.map((each) => (
            <Button key={each} kind={each === 'retry' ? 'line' : 'soft'} onClick={() => setAction(each)}>
              {oversight.actions[each]}
            </Button>
          ))}
        </div>
      ) : (
        <p className={styles.about}>{incident.task === null ? oversight.ownersDecide : oversight.handTaskOn}</p>
      )}
      {action !== null && <DecideDialog incident={incident} action={action} onClose={() => setAction(null)} />}
    </li>
  );
}
