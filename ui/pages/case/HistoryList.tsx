import { IconSettings, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { HistoryPage, HistoryView } from '../../../server/services/views/instance-view.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { classNames } from '../../components/class-names.ts';
import { Facts } from '../../components/Facts.tsx';
import { Message } from '../../components/Message.tsx';
import { Moment } from '../../components/Moment.tsx';
import { OpinionChip } from '../../components/OpinionChip.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';
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
          {entry.tone && <OpinionChip tone={entry.tone} word={entry.outcome} />}
          <span className={styles.by}>{entry.by?.name ?? cases.theWorkflow}</span>
        </p>
        {entry.details.map((detail) => (
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
