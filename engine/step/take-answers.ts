import { checkAnswers } from '../form/check-answers.ts';
import { valuesAt } from '../form/check-answers.ts';
import { walkFields } from '../form/walk-fields.ts';
import type { AnswerRefs } from '../model/command.ts';
import { EngineError } from '../model/engine-error.ts';
import type { FileRef, FormFile } from '../model/form-file.ts';
import type { CaseFile } from '../model/instance.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import { writeData } from '../workflow/draft.ts';
import { type Run, recordEvidence } from './run.ts';

export interface AnswersTaken {
  readonly form: FormFile | null;
  /** Where the answers land. */
  readonly name: string;
  readonly by: string;
  /** Whom they act for, if they stand in for somebody. */
  readonly onBehalfOf?: string | null;
  /** The item, where answers are collected in a list. */
  readonly item?: { readonly value: Json };
  readonly answers: JsonObject;
  readonly refs: AnswerRefs;
  readonly outcome: string | null;
  readonly prefill: JsonObject;
}

/**
 * Checks answers against their form and writes them into the draft, before any guard is asked. SP1, SP2
 *
 * Throws `answers.invalid` with every problem; the draft is then dropped by whoever called.
 */
export function takeAnswers(run: Run, taken: AnswersTaken): void {
  const { form, name, by, outcome, refs } = taken;
  const answers = form === null ? withoutForm(taken.answers) : checked(run, form, taken);
  const written = outcome === null ? answers : { ...answers, outcome };
  writeData(
    run.draft,
    name,
    taken.item === undefined ? written : [...listAt(run, name), itemAnswer(run, taken, written)],
  );
  run.draft.event = { ...run.draft.event, data: answers };
  recordEvidence(run, name, by, { outcome, onBehalfOf: taken.onBehalfOf ?? null });
  run.instance = {
    ...run.instance,
    refs: { ...run.instance.refs, ...refs.names },
    files: form === null ? run.instance.files : [...run.instance.files, ...newFiles(run, form, { ...taken, answers })],
  };
}

function listAt(run: Run, name: string): readonly Json[] {
  const value = run.draft.data[name];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** One of several answers under one name: what was answered, of which item, by whom. EA3 */
function itemAnswer(run: Run, taken: AnswersTaken, answers: JsonObject): JsonObject {
  const department = run.context.plant.people.get(taken.by)?.department ?? null;
  const { by, onBehalfOf = null } = taken;
  const whom = onBehalfOf === null ? {} : { onBehalfOf };
  return { ...answers, item: taken.item?.value ?? null, by, ...whom, department, at: run.draft.now };
}

function checked(run: Run, form: FormFile, taken: AnswersTaken): JsonObject {
  const { draft, context } = run;
  const result = checkAnswers(context.checker, {
    form,
    answers: taken.answers,
    outcome: taken.outcome,
    prefill: taken.prefill,
    data: draft.data,
    refs: taken.refs.records,
    now: draft.now,
  });
  if (result.kind === 'fit') return result.answers;
  const first = result.problems[0]?.message ?? '';
  throw new EngineError(
    'answers.invalid',
    result.problems.length === 1 ? first : `${result.problems.length} answers cannot be taken. ${first}`,
    { problems: result.problems },
  );
}

function withoutForm(answers: JsonObject): JsonObject {
  const name = Object.keys(answers)[0];
  if (name === undefined) return answers;
  throw new EngineError('answers.invalid', 'Nothing is asked here. Send no answers.', {
    problems: [{ path: `/${name}`, code: 'answers.unknown_field', message: 'Nothing is asked here. Leave it out.' }],
  });
}

/** Files that these answers name and the case does not list yet. */
function newFiles(run: Run, form: FormFile, taken: AnswersTaken): readonly CaseFile[] {
  const fields = walkFields(form).filter((field) => field.schema['x-file'] !== undefined);
  const named = fields
    .flatMap((field) => valuesAt(taken.answers, field.path).flatMap(({ value }) => (Array.isArray(value) ? value : [])))
    .filter((value) => isJsonObject(value)) as unknown as readonly FileRef[];
  const known = new Set(run.instance.files.map((file) => file.id));
  return [...new Map(named.map((file) => [file.id, file])).values()]
    .filter((file) => !known.has(file.id))
    .map((file) => ({ ...file, by: taken.by, at: run.context.now, task: taken.name }));
}
