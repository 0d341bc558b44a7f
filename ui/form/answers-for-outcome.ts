import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import { activeParts, merge } from './active-parts.ts';
import { holds } from './cfworker-checker.ts';

/** A condition can hang on an answer that another condition drops; deeper chains than this are no form. */
const MOST_ROUNDS = 12;

/** The answers without those that the schema of an outcome does not have. */
export function answersForOutcome(schema: FieldSchema, answers: JsonObject, outcome: string | null): JsonObject {
  const extra = outcomeOf(outcome);
  let kept = answers;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = pruned(schema, kept, extra);
    if (JSON.stringify(next) === JSON.stringify(kept)) break;
    kept = next;
  }
  return kept;
}

/** Of those, what a person answers: what is computed or comes from the case is left to the server, which has both. */
export function askedOf(schema: FieldSchema, answers: JsonObject, outcome: string | null): JsonObject {
  return withoutGiven(schema, answers, outcomeOf(outcome));
}

/** What conditions read of the outcome; nothing where none is picked. */
function outcomeOf(outcome: string | null): JsonObject {
  return outcome === null ? {} : { outcome };
}

/** The fields that an object has with these answers. */
function fieldsOf(schema: FieldSchema, value: JsonObject, extra: JsonObject): ReadonlyMap<string, FieldSchema> {
  const found = new Map<string, FieldSchema[]>();
  for (const part of activeParts(schema, { ...value, ...extra }, holds)) {
    for (const [name, field] of Object.entries(part.properties ?? {}))
      found.set(name, [...(found.get(name) ?? []), field]);
  }
  return new Map([...found].map(([name, fields]) => [name, merge(fields)]));
}

/** The answers without those whose fields are not there. */
function pruned(schema: FieldSchema, value: JsonObject, extra: JsonObject): JsonObject {
  const fields = fieldsOf(schema, value, extra);
  return mapFields(value, fields, (field, inner) => pruned(field, inner, {}));
}

/** The answers without those that nobody gives: computed ones, and those of the case. */
function withoutGiven(schema: FieldSchema, value: JsonObject, extra: JsonObject): JsonObject {
  const asked = [...fieldsOf(schema, value, extra)].filter(
    ([, field]) => field['x-computed'] === undefined && field.readOnly !== true,
  );
  return mapFields(value, new Map(asked), (field, inner) => withoutGiven(field, inner, {}));
}

/** Keeps the named fields, and does the same to the objects and rows inside them. */
function mapFields(
  value: JsonObject,
  fields: ReadonlyMap<string, FieldSchema>,
  inside: (field: FieldSchema, inner: JsonObject) => JsonObject,
): JsonObject {
  const entries: [string, Json][] = [];
  for (const [name, answer] of Object.entries(value)) {
    const field = fields.get(name);
    if (field === undefined) continue;
    const rows = field.items?.type === 'object' && field['x-file'] === undefined ? field.items : undefined;
    if (rows !== undefined && Array.isArray(answer))
      entries.push([name, answer.map((row: Json) => (isJsonObject(row) ? inside(rows, row) : row))]);
    else if (field.type === 'object' && isJsonObject(answer)) entries.push([name, inside(field, answer)]);
    else entries.push([name, answer]);
  }
  return Object.fromEntries(entries);
}
