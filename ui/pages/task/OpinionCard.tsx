import type { ShowView } from '../../../server/services/views/task-view.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { classNames } from '../../components/class-names.ts';
import { Moment } from '../../components/Moment.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { Value } from '../../components/Value.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { guessLang } from '../../components/guess-lang.ts';
import styles from './Opinions.module.css';

/** Facts that stand on a card; the others unfold. */
const ON_THE_CARD = 3;

/** The opinion of one department: its verdict, three facts, its own words, who said it and when. */
export function OpinionCard({ show }: { readonly show: ShowView }) {
  const { task } = useTexts();
  const tone = show.tone ?? 'waiting';
  const facts = show.fields.filter(
    ({ value }) => value.kind !== 'none' && !(value.kind === 'text' && show.words.includes(value.text)),
  );
  const more = facts.slice(ON_THE_CARD);
  return (
    <li className={classNames(styles.card, styles[tone])}>
      <div className={styles.top}>
        <h3>{show.department ?? show.title}</h3>
        <OpinionChip tone={tone} word={show.outcomeTitle} />
      </div>
      {show.why !== null && <p className={styles.why}>{show.why}</p>}
      {facts.length > 0 && <CardFacts facts={facts.slice(0, ON_THE_CARD)} />}
      {show.words.map((words) => (
        <p key={words} className={styles.words} lang={guessLang(words)}>
          {words}
        </p>
      ))}
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{task.allAnswers}</summary>
          <CardFacts facts={more} />
        </details>
      )}
      {show.by !== null && (
        <div className={styles.by}>
          <Avatar name={show.by} size="s" />
          <span>
            <span className={styles.name}>{show.by}</span>
            {show.at !== null && (
              <span className={styles.at}>
                <Moment at={show.at} />
              </span>
            )}
          </span>
        </div>
      )}
    </li>
  );
}

/** Facts on a card: label above value. */
function CardFacts({ facts }: { readonly facts: ShowView['fields'] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.pointer}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>
            <Value value={fact.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
