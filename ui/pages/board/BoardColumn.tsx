import { IconPlugX } from '@tabler/icons-react';
import { useId } from 'react';
import { Link } from 'wouter';
import type { BoardCardView, BoardColumnView } from '../../../server/services/views/board-view.ts';
import { usePerson } from '../../app/SessionProvider.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Clock } from '../../components/Clock.tsx';
import { Holder } from '../../components/Holder.tsx';
import { LightChip } from '../../components/LightChip.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { twoUnits } from '../../texts/duration.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './BoardColumn.module.css';

/** A step, how many cases stand at it, and those that wait longest. */
export function BoardColumn({ column }: { readonly column: BoardColumnView }) {
  const { board } = useLateTexts();
  const format = useFormat();
  const id = useId();
  const { cards, count } = column;
  return (
    <section className={styles.column} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        <span>{column.title}</span> <span className={styles.count}>{format.count(count)}</span>
      </h2>
      {cards.length === 0 ? (
        <p className={styles.none}>{board.none}</p>
      ) : (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <BoardCard key={card.id} card={card} />
          ))}
        </ul>
      )}
      {cards.length < count.count && cards.length > 0 && (
        <p className={styles.none}>{board.shown(format.number(cards.length), format.count(count))}</p>
      )}
    </section>
  );
}

/** One case at one step. The whole card is the link. */
function BoardCard({ card }: { readonly card: BoardCardView }) {
  const { parts } = useTexts();
  const { board } = useLateTexts();
  const now = useNow();
  const me = usePerson().id;
  return (
    <li className={styles.card}>
      <Link href={`/cases/${encodeURIComponent(card.id)}`} className={styles.link}>
        <span className={styles.subject}>{card.subject}</span> <span className="gf-code">{card.number}</span>
      </Link>
      <span className={styles.chips}>
        <LightChip light={card.light} status="active" />
        {card.stopped && (
          <Chip tone="red" icon={<IconPlugX size={16} aria-hidden />}>
            {board.stopped}
          </Chip>
        )}
      </span>
      {card.dueAt !== null && <Clock dueAt={card.dueAt} soonAt={card.soonAt} look="line" />}
      <span className={styles.foot}>
        <span>{board.hereFor(twoUnits(Math.max(now - Date.parse(card.since), 0), parts))}</span>
        <Holder assignee={card.holder} me={me} role={board.nobody} claimable={false} />
      </span>
    </li>
  );
}
