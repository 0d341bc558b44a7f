import { IconBolt, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkflowView } from '../../../server/services/views/workflow-view.ts';
import { useWorkflows } from '../../api/workflows.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { findWorkflows } from './find-workflows.ts';
import { OtherRow, StartCard } from './StartCard.tsx';
import styles from './StartPage.module.css';

/** The procedures: those that the reader may start, and those of others with whom to ask. */
export function StartPage() {
  const { start } = useTexts();
  const workflows = useWorkflows();
  return (
    <div className={styles.page}>
      <PageHeader title={start.title} lead={start.lead} />
      <Loaded query={workflows} skeleton={<CardSkeleton />} title={start.failedTitle} page={false}>
        {({ items }) => (items.length === 0 ? <NoProcedures /> : <Catalogue workflows={items} />)}
      </Loaded>
    </div>
  );
}

/** The procedures that fit what is typed. */
function Catalogue({ workflows }: { readonly workflows: readonly WorkflowView[] }) {
  const { start } = useTexts();
  const [typed, setTyped] = useState('');
  const { forYou, others } = findWorkflows(workflows, typed, usePerson().department.id);
  return (
    <>
      <search className={styles.search}>
        <SearchField label={start.search} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </search>
      {forYou.length > 0 && (
        <section aria-labelledby="for-you">
          <Heading id="for-you" title={start.forYou} lead={start.forYouLead} />
          <ul className={styles.cards}>
            {forYou.map((workflow) => (
              <StartCard key={workflow.id} workflow={workflow} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <Heading id="others" title={start.others} lead={start.othersLead} />
          {others.map(({ department, workflows: theirs }) => (
            <div key={department?.id ?? ''} className={styles.department}>
              <h3>{department?.title ?? start.noDepartment}</h3>
              <ul className={styles.rows}>
                {theirs.map((workflow) => (
                  <OtherRow key={workflow.id} workflow={workflow} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {forYou.length + others.length === 0 && (
        <EmptyState
          icon={<IconSearchOff size={28} aria-hidden />}
          title={start.noMatchTitle}
          acts={<Button onClick={() => setTyped('')}>{start.showAll}</Button>}
        >
          {start.noMatchText}
        </EmptyState>
      )}
    </>
  );
}

/** A heading with its sentence. */
interface HeadingProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
}

/** The heading of a group, with why its procedures are in it. */
function Heading({ id, title, lead }: HeadingProps) {
  return (
    <div className={styles.heading}>
      <h2 id={id}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
    </div>
  );
}

/** Nothing is published yet. */
function NoProcedures() {
  const { start } = useTexts();
  return (
    <EmptyState icon={<IconBolt size={28} aria-hidden />} title={start.emptyTitle}>
      {start.emptyText}
    </EmptyState>
  );
}
