import { useRef } from 'react';
import type { DraftView } from '../../../server/services/views/conversation-view.ts';
import type { TaskView } from '../../../server/services/views/task-view.ts';
import { taskDraftPath } from '../../api/drafts.ts';
import { usePerson, useSessionState } from '../../app/SessionProvider.tsx';
import { LateSignDialog } from '../../components/LateSignDialog.tsx';
import { hasFields } from '../../form/has-fields.ts';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useAnswers } from '../../form/use-answers.ts';
import type { OpenedDraft } from '../../form/open-draft.ts';
import { useDraft } from '../../form/use-draft.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import { Conversation } from '../case/Conversation.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { FactsRow } from './FactsRow.tsx';
import { Opinions } from './Opinions.tsx';
import { OutcomeBar } from './OutcomeBar.tsx';
import { splitShows } from './split-shows.ts';
import { TaskHead } from './TaskHead.tsx';
import type { Done } from './TaskPage.tsx';
import { isBlocked, TaskState } from './TaskState.tsx';
import styles from './TaskWork.module.css';
import { useCompletion } from './use-completion.ts';
import { useFloor } from '../use-floor.ts';
import { HandOn, WhoMay } from './WhoMay.tsx';

/** A task that is loaded. What was done with it is told upwards. */
export interface TaskWorkProps {
  readonly task: TaskView;
  /** What was half filled before, and where this tab keeps what the server has not. */
  readonly opened: OpenedDraft;
  readonly tabKey: string;
  readonly onLoadDraft: (other: DraftView) => void;
  readonly onReload: () => void;
  readonly onDone: (done: Done) => void;
}

/** A task with its form. What was typed stays here whatever is loaded meanwhile. */
export function TaskWork({ task, opened, tabKey, onLoadDraft, onReload, onDone }: TaskWorkProps) {
  const texts = useTexts();
  const me = usePerson().id;
  useFloor(task.form);
  const answers = useAnswers(task.form, firstAnswers(task, opened));
  const restDraft = useRef<() => void>(() => undefined);
  const sent = (done: Done) => {
    restDraft.current();
    onDone(done);
  };
  const completion = useCompletion({ task, answers, onReload, onDone: sent });
  const { opinions, earlier } = splitShows(task);
  const closed = task.closed ?? null;
  const draft = useDraft({
    path: taskDraftPath(task.id),
    tabKey,
    opened,
    answers: answers.answers,
    active: closed === null && task.completable && completion.working === null,
    waiting: useSessionState().lost,
  });
  restDraft.current = draft.rest;
  // Whoever was typing looks at the outcomes, so that is where it is said.
  const surprised = isBlocked(task, me) && answers.isTouched;
  return (
    <div className={styles.page}>
      <div className={styles.body}>
        <TaskHead task={task} me={me} />
        <FactsRow facts={task.facts} label={texts.task.facts} />
        {!surprised && <TaskState task={task} me={me} typed={false} />}
        {opinions.length > 0 && <Opinions shows={opinions} />}
        <div className={styles.columns}>
          <div className={styles.form}>
            {hasFields(task.form) ? (
              <SchemaForm
                {...answers.formProps}
                id="answers"
                form={task.form}
                readOnly={task.readOnly}
                outcomesPossible={task.outcomes.filter((each) => each.offer !== 'refused').map((each) => each.outcome)}
                outcomeTitles={Object.fromEntries(task.outcomes.map((each) => [each.outcome, each.title]))}
                rulers={task.rulers}
                data={task.data}
                disabled={closed !== null || !task.completable}
              />
            ) : (
              closed === null && <p className={styles.nothing}>{texts.task.nothingToFill}</p>
            )}
          </div>
          <aside className={styles.aside}>
            {closed === null && <WhoMay task={task.id} who={task.who} me={me} />}
            {closed === null && task.assignee?.id === me && <HandOn task={task} />}
            <EarlierAnswers shows={earlier} open={opinions.length === 0} />
            <Conversation instance={task.instance.id} />
          </aside>
        </div>
      </div>
      {closed === null && <OutcomeBar task={task} completion={completion} draft={draft} onLoadDraft={onLoadDraft} />}
      {completion.signing !== null && <LateSignDialog {...completion.signing} working={completion.working !== null} />}
      {surprised && (
        <div className={styles.surprise}>
          <TaskState task={task} me={me} typed />
        </div>
      )}
    </div>
  );
}

/** The draft over what the server gave; what no client can send stays the server's. */
function firstAnswers(task: TaskView, opened: OpenedDraft): TaskView['answers'] {
  if (opened.answers === null || (task.closed ?? null) !== null) return task.answers;
  const given = Object.entries(task.answers).filter(([name]) => task.readOnly.includes(name));
  return { ...opened.answers, ...Object.fromEntries(given) };
}
