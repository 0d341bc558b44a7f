import { useState } from 'react';
import type { OutcomeView, TaskView } from '../../../server/services/views/task-view.ts';
import { ApiError, hasCode, isUnknown } from '../../api/api-error.ts';
import { useComplete } from '../../api/tasks.ts';
import type { AnswersInHand } from '../../form/use-answers.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { Texts } from '../../texts/texts.ts';
import type { Done } from './TaskPage.tsx';

/** A sentence beside the outcomes. */
export interface Notice {
  readonly tone: 'warn' | 'error';
  readonly text: string;
}

/** How the completing of a task stands. */
export interface Completion {
  /** The outcome that is being sent. */
  readonly working: string | null;
  /** Why the last press did nothing, where it is not said at a field. */
  readonly notice: Notice | null;
  readonly press: (outcome: OutcomeView) => void;
}

/** What is completed, with what, and who is told. */
export interface CompletionOptions {
  readonly task: TaskView;
  readonly answers: AnswersInHand;
  /** Asks for the task again: somebody else changed it. */
  readonly onReload: () => void;
  readonly onDone: (done: Done) => void;
}

/** Completes the task with an outcome. A refusal takes nothing away that was typed. */
export function useCompletion({ task, answers, onReload, onDone }: CompletionOptions): Completion {
  const texts = useTexts();
  const complete = useComplete();
  const [failure, setFailure] = useState<Error | 'sending' | null>(null);

  const refuse = (error: Error) => {
    const problems = error instanceof ApiError ? error.problems : [];
    if (problems.length > 0) answers.refuse(problems);
    else setFailure(error);
    // 403 and 409 mean that the task is no longer what this page shows.
    if (error instanceof ApiError && (error.status === 403 || error.status === 409)) onReload();
  };
  return {
    working: complete.isPending ? complete.variables.outcome : null,
    notice: failure === null ? null : noticeOf(failure, texts),
    press: ({ outcome, title }) => {
      setFailure(null);
      if (answers.isWorking) return setFailure('sending');
      const ready = answers.ready(outcome);
      if (ready === null) return;
      complete.mutate(
        { id: task.id, outcome, answers: ready },
        { onSuccess: (instance) => onDone({ title: task.title, outcome: title, instance }), onError: refuse },
      );
    },
  };
}

/** Said anew with each rendering, so that it follows the reader's language. */
function noticeOf(failure: Error | 'sending', { task, form }: Texts): Notice {
  if (failure === 'sending') return { tone: 'warn', text: form.stillSending };
  if (isUnknown(failure)) return { tone: 'error', text: task.silent };
  // The page asks to sign in again by itself.
  if (hasCode(failure, 'session.required')) return { tone: 'warn', text: task.notSent };
  const conflict = failure instanceof ApiError && failure.status === 409;
  return { tone: conflict ? 'warn' : 'error', text: `${failure.message} ${task.notSent}` };
}
