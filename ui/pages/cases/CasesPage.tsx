import { IconSearchOff, IconStack2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { useInstances } from '../../api/instances.ts';
import { useTypedQuery } from '../../app/use-typed-query.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { BoardMenu } from './BoardMenu.tsx';
import { CaseSkeleton } from './CaseSkeleton.tsx';
import styles from './CasesPage.module.css';
import { CaseTable } from './CaseTable.tsx';
import { readStatus, StatusTabs } from './StatusTabs.tsx';

/** The cases that the reader may see, newest first, by status and by words. The address holds both. */
export function CasesPage() {
  const { cases, parts } = useTexts();
  const [search] = useSearchParams();
  const status = readStatus(search.get('status'));
  const q = search.get('q') ?? '';
  const query = useInstances({ status, q });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={styles.page}>
      <PageHeader title={cases.title} acts={<BoardMenu />} />
      <Search />
      <StatusTabs status={status} q={q} />
      <Loaded query={query} skeleton={<CaseSkeleton />} title={cases.failedTitle} page={false}>
        {() =>
          rows.length === 0 ? (
            <NoCases filtered={q !== '' || status !== null} />
          ) : (
            <>
              <CaseTable rows={rows} />
              {query.hasNextPage && (
                <div className={styles.more}>
                  <Button kind="soft" working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {parts.more}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** Looks as one types, after a pause; what is looked for stands in the address, so it can be sent to others. */
function Search() {
  const { cases } = useTexts();
  const [search] = useSearchParams();
  const [typed, setTyped] = useTypedQuery();
  const field = useRef<HTMLInputElement>(null);
  const wanted = search.has('find');

  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);

  return (
    <search className={styles.search}>
      <SearchField
        ref={field}
        label={cases.searchLabel}
        placeholder={cases.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </search>
  );
}

/** Says whether there is nothing at all, or only nothing like that. */
function NoCases({ filtered }: { readonly filtered: boolean }) {
  const { cases } = useTexts();
  return filtered ? (
    <EmptyState
      icon={<IconSearchOff size={28} aria-hidden />}
      title={cases.noMatchTitle}
      acts={<LinkButton href="/cases">{cases.showAll}</LinkButton>}
    >
      {cases.noMatchText}
    </EmptyState>
  ) : (
    <EmptyState icon={<IconStack2 size={28} aria-hidden />} title={cases.emptyTitle}>
      {cases.emptyText}
    </EmptyState>
  );
}
