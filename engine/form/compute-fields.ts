import type { FieldSchema, FormFile } from '../model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import { askForm, type FormScope } from './form-expressions.ts';

/**
 * The answers with every `x-computed` field set to its value; what a client sent for one is not looked at. FM5
 *
 * Fields are computed in the file's order, rows before what stands after them, so a sum sees its lines.
 */
export function computeFields(
  form: FormFile,
  scope: Omit<FormScope, 'answers'> & { readonly answers: JsonObject },
): JsonObject {
  const within = (schema: FieldSchema, answers: JsonObject, row: Json): JsonObject => {
    let result = answers;
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const computed = field['x-computed'];
      const value = result[name];
      if (computed !== undefined)
        result = withValue(
          result,
          name,
          askForm(form, computed, {
            ...scope,
            answers: row === null ? result : scope.answers,
            row: row === null ? null : result,
          }),
        );
      else if (field.items?.properties !== undefined && Array.isArray(value)) {
        const items = field.items;
        result = {
          ...result,
          [name]: value.map((entry: Json) => (isJsonObject(entry) ? within(items, entry, entry) : entry)),
        };
      }
    }
    return result;
  };
  return within(form.schema, scope.answers, null);
}

function withValue(answers: JsonObject, name: string, value: Json): JsonObject {
  const { [name]: _old, ...rest } = answers;
  return value === null ? rest : { ...rest, [name]: value };
}
