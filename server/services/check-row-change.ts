import { sayAnswerProblem } from '../../engine/form/answer-sentences.ts';
import { fieldAt } from '../../engine/form/walk-fields.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Problem } from '../../engine/model/problem.ts';
import type { Store } from '../../engine/ports/store.ts';
import { openRowCheck, rowForm, rowProblem } from '../registers/check-row.ts';
import type { ReadRegister } from '../registers/register-files.ts';
import { newReferences } from '../registers/row-references.ts';
import type { Reader } from './reader.ts';
import { registerIn } from './register-desk.ts';

const check = openRowCheck();

interface RowToCheck {
  readonly register: ReadRegister;
  /** The fields as they are; empty for a new row. */
  readonly before: JsonObject;
  readonly fields: JsonObject;
}

/** Throws `row.invalid` with every problem in the reader's language: what does not fit, and what it names that is not there. */
export async function refuseBadRow(
  store: Store,
  reader: Reader,
  { register, before, fields }: RowToCheck,
): Promise<void> {
  const unknown = await unknownReferences(store, reader, { register, before, fields });
  refuseRowProblems(reader, register, [...check(register, fields), ...unknown]);
}

async function unknownReferences(
  store: Store,
  reader: Reader,
  { register, before, fields }: RowToCheck,
): Promise<readonly Problem[]> {
  const asked = newReferences(register, { before, after: fields }).map(async (named) => {
    const known =
      named.register === 'people'
        ? reader.plant.people.has(named.id)
        : (await store.getRecord(named.register, named.id)) !== undefined;
    return known ? [] : [rowProblem(rowForm(register), named.path, 'record')];
  });
  return (await Promise.all(asked)).flat();
}

/** Throws `row.invalid`, if there is any problem. */
export function refuseRowProblems(reader: Reader, register: ReadRegister, problems: readonly Problem[]): void {
  const said = problems.map((problem) => sayRowProblem(reader, register, problem));
  if (said.length > 0) throw new EngineError('row.invalid', said[0]?.message ?? '', { problems: said });
}

/** The same problem with the field's label and the sentence of the reader's language. */
export function sayRowProblem(reader: Reader, register: ReadRegister, problem: Problem): Problem {
  const label =
    fieldAt(rowForm(registerIn(register, reader)), problem.path)?.schema.title ?? problem.path.split('/').at(-1) ?? '';
  const asAnswer = { ...problem, code: problem.code.replace(/^row\./, 'answers.') };
  return { ...problem, message: sayAnswerProblem(asAnswer, label, reader.language) };
}
