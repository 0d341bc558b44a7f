import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';

/** Where an answer stands: names of fields, and numbers of rows. */
export type AnswerPath = readonly (string | number)[];

/**
 * The answers with one of them changed. `undefined` takes it out.
 *
 * An empty text, an empty list and an empty object are no answer, so they are taken out too. A row stays a row even
 * when it is empty: a person added it, and only a person removes it.
 */
export function putAnswer(answers: JsonObject, path: AnswerPath, value: Json | undefined): JsonObject {
  const result = put(answers, path, value);
  return isJsonObject(result) ? result : {};
}

/** The answer at a place, or undefined. */
export function answerAt(answers: Json | undefined, path: AnswerPath): Json | undefined {
  let value: Json | undefined = answers;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** The value with the answer at the path in it. What was there is not changed. */
function put(at: Json | undefined, path: AnswerPath, value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const rows = Array.isArray(at) ? at : [];
    return rows.map((row: Json, index) => (index === key ? (put(row, rest, value) ?? {}) : row));
  }
  const { [key]: before, ...others } = isJsonObject(at) ? at : {};
  const after = put(before, rest, value);
  return isNoAnswer(after) ? others : { ...others, [key]: after as Json };
}

/** True for what a person has emptied: it is left out, not sent as nothing. */
function isNoAnswer(value: Json | undefined): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
