import { IconArrowLeft, IconLayoutKanban } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BoardView } from '../../../server/services/views/board-view.ts';
import { useBoard } from '../../api/board.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { BoardColumn } from './BoardColumn.tsx';
import styles from './BoardPage.module.css';
import { handleArrows } from './handle-arrows.ts';

/** The running cases of a procedure, a column for each step, with how long each stands there. */
export function BoardPage({ workflow }: { readonly workflow: string }) {
  const { board } = useLateTexts();
  const query = useBoard(workflow);
  return (
    <div className={styles.page}>
      <Loaded
        query={query}
        skeleton={<CardSkeleton />}
        title={board.failedTitle}
        notFound={{ title: board.notFoundTitle, text: board.notFoundText }}
      >
        {(view) => <Board view={view} />}
      </Loaded>
    </div>
  );
}

/** Steps where nothing stands are left out until somebody asks for them: a chart has more steps than a screen. */
function Board({ view }: { readonly view: BoardView }) {
  const { cases } = useTexts();
  const { board } = useLateTexts();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = view.columns.filter(({ count }) => all || count.count > 0);
  return (
    <>
      <PageHeader
        title={view.workflow.title}
        lead={board.total(format.count(view.total))}
        above={
          <Link href="/cases" className={styles.back}>
            <IconArrowLeft size={16} aria-hidden />
            {cases.title}
          </Link>
        }
        acts={
          <Button kind="soft" aria-pressed={all} onClick={() => setAll(!all)}>
            {board.allSteps}
          </Button>
        }
      />
      {shown.length === 0 ? (
        <EmptyState icon={<IconLayoutKanban size={28} aria-hidden />} title={board.emptyTitle}>
          {board.emptyText}
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: hears the arrow keys of the links in it
        <div className={styles.board} onKeyDown={handleArrows}>
          {shown.map((column) => (
            <BoardColumn key={column.state} column={column} />
          ))}
        </div>
      )}
    </>
  );
}
