import { IconDownload, IconFilter, IconLayoutRows, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useLive } from '../../api/LiveProvider.tsx';
import { makeTablePath, useMake } from '../../api/make.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LiveDot } from '../../components/LiveDot.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useLanguage } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { ColourCounts } from './ColourCounts.tsx';
import { MakeFilters } from './MakeFilters.tsx';
import styles from './MakePage.module.css';
import { OrderTable } from './OrderTable.tsx';
import { isNarrowed, useMakeWish } from './use-make-wish.ts';

/** Every order with its colour and why, the worst first. */
export function MakePage() {
  const { make } = useLateTexts();
  const { language } = useLanguage();
  const live = useLive();
  const [wish, wishFor] = useMakeWish();
  const [filtering, setFiltering] = useState(isNarrowed({ ...wish, rag: '' }));
  const query = useMake(wish);
  const pages = query.data?.pages ?? [];
  const first = pages[0];
  const rows = pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageHeader
        title={make.title}
        lead={make.lead}
        acts={
          <>
            <LiveDot live={live} />
            <Button
              icon={<IconFilter size={16} aria-hidden />}
              aria-expanded={filtering}
              aria-controls="make-filters"
              onClick={() => setFiltering(!filtering)}
            >
              {make.filter}
            </Button>
            <a className={styles.table} href={makeTablePath(wish, language)} aria-label={make.tableLabel} download>
              <IconDownload size={16} aria-hidden />
              {make.table}
            </a>
          </>
        }
      />
      <Loaded query={{ ...query, data: first }} skeleton={<CardSkeleton />} title={make.failed} page={false}>
        {({ counts, filters }) => (
          <>
            <ColourCounts counts={counts} chosen={wish.rag} onChoose={(rag) => wishFor({ rag })} />
            <div id="make-filters" hidden={!filtering}>
              {filtering && <MakeFilters filters={filters} wish={wish} onWish={wishFor} />}
            </div>
            {rows.length === 0 ? <NoOrders narrowed={isNarrowed(wish)} /> : <OrderTable rows={rows} />}
            {query.hasNextPage && (
              <div className={styles.more}>
                <Button kind="soft" working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {make.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Says whether there is nothing at all, or only nothing like that. */
function NoOrders({ narrowed }: { readonly narrowed: boolean }) {
  const { make } = useLateTexts();
  return narrowed ? (
    <EmptyState
      icon={<IconSearchOff size={28} aria-hidden />}
      title={make.noMatchTitle}
      acts={<LinkButton href="/make">{make.showAll}</LinkButton>}
    >
      {make.noMatchText}
    </EmptyState>
  ) : (
    <EmptyState icon={<IconLayoutRows size={28} aria-hidden />} title={make.emptyTitle}>
      {make.emptyText}
    </EmptyState>
  );
}
