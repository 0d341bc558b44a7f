import { IconUserSearch } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PersonRowView } from '../../../server/services/views/plant-view.ts';
import { usePeople } from '../../api/people.ts';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { AddStandIn } from './AddStandIn.tsx';
import styles from './PersonPage.module.css';
import { StandInList } from './StandInList.tsx';

/** One person: where and as what they work, when they are away, and who acts for them then. */
export function PersonPage({ id }: { readonly id: string }) {
  const { people } = useLateTexts();
  const query = usePeople();
  return (
    <div className={styles.page}>
      <Loaded query={query} skeleton={<CardSkeleton />} title={people.failedTitle}>
        {({ items }) => {
          const person = items.find((one) => one.id === id);
          return person === undefined ? <Nobody /> : <Person person={person} everybody={items} />;
        }}
      </Loaded>
    </div>
  );
}

/** A person whom the page knows, among everybody who could stand in. */
interface PersonProps {
  readonly person: PersonRowView;
  readonly everybody: readonly PersonRowView[];
}

/** What is known of a person, and what can be changed. */
function Person({ person, everybody }: PersonProps) {
  const { people } = useLateTexts();
  const format = useFormat();
  const head = everybody.find((one) => one.head && one.department.id === person.department.id);
  return (
    <>
      <PageHeader
        title={person.name}
        above={<Link href="/people">{people.title}</Link>}
        lead={`${format.list(person.roles.map(({ title }) => title))} · ${person.department.title}`}
      />
      <p className={styles.leader}>
        {person.supervisor !== null
          ? people.supervisor(person.supervisor.name)
          : person.head || head === undefined
            ? people.leadsDepartment
            : people.supervisor(head.name)}
      </p>
      <section className={styles.section} aria-labelledby="stand-ins">
        <h2 id="stand-ins" className={styles.title}>
          {people.standIns}
        </h2>
        <p className={styles.note}>{people.standInsText}</p>
        <StandInList person={person.id} />
      </section>
      {person.mayChange ? (
        <AddStandIn person={person} everybody={everybody} />
      ) : (
        <p className={styles.note}>{people.onlyThey}</p>
      )}
    </>
  );
}

/** Said of an unknown id. */
function Nobody() {
  const { people } = useLateTexts();
  return (
    <EmptyState
      icon={<IconUserSearch size={28} aria-hidden />}
      title={people.nobodyTitle}
      page
      acts={<LinkButton href="/people">{people.showAll}</LinkButton>}
    >
      {people.nobodyText}
    </EmptyState>
  );
}
