import { IconInfoCircle, IconLock, IconSignature } from '@tabler/icons-react';
import type { DraftView } from '../../../server/services/views/conversation-view.ts';
import type { OutcomeView, TaskView } from '../../../server/services/views/task-view.ts';
import { DraftConflict, DraftNote } from '../../components/DraftNote.tsx';
import { Message } from '../../components/Message.tsx';
import { OutcomeButton } from '../../components/OutcomeButton.tsx';
import type { DraftInHand } from '../../form/use-draft.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import styles from './OutcomeBar.module.css';
import type { Completion } from './use-completion.ts';

/** What is completed, and how far it is saved. */
export interface OutcomeBarProps {
  readonly task: TaskView;
  readonly completion: Completion;
  readonly draft: DraftInHand;
  /** Takes what another tab kept onto this page. */
  readonly onLoadDraft: (other: DraftView) => void;
}

/** The outcomes, always in sight at the desk: why one is not offered, and who is next after each. */
export function OutcomeBar({ task, completion, draft, onLoadDraft }: OutcomeBarProps) {
  const { task: texts } = useTexts();
  const offered = task.outcomes.filter((outcome) => outcome.offer !== 'refused');
  const main = offered[0];
  if (!task.completable) return null;
  return (
    <section className={styles.bar} aria-label={texts.bar}>
      {completion.notice !== null && (
        <Message tone={completion.notice.tone} live>
          {completion.notice.text}
        </Message>
      )}
      <DraftConflict draft={draft} onLoad={onLoadDraft} />
      <div className={styles.line}>
        <Reasons outcomes={task.outcomes} />
        <div className={styles.outcomes}>
          {task.outcomes.map((outcome) => (
            <OutcomeButton
              key={outcome.outcome}
              title={outcome.title}
              next={outcome.next}
              notOffered={outcome.offer === 'refused' ? (outcome.brief ?? '') : null}
              main={outcome === main}
              working={completion.working === outcome.outcome}
              idle={completion.working !== null}
              describedBy={outcome.reason === null ? undefined : reasonId(outcome)}
              onPress={() => completion.press(outcome)}
            />
          ))}
        </div>
        {offered.some((outcome) => outcome.sign !== null) && (
          <p className={styles.approval}>
            <IconSignature size={16} aria-hidden /> {texts.signed(signedTitles(offered))}
          </p>
        )}
        {offered.some((outcome) => outcome.approval) && <p className={styles.approval}>{texts.approval}</p>}
        <DraftNote draft={draft} onLoad={onLoadDraft} />
      </div>
    </section>
  );
}

/** The outcomes that are signed, by their buttons. */
const signedTitles = (outcomes: readonly OutcomeView[]): readonly string[] =>
  outcomes.filter((outcome) => outcome.sign !== null).map((outcome) => outcome.title);

/** Each reason in a sentence, beside the buttons and not in a tooltip. */
function Reasons({ outcomes }: { readonly outcomes: readonly OutcomeView[] }) {
  const { task } = useTexts();
  const told = outcomes.filter((outcome) => outcome.reason !== null);
  if (told.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {told.map((outcome) => (
        <li key={outcome.outcome} id={reasonId(outcome)} className={styles.reason}>
          {outcome.offer === 'refused' ? <IconLock size={16} aria-hidden /> : <IconInfoCircle size={16} aria-hidden />}
          <span>
            <b>{outcome.offer === 'refused' ? task.notOffered(outcome.title) : task.dependsOn(outcome.title)}</b>{' '}
            {outcome.reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Joins a button with the sentence that says why. */
function reasonId(outcome: OutcomeView): string {
  return `reason-${outcome.outcome}`;
}
