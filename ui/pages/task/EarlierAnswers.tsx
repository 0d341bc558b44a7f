import { IconChevronRight } from '@tabler/icons-react';
import type { ShowView } from '../../../server/services/views/task-view.ts';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/Moment.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './EarlierAnswers.module.css';
import { guessLang } from '../../components/guess-lang.ts';

/** Answers of others, newest first. */
export interface EarlierAnswersProps {
  readonly shows: readonly ShowView[];
  /** True where the newest is unfolded: for a task that is decided on it. */
  readonly open: boolean;
}

/** What others answered before, to be read beside the form. */
export function EarlierAnswers({ shows, open }: EarlierAnswersProps) {
  const { task } = useTexts();
  if (shows.length === 0) return null;
  return (
    <section className={styles.earlier} aria-labelledby="earlier-title">
      <h2 id="earlier-title" className={styles.title}>
        {task.before}
      </h2>
      {shows.map((show, index) => (
        <Answer key={show.name} show={show} open={open && index === 0} />
      ))}
    </section>
  );
}

/** One earlier answer, folded. Words that are shown in full do not stand among its facts again. */
function Answer({ show, open }: { readonly show: ShowView; readonly open: boolean }) {
  const { task } = useTexts();
  const facts = show.fields.filter(
    ({ value }) => value.kind !== 'none' && !(value.kind === 'text' && show.words.includes(value.text)),
  );
  return (
    <details className={styles.answer} open={open}>
      <summary className={styles.summary}>
        <IconChevronRight size={16} aria-hidden className={styles.sign} />
        <span className={styles.what}>
          <span>{show.title}</span>
          {show.tone !== null ? (
            <OpinionChip tone={show.tone} word={show.outcomeTitle} />
          ) : (
            show.outcomeTitle !== null && <span className={styles.outcome}>{show.outcomeTitle}</span>
          )}
        </span>
        {show.by !== null && (
          <span className={styles.by}>
            {task.answeredBy(show.by)}
            {show.at !== null && (
              <>
                {' · '}
                <Moment at={show.at} />
              </>
            )}
          </span>
        )}
      </summary>
      <div className={styles.inner}>
        {facts.length > 0 && <Facts facts={facts} />}
        {show.words.map((words) => (
          <p key={words} className={styles.words} lang={guessLang(words)}>
            {words}
          </p>
        ))}
      </div>
    </details>
  );
}
