import { IconChevronDown } from '@tabler/icons-react';
import type { ShowView } from '../../../server/services/views/task-view.ts';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/Moment.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './Answers.module.css';
import section from './Section.module.css';

/** Every form of the case as it was answered last, folded. */
export function Answers({ answers }: { readonly answers: readonly ShowView[] }) {
  const { cases } = useTexts();
  const given = answers.filter((answer) => answer.by !== null || answer.fields.length > 0);
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className={section.title}>
        {cases.answers}
      </h2>
      <ul className={section.rows}>
        {given.map((answer) => (
          <li key={answer.name}>
            <details className={styles.answer}>
              <summary className={styles.summary}>
                <IconChevronDown size={17} aria-hidden />
                <b className={styles.title}>{answer.title}</b>
                {answer.tone ? (
                  <OpinionChip tone={answer.tone} word={answer.outcomeTitle} />
                ) : (
                  answer.outcomeTitle !== null &&
                  answer.outcomeTitle !== answer.title && <span>{answer.outcomeTitle}</span>
                )}
                <span className={styles.by}>
                  {answer.by} {answer.at !== null && <Moment at={answer.at} />}
                </span>
              </summary>
              <div className={styles.body}>
                <Facts facts={answer.fields} />
                {answer.words.map((words) => (
                  <p key={words} className={styles.words}>
                    {words}
                  </p>
                ))}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
