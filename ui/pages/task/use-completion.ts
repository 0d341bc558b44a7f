import { useState } from 'react';
import { MEANINGS_WITH_REASON } from '../../../engine/model/signature.ts';
import type { JsonObject } from '../../../server/services/views/shared-views.ts';
import type { OutcomeView, TaskView } from '../../../server/services/views/task-view.ts';
import { ApiError, hasCode, isUnknown } from '../../api/api-error.ts';
import type { SignatureGiven } from '../../api/signing.ts';
import { useComplete } from '../../api/tasks.ts';
import type { ToSign } from '../../components/SignDialog.tsx';
import type { AnswersInHand } from '../../form/use-answers.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { Texts } from '../../texts/texts.ts';
import { type Signing, useSignatureStep } from '../use-signature-step.ts';
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
  /** Set while a signature is asked for. */
  readonly signing: Signing | null;
}

/** What is completed, with what, and who is told. */
export interface CompletionOptions {
  readonly task: TaskView;
  readonly answers: AnswersInHand;
  /** Asks for the task again: somebody else changed it. */
  readonly onReload: () => void;
  readonly onDone: (done: Done) => void;
}

interface Pressed {
  readonly outcome: OutcomeView;
  readonly answers: JsonObject;
}

/** Completes the task with an outcome, signed where it needs that. A refusal takes nothing away that was typed. */
export function useCompletion({ task, answers, onReload, onDone }: CompletionOptions): Completion {
  const texts = useTexts();
  const complete = useComplete();
  const [failure, setFailure] = useState<Error | 'sending' | null>(null);
  const refuse = (error: Error, pressed: Pressed) => {
    if (signature.takes(error, pressed)) return;
    signature.close();
    const problems = error instanceof ApiError ? error.problems : [];
    if (problems.length > 0) answers.refuse(problems);
    else setFailure(error);
    // 403 and 409 mean that the task is no longer what this page shows.
    if (error instanceof ApiError && (error.status === 403 || error.status === 409)) onReload();
  };
  const send = (pressed: Pressed, given?: SignatureGiven) =>
    complete.mutate(
      {
        id: task.id,
        outcome: pressed.outcome.outcome,
        answers: pressed.answers,
        ...(given === undefined ? {} : { signature: given }),
      },
      {
        onSuccess: (instance) => onDone({ title: task.title, outcome: pressed.outcome.title, instance }),
        onError: (error) => refuse(error, pressed),
      },
    );
  const signature = useSignatureStep<Pressed>({
    describe: ({ outcome }, meaning) => toSignOf(task, outcome, meaning),
    send,
    error: complete.error,
  });
  return {
    working: complete.isPending ? complete.variables.outcome : null,
    notice: failure === null ? null : noticeOf(failure, texts),
    press: (outcome) => {
      setFailure(null);
      complete.reset();
      if (answers.isWorking) return setFailure('sending');
      const ready = answers.ready(outcome.outcome);
      if (ready === null) return;
      signature.press({ outcome, answers: ready }, outcome.sign);
    },
    signing: signature.signing,
  };
}

function toSignOf(task: TaskView, { title }: OutcomeView, meaning: ToSign['meaning']): ToSign {
  return {
    title,
    about: `${task.instance.number} · ${task.title}`,
    meaning,
    reasonNeeded: MEANINGS_WITH_REASON.includes(meaning),
    shown: task.toSign ?? '',
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
