import { useState } from 'react';
import type { OutcomeView, TaskView } from '../../../server/services/views/task-view.ts';
import { ApiError, isUnknown } from '../../api/api-error.ts';
import { useComplete } from '../../api/tasks.ts';
import type { AnswersInHand } from '../../form/use-answers.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { Texts } from '../../texts/texts.ts';
import type { Done } from './TaskPage.tsx';

export interface Completion {
  /** The outcome that is being sent. */
  readonly working: string | null;
  /** Why the last press did nothing, where it is not said at a field. */
  readonly notice: { readonly tone: 'warn' | 'error'; readonly text: string } | null;
  readonly press: (outcome: OutcomeView) => void;
}

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
  const [notice, setNotice] = useState<Completion['notice']>(null);

  const refuse = (error: Error) => {
    const problems = error instanceof ApiError ? error.problems : [];
    if (problems.length > 0) answers.refuse(problems);
    else setNotice(noticeOf(error, texts));
    // 403 and 409 mean that the task is no longer what this page shows.
    if (error instanceof ApiError && (error.status === 403 || error.status === 409)) onReload();
  };
  return {
    working: complete.isPending ? complete.variables.outcome : null,
    notice,
    press: ({ outcome, title }) => {
      setNotice(null);
      if (answers.isWorking) return setNotice({ tone: 'warn', text: texts.form.stillSending });
      const ready = answers.ready(outcome);
      if (ready === null) return;
      complete.mutate(
        { id: task.id, outcome, answers: ready },
        { onSuccess: (instance) => onDone({ title: task.title, outcome: title, instance }), onError: refuse },
      );
    },
  };
}

function noticeOf(error: Error, { task }: Texts): NonNullable<Completion['notice']> {
  if (isUnknown(error)) return { tone: 'error', text: task.silent };
  const conflict = error instanceof ApiError && error.status === 409;
  return { tone: conflict ? 'warn' : 'error', text: `${error.message} ${task.notSent}` };
}
