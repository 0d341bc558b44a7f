import { answerProblem, valuesAt } from '../../engine/form/check-answers.ts';
import { type Field, walkFields } from '../../engine/form/walk-fields.ts';
import { type AnswerRefs, NO_REFS } from '../../engine/model/command.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { FormFile } from '../../engine/model/form-file.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import type { Text } from '../../engine/model/language.ts';
import type { Problem } from '../../engine/model/problem.ts';
import type { Files } from './files.ts';
import type { Reader } from './reader.ts';
import type { Registers } from './registers.ts';

export interface AnswersAtDoor {
  readonly form: FormFile | undefined;
  readonly answers: JsonObject;
  /** The case they go to, or the id that a start will make. */
  readonly instance: string;
}

/**
 * What answers name outside themselves is resolved before the step: records behind ids, and files.
 *
 * Refuses a record that does not exist and a file that this person did not upload. The step itself asks nobody.
 */
export interface AnswerDoor {
  open(reader: Reader, asked: AnswersAtDoor): Promise<AnswerRefs>;
}

export function openAnswerDoor(registers: Registers, files: Files): AnswerDoor {
  return {
    async open(reader, asked) {
      const { form, answers } = asked;
      if (form === undefined) return NO_REFS;
      const names: { [record: string]: Text } = {};
      const records: { [field: string]: Json } = {};
      const problems: Problem[] = [];
      for (const pick of picksIn(form, answers)) {
        const record = await registers.find(pick.register, pick.id);
        if (record === undefined) {
          problems.push(answerProblem(form, pick.path, 'record', {}));
          continue;
        }
        names[`${pick.register}/${pick.id}`] = record.name;
        // A check sees what stands at the top: `refs.customer`, or the list behind `refs.participants`.
        if (pick.field.path.length === 1)
          records[pick.field.name] = pick.listed
            ? [...((records[pick.field.name] as readonly Json[] | undefined) ?? []), record.value]
            : record.value;
      }
      for (const named of filesIn(form, answers)) {
        const code = await files.judge(reader, {
          file: named.file,
          instance: asked.instance,
          rule: named.field.schema['x-file'],
        });
        if (code !== null)
          problems.push(answerProblem(form, named.path, code, { limit: named.field.schema['x-file']?.maxMb ?? 0 }));
      }
      if (problems.length > 0) throw new EngineError('answers.invalid', problems[0]?.message ?? '', { problems });
      return { names, records };
    },
  };
}

interface Pick {
  readonly field: Field;
  readonly register: string;
  readonly id: string;
  readonly path: string;
  readonly listed: boolean;
}

/** Every record that answers pick, alone or in a list, at the top or in a row. */
function picksIn(form: FormFile, answers: JsonObject): readonly Pick[] {
  return walkFields(form).flatMap((field) => {
    const register = field.schema['x-ref'] ?? field.schema.items?.['x-ref'];
    if (register === undefined) return [];
    return valuesAt(answers, field.path).flatMap(({ path, value }): readonly Pick[] => {
      const listed = Array.isArray(value);
      const ids: readonly Json[] = listed ? value : [value];
      return ids.flatMap((id, index) =>
        typeof id === 'string' ? [{ field, register, id, path: listed ? `${path}/${index}` : path, listed }] : [],
      );
    });
  });
}

/** Every file that answers name. */
function filesIn(
  form: FormFile,
  answers: JsonObject,
): readonly { readonly field: Field; readonly path: string; readonly file: Json }[] {
  return walkFields(form)
    .filter((field) => field.schema['x-file'] !== undefined)
    .flatMap((field) =>
      valuesAt(answers, field.path).flatMap(({ path, value }) =>
        Array.isArray(value) ? value.map((file: Json) => ({ field, path, file })) : [],
      ),
    );
}
