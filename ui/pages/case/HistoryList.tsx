import { IconChevronDown, IconSettings, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { HistoryPage, HistoryView } from '../../../server/services/views/instance-view.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { classNames } from '../../components/class-names.ts';
import { Facts } from '../../components/Facts.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { guessLang } from '../../components/guess-lang.ts';
import styles from './HistoryList.module.css';
import { sumUp } from './sum-up.ts';

/** What happened, newest first, with whether the chain of its hashes holds. */
export function HistoryList({ history }: { readonly history: HistoryPage }) {
  const { cases } = useTexts();
  const { chain } = history;
  return (
    <section aria-labelledby="history">
      <div className={styles.head}>
        <h2 id="history">{cases.history}</h2>
        <span className={classNames(styles.chain, !chain.intact && styles.broken)}>
          {chain.intact ? <IconShieldCheck size={16} aria-hidden /> : <IconShieldX size={16} aria-hidden />}
          {chain.intact ? cases.chainIntact(chain.entries) : cases.chainBroken(chain.brokenAt ?? 0)}
        </span>
      </div>
      {!chain.intact && chain.reason !== null && (
        <div className={styles.reason}>
          <Message tone="error">{chain.reason}</Message>
        </div>
      )}
      <ol className={styles.card} reversed>
        {history.items.toReversed().map((entry) => (
          <HistoryEntry key={entry.rev} entry={entry} broken={entry.rev === chain.brokenAt} />
        ))}
      </ol>
    </section>
  );
}

/** One entry: when, who or the workflow, what, and what came of it. */
function HistoryEntry({ entry, broken }: { readonly entry: HistoryView; readonly broken: boolean }) {
  const { cases } = useTexts();
  return (
    <li className={classNames(styles.entry, broken && styles.wrong)}>
      <span className={styles.when}>
        <Moment at={entry.at} />
      </span>
      <span className={styles.sign}>
        {entry.by ? (
          <Avatar name={entry.by.name} size="m" />
        ) : (
          <span className={styles.gear}>
            <IconSettings size={16} aria-hidden />
          </span>
        )}
      </span>
      <div className={styles.words}>
        <p className={styles.line}>
          <b className={styles.title}>{entry.title}</b>
          {entry.tone ? (
            <OpinionChip tone={entry.tone} word={entry.outcome} />
          ) : (
            entry.outcome !== null && entry.outcome !== entry.title && <span>{entry.outcome}</span>
          )}
          <span className={styles.by}>{entry.by?.name ?? cases.theWorkflow}</span>
        </p>
        {entry.details.map((detail) => (
          <p key={detail} className={styles.detail}>
            {detail}
          </p>
        ))}
        <Values entry={entry} />
      </div>
    </li>
  );
}

/** The values of an entry: the telling ones in a line, which unfolds to all of them. */
function Values({ entry }: { readonly entry: HistoryView }) {
  const { cases, parts } = useTexts();
  const format = useFormat();
  const now = useNow();
  if (entry.fields.length === 0) return null;
  const { facts, words } = sumUp(entry, { format, parts, now });
  return (
    <details className={styles.values}>
      <summary className={styles.summary}>
        {facts.length + words.length === 0 && cases.showValues}
        {facts.map(({ label, text }) => (
          <span key={label} className={styles.fact}>
            {label} <span className={styles.value}>{text}</span>
          </span>
        ))}
        {words.map((text) => (
          <q key={text} className={styles.quote} lang={guessLang(text)}>
            {text}
          </q>
        ))}
        <IconChevronDown size={15} className={styles.fold} role="img" aria-label={cases.showValues} />
      </summary>
      <div className={styles.fields}>
        <Facts facts={entry.fields} />
        <p className={styles.hash}>
          {cases.entry(entry.rev)} · <span className="gf-code">{entry.hash.slice(0, 16)}</span>
        </p>
      </div>
    </details>
  );
}
