import { useState } from 'react';
import type { JsonObject } from '../../engine/model/json.ts';
import { pointer } from '../../engine/model/problem.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import { useLanguage } from '../texts/TextsProvider.tsx';
import type { LiveForm } from './live-form.ts';
import { type AnswerProblem, localProblems } from './local-problems.ts';
import type { AnswerPath } from './put-answer.ts';

/** The form as it stands, and what is known to be wrong with it. */
export interface ProblemsToShow {
  readonly form: FormView;
  readonly answers: JsonObject;
  readonly asked: readonly (string | null)[];
  /** What the last attempt was refused for. */
  readonly given: readonly AnswerProblem[];
  readonly live: LiveForm | null;
}

/** What is said where, and the events that change it. */
export interface ShownProblems {
  readonly problemAt: (pointer: string) => AnswerProblem | null;
  /** Of the last attempt, those whose fields have not been touched since. */
  readonly refused: readonly AnswerProblem[];
  readonly onChanged: (path: AnswerPath) => void;
  readonly onLeft: (pointer: string | null) => void;
}

/** Said while a person is still filling the form, these would only nag. */
const ONLY_AT_THE_END = new Set(['answers.required', 'answers.unknown_field', 'answers.min_items', 'answers.const']);

/**
 * Which problems are shown where.
 *
 * A refused answer is marked until it is changed. Besides, a field that a person has filled and left is checked at
 * once, but never told that something is still missing.
 */
export function useShownProblems({ form, answers, asked, given, live }: ProblemsToShow): ShownProblems {
  const { language } = useLanguage();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState<{ readonly since: unknown; readonly paths: readonly string[] }>({
    since: given,
    paths: [],
  });
  const touched = changed.since === given ? changed.paths : [];
  const refused = given.filter((problem) => !touched.some((path) => covers(path, problem.path)));

  const early =
    left.size === 0
      ? []
      : [
          ...asked.flatMap((outcome) => localProblems(form, answers, { outcome, language })),
          ...(live?.check(answers) ?? []),
        ];
  const found = [
    ...refused,
    ...early.filter((problem) => left.has(problem.path) && !ONLY_AT_THE_END.has(problem.code)),
  ];
  return {
    refused,
    problemAt: (at) => found.find((problem) => problem.path === at) ?? null,
    onChanged: (path) => setChanged({ since: given, paths: [...touched, pointer(...path)] }),
    onLeft: (at) => {
      if (at !== null && !left.has(at)) setLeft(new Set([...left, at]));
    },
  };
}

/** A change in a row settles what was said of the row and of the whole list as well. */
function covers(path: string, problem: string): boolean {
  return path === problem || path.startsWith(`${problem}/`) || problem.startsWith(`${path}/`);
}
