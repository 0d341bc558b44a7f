import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Box } from '../../../server/services/views/task-view.ts';
import { hasCode } from '../../api/api-error.ts';
import { isNarrowed, type TaskWish } from '../../api/task-wish.ts';
import { useClaim } from '../../api/tasks.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { useKey } from '../../app/use-key.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { useMatchMedia } from '../../components/use-match-media.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { EmptyBox } from './EmptyBox.tsx';
import { KeyBar } from './KeyBar.tsx';
import { NewTasksPill } from './NewTasksPill.tsx';
import { NoSuchTask } from './NoSuchTask.tsx';
import { titleWithItem } from '../../components/title-with-item.ts';
import styles from './TaskBox.module.css';
import { TaskList } from './TaskList.tsx';
import { TaskPeek } from './TaskPeek.tsx';
import { TaskSkeleton } from './TaskSkeleton.tsx';
import { useShownTasks } from './use-shown-tasks.ts';

/** Which box, and what of it. */
export interface TaskBoxProps {
  readonly box: Box;
  readonly wish: TaskWish;
  /** The head of the page, above the list. */
  readonly children: ReactNode;
}

/** One box of the inbox: its list, and from 1200 px on a preview of the selected task beside it. */
export function TaskBox({ box, wish, children }: TaskBoxProps) {
  const { inbox } = useTexts();
  const shown = useShownTasks(box, wish);
  const take = useTake();
  const wide = useMatchMedia('(min-width: 1200px)');
  const list = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const rows = (shown.comparison?.rows ?? []).map(({ task, gone }) =>
    take.mine.has(task.id) ? take.asMine(task, gone) : { task, gone },
  );
  const current = rows.find(({ task }) => task.id === selected) ?? (wide ? rows[0] : undefined);
  useListKeys({
    rows: rows.map(({ task }) => task.id),
    current: current?.task.id ?? null,
    list,
    onSelect: setSelected,
  });
  useKey('a', () => current?.task.claimable && take.take(current.task.id, titleWithItem(current.task)));

  return (
    <div className={styles.layout}>
      <div className={styles.column}>
        {children}
        <NewTasksPill count={shown.comparison?.fresh ?? 0} onShow={shown.adopt} />
        <div className={styles.body}>
          <Loaded query={shown.loading} skeleton={<TaskSkeleton />} title={inbox.failedTitle} page={false}>
            {() =>
              rows.length === 0 ? (
                isNarrowed(wish) ? (
                  <NoSuchTask box={box} order={wish.order} />
                ) : (
                  <EmptyBox box={box} />
                )
              ) : (
                <TaskList
                  ref={list}
                  {...{ rows, wide }}
                  order={wish.order}
                  takenAt={shown.takenAt}
                  selected={current?.task.id ?? null}
                  onSelect={setSelected}
                  more={shown.query.hasNextPage ? { load: shown.more, loading: shown.query.isFetchingNextPage } : null}
                />
              )
            }
          </Loaded>
        </div>
        <div className={styles.foot}>
          {take.message && (
            <div className={styles.message}>
              <Message tone={take.message.tone} live act={take.message.act}>
                {take.message.text}
              </Message>
            </div>
          )}
          <KeyBar />
        </div>
      </div>
      {wide && current && (
        <TaskPeek
          key={current.task.id}
          row={current.task}
          onTake={() => take.take(current.task.id, titleWithItem(current.task))}
          taking={take.working}
        />
      )}
    </div>
  );
}

/** The list that the keys move in. */
interface ListKeys {
  readonly rows: readonly string[];
  readonly current: string | null;
  readonly list: { readonly current: HTMLDivElement | null };
  readonly onSelect: (id: string) => void;
}

/** J and K move, Enter opens. */
function useListKeys({ rows, current, list, onSelect }: ListKeys): void {
  const [, navigate] = useLocation();
  const move = (by: number) => {
    const at = current === null ? -1 : rows.indexOf(current);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next === undefined) return;
    onSelect(next);
    list.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(next)}"] a`)?.focus();
  };
  useKey('j', () => move(1));
  useKey('k', () => move(-1));
  useKey('Enter', () => current !== null && navigate(`/tasks/${encodeURIComponent(current)}`));
}

/** How long a success is told. Failures stay until the next act. */
const SHOWN_MS = 8_000;

/** Taking a task, with what to say about it. Taken rows stay where they are and show their new holder. */
function useTake() {
  const { inbox, parts } = useTexts();
  const person = usePerson();
  const claim = useClaim();
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<{ readonly id: string; readonly title: string } | null>(null);
  useEffect(() => {
    if (!taken) return;
    const timer = setTimeout(() => setTaken(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [taken]);
  const failed = claim.error;
  const message = failed
    ? {
        tone: 'warn' as const,
        text: hasCode(failed, 'server.unreachable') ? parts.unreachableTitle : failed.message,
        act: undefined,
      }
    : taken && {
        tone: 'ok' as const,
        text: inbox.taken(taken.title),
        act: { label: inbox.open, href: `/tasks/${encodeURIComponent(taken.id)}` },
      };
  return {
    mine,
    message,
    working: claim.isPending,
    asMine: <T extends { readonly id: string }>(task: T, gone: boolean) => ({
      task: { ...task, assignee: { id: person.id, name: person.name }, claimable: false },
      gone,
    }),
    take: (id: string, title: string) => {
      setTaken(null);
      claim.mutate(id, {
        onSuccess: () => {
          setMine((before) => new Set(before).add(id));
          setTaken({ id, title });
        },
      });
    },
  };
}
