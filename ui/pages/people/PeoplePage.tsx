import { IconSearchOff } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import { usePeople } from '../../api/people.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { findPeople } from './find-people.ts';
import styles from './PeoplePage.module.css';
import { PeopleTable } from './PeopleTable.tsx';

/** Everybody who works here: where, as what, and who stands in for them. What is looked for stands in the address. */
export function PeoplePage() {
  const { people } = useLateTexts();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const query = usePeople();
  const look = (text: string) => setSearch(text === '' ? {} : { q: text }, { replace: true });
  return (
    <div className={styles.page}>
      <PageHeader title={people.title} lead={people.lead} />
      <search className={styles.search}>
        <SearchField label={people.search} value={q} onChange={(event) => look(event.target.value)} />
      </search>
      <Loaded query={query} skeleton={<CardSkeleton />} title={people.failedTitle} page={false}>
        {({ items }) => {
          const found = findPeople(items, q);
          return found.length > 0 ? (
            <PeopleTable rows={found} />
          ) : (
            <EmptyState
              icon={<IconSearchOff size={28} aria-hidden />}
              title={people.noMatchTitle}
              acts={<Button onClick={() => look('')}>{people.showAll}</Button>}
            >
              {people.noMatchText}
            </EmptyState>
          );
        }}
      </Loaded>
    </div>
  );
}
