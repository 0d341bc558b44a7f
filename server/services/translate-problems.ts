import { fillCheckText, translateProblem } from '../../engine/form/check-answers.ts';
import { fieldAt } from '../../engine/form/walk-fields.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { FormFile } from '../../engine/model/form-file.ts';
import type { Problem } from '../../engine/model/problem.ts';
import { openFormats } from '../documents/format-values.ts';
import type { Reader } from './reader.ts';

/** Runs what answers a form; a refusal of the answers names its fields in the reader's language. `form` is in it already. */
export async function sayingProblems<T>(
  reader: Reader,
  form: FormFile | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'answers.invalid' || form === undefined) throw error;
    const problems = error.problems.map((problem) => inLanguage(problem, form, reader));
    throw new EngineError('answers.invalid', error.message, { problems, params: error.params });
  }
}

function inLanguage(problem: Problem, form: FormFile, reader: Reader): Problem {
  const check = problem.code === 'answers.check' ? form.checks?.[Number(problem.params?.['check'])] : undefined;
  if (check !== undefined) {
    const formats = openFormats(reader.language, reader.plant.zone);
    return {
      ...problem,
      message: fillCheckText(check.text, problem.params, (value) =>
        /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.date(value) : value,
      ),
    };
  }
  const label = fieldAt(form, problem.path)?.schema.title ?? problem.path.split('/').at(-1) ?? '';
  return translateProblem(problem, label, reader.language);
}
