import type { ShowView } from '../../../server/services/views/task-view.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { OpinionCard } from './OpinionCard.tsx';
import styles from './Opinions.module.css';

/** What the departments think, side by side, problems first. */
export function Opinions({ shows }: { readonly shows: readonly ShowView[] }) {
  const { task } = useTexts();
  const asked = shows.filter((show) => show.tone !== 'not-asked');
  const come = asked.filter((show) => show.tone !== 'waiting');
  const trouble = come.some((show) => show.tone === 'no' || show.tone === 'conditional');
  return (
    <section className={styles.opinions} aria-labelledby="opinions-title">
      <div className={styles.head}>
        <h2 id="opinions-title">{task.opinions}</h2>
        <span className={styles.count}>
          {task.opinionsIn(come.length, asked.length)}
          {trouble && ` · ${task.problemsFirst}`}
        </span>
      </div>
      <ul className={styles.cards}>
        {shows.map((show) => (
          <OpinionCard key={show.name} show={show} />
        ))}
      </ul>
    </section>
  );
}
