import { IconSettings, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { HistoryPage, HistoryView } from '../../../server/services/views/instance-view.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { classNames } from '../../components/class-names.ts';
import { Facts } from '../../components/Facts.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { valueText } from '../../components/value-text.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import styles from './HistoryList.module.css';

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

function HistoryEntry({ entry, broken }: { readonly entry: HistoryView; readonly broken: boolean }) {
  const { cases } = useTexts();
  const summary = useSummary(entry);
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
            entry.outcome !== null && <span>{entry.outcome}</span>
          )}
          <span className={styles.by}>{entry.by?.name ?? cases.theWorkflow}</span>
        </p>
        {summary.map((detail) => (
          <p key={detail} className={styles.detail}>
            {detail}
          </p>
        ))}
        {entry.fields.length > 0 && (
          <details className={styles.values}>
            <summary>{cases.showValues}</summary>
            <div className={styles.fields}>
              <Facts facts={entry.fields} />
              <p className={styles.hash}>
                {cases.entry(entry.rev)} · <span className="gf-code">{entry.hash.slice(0, 16)}</span>
              </p>
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

/** How many values stand in the line below an entry; the rest is under Values. */
const SUMMED_UP = 3;

/** The sentences of an entry; where it has none, its first values in a line. */
function useSummary(entry: HistoryView): readonly string[] {
  const { parts } = useTexts();
  const format = useFormat();
  const now = useNow();
  if (entry.details.length > 0) return entry.details;
  const told = entry.fields.flatMap(({ label, value }) => {
    const text = valueText(value, { format, parts, now });
    return text === null ? [] : [`${label}: ${text}`];
  });
  return told.length === 0 ? [] : [told.slice(0, SUMMED_UP).join(' · ')];
}
