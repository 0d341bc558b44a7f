import { useState } from 'react';
import type { JsonObject } from '../../engine/model/json.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import { useLanguage } from '../texts/TextsProvider.tsx';
import { answersForOutcome, askedOf } from './answers-for-outcome.ts';
import { type AnswerProblem, localProblems } from './local-problems.ts';
import type { SchemaFormProps } from './SchemaForm.tsx';

/** Answers that are being written, and the ways to send them or to have them refused. */
export interface AnswersInHand {
  readonly answers: JsonObject;
  /** True once the person has changed anything. */
  readonly isTouched: boolean;
  /** True while a file is still being sent. */
  readonly isWorking: boolean;
  /** To be spread into `SchemaForm`. */
  readonly formProps: Pick<SchemaFormProps, 'answers' | 'problems' | 'onChange' | 'onWork'>;
  /** The answers to send with an outcome; null, and the problems are shown, where they do not fit yet. */
  readonly ready: (outcome: string | null) => JsonObject | null;
  /** Shows what the server refused them for. */
  readonly refuse: (problems: readonly AnswerProblem[]) => void;
}

/**
 * The answers of a form while a person fills it.
 *
 * They begin as `first` and stay what the person made of them, whatever is loaded again meanwhile: a change of
 * language, a lost session or a refusal never takes a typed word away.
 */
export function useAnswers(form: FormView, first: JsonObject): AnswersInHand {
  const { language } = useLanguage();
  const [opened] = useState(first);
  const [answers, setAnswers] = useState(first);
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([]);
  const [work, setWork] = useState(0);
  return {
    answers,
    isTouched: answers !== opened,
    isWorking: work > 0,
    formProps: { answers, problems, onChange: setAnswers, onWork: setWork },
    ready: (outcome) => {
      const fitting = answersForOutcome(form.schema, answers, outcome);
      const found = localProblems(form, fitting, { outcome, language });
      setProblems(found);
      return found.length > 0 ? null : askedOf(form.schema, fitting, outcome);
    },
    refuse: setProblems,
  };
}
