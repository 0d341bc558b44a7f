import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { useDiagram, useHistory, useInstance } from '../../api/instances.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WayThrough } from '../../diagram/WayThrough.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { AddedFiles } from './AddedFiles.tsx';
import { Answers } from './Answers.tsx';
import { CasesAround } from './CasesAround.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import styles from './CasePage.module.css';
import { Commands } from './Commands.tsx';
import { Conversation } from './Conversation.tsx';
import { DocumentList } from './DocumentList.tsx';
import { Leading } from './Leading.tsx';
import { HistoryList } from './HistoryList.tsx';
import { Signatures } from './Signatures.tsx';
import { useOpenForPrint } from './use-open-for-print.ts';
import { Waits } from './Waits.tsx';

/** The page of one case: what it waits for, its way through, what happened, and what is known. */
export function CasePage({ id }: { readonly id: string }) {
  const { cases } = useTexts();
  const instance = useInstance(id);
  useOpenForPrint();
  return (
    <div className={styles.page}>
      <Loaded
        query={instance}
        skeleton={<CardSkeleton />}
        notFound={{ title: cases.notFoundTitle, text: cases.notFoundText }}
      >
        {(loaded) => <Case instance={loaded} />}
      </Loaded>
    </div>
  );
}

/** A case that is loaded. Picture and history come on their own: neither waits for the other. */
function Case({ instance }: { readonly instance: InstanceView }) {
  const { cases } = useTexts();
  const { oversight } = useLateTexts();
  const diagram = useDiagram(instance.id);
  const history = useHistory(instance.id);
  return (
    <>
      <CaseHeader instance={instance} />
      {instance.incidents.map((incident) => (
        <Message key={incident.id} tone="error" act={{ label: oversight.incidents, href: '/incidents' }}>
          <b>{cases.incident}</b> <span className="gf-code">{incident.code}</span> {incident.message}
        </Message>
      ))}
      <Waits instance={instance} />
      <div className={styles.way}>
        <Loaded query={diagram} skeleton={<CardSkeleton cards={1} />} title={cases.diagramFailed} page={false}>
          {(loaded) => <WayThrough diagram={loaded} />}
        </Loaded>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Loaded query={history} skeleton={<CardSkeleton cards={1} />} title={cases.historyFailed} page={false}>
            {(loaded) => <HistoryList history={loaded} />}
          </Loaded>
          <Answers answers={instance.answers} />
        </div>
        <div className={styles.column}>
          <CaseFacts instance={instance} />
          <CasesAround instance={instance} />
          <Signatures instance={instance} />
          <DocumentList instance={instance} />
          <AddedFiles instance={instance.id} />
          <Conversation instance={instance.id} />
          <Leading instance={instance} />
          <Commands instance={instance} />
        </div>
      </div>
    </>
  );
}

/** Which case it is, how it stands, and how it is put on paper. */
function CaseHeader({ instance }: { readonly instance: InstanceView }) {
  const { cases } = useTexts();
  return (
    <PageHeader
      title={instance.subject}
      above={
        <>
          <Link href="/cases">{cases.title}</Link>
          <span aria-hidden>/</span>
          <span className="gf-code">{instance.number}</span>
          <span aria-hidden>·</span>
          <Link href={`/guides/${encodeURIComponent(instance.workflow.id)}`}>
            {cases.version(instance.workflow.title, instance.workflow.version)}
          </Link>
        </>
      }
      acts={
        <>
          <LightChip light={instance.light} status={instance.status} />
          <Button
            kind="soft"
            size="toolbar"
            className="gf-screen-only"
            icon={<IconPrinter size={17} aria-hidden />}
            onClick={() => print()}
          >
            {cases.print}
          </Button>
        </>
      }
    />
  );
}
